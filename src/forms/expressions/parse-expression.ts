import { isError, isFunction, isLiteral, isOperator, isReference, isWhitespace } from '@borgar/fx';
import { parse, parseStructRef, tokenize } from '@borgar/fx';
import type { AstExpression, CallExpression, ReferenceIdentifier, Token } from '@borgar/fx';
import type { BinaryOperator, Expression, Node } from './expression.ts';
import { ExpressionError } from './expression-error.ts';
import { signatureOf } from './signatures.ts';

export { ExpressionError };

const LONGEST = 2_000;
const DEEPEST = 100;

/** The name before the bracket of `fields[字段]`. */
const FIELDS = 'fields';

const BINARY_OPERATORS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '^', '&', '=', '<>', '<', '<=', '>', '>=']);

/**
 * Reads a formula of a definition: Excel's grammar with structured references. `[@列]` and `[@[列（元）]]` are the cell of the
 * row, `表[列]` a column, `fields[字段]` a field, a bare `表` only an argument of ROWS; `[@列.部分]` names a component.
 * @throws ExpressionError
 */
export function parseExpression(source: string): Expression {
  if (!/^=\s*\S/.test(source)) throw new ExpressionError('not-a-formula', 0);
  if (source.length > LONGEST) throw new ExpressionError('too-long', LONGEST, { limit: LONGEST });
  const tree = convert(parseFormula(source), 0, false);
  if (hasSeveralValues(tree)) throw new ExpressionError('several-values', 0);
  return { source, tree };
}

function parseFormula(source: string): AstExpression {
  const tokens = tokenize(source, { withLocation: true });
  refuseDeepBrackets(tokens);
  refuseAdjacentOperands(tokens);
  try {
    return parse(tokens);
  } catch (error) {
    // The parser's own errors carry the place where it stopped.
    const offset = error instanceof Error && 'sourceOffset' in error ? Number(error.sourceOffset) : 0;
    throw new ExpressionError('syntax', Number.isFinite(offset) ? offset : 0);
  }
}

/** The parser descends without a limit of its own. */
function refuseDeepBrackets(tokens: readonly Token[]): void {
  let depth = 0;
  for (const token of tokens) {
    if (token.value === '(') depth++;
    else if (token.value === ')') depth--;
    if (depth > DEEPEST) throw new ExpressionError('too-deep', positionOf(token), { limit: DEEPEST });
  }
}

/** The parser takes `SUM(1 2)` for two arguments; and the intersection that a space means in Excel is not for us. */
function refuseAdjacentOperands(tokens: readonly Token[]): void {
  let afterOperand = false;
  for (const token of tokens) {
    if (isWhitespace(token)) continue;
    const isOperand = isLiteral(token) || isReference(token) || isError(token);
    if (afterOperand && (isOperand || isFunction(token) || token.value === '{')) {
      throw new ExpressionError('unknown-construct', positionOf(token), { text: token.value });
    }
    afterOperand =
      isOperand || (isOperator(token) && (token.value === ')' || token.value === '}' || token.value === '%'));
  }
}

function convert(node: AstExpression | null, depth: number, isRowsArgument: boolean): Node {
  if (node === null) throw new ExpressionError('unknown-construct', 0, { text: ',,' });
  if (depth > DEEPEST) throw new ExpressionError('too-deep', positionOf(node), { limit: DEEPEST });
  switch (node.type) {
    case 'Literal':
      return constant(node.value, node);
    case 'ArrayExpression':
      return { kind: 'array', values: node.elements.flat().map((element) => arrayElement(element)) };
    case 'UnaryExpression': {
      const [operand] = node.arguments;
      const { operator } = node;
      if (operator !== '+' && operator !== '-' && operator !== '%') throw unknownConstruct(operator, node);
      return { kind: 'unary', operator, operand: convert(operand ?? null, depth + 1, false) };
    }
    case 'BinaryExpression': {
      const [left, right] = node.arguments;
      if (!isBinaryOperator(node.operator)) throw unknownConstruct(node.operator, node);
      return {
        kind: 'binary',
        operator: node.operator,
        left: convert(left ?? null, depth + 1, false),
        right: convert(right ?? null, depth + 1, false),
      };
    }
    case 'CallExpression':
      return convertCall(node, depth);
    case 'ReferenceIdentifier':
      return convertReference(node, isRowsArgument);
    default:
      throw unknownConstruct(
        node.type === 'ErrorLiteral' ? node.value : node.type.replace('Expression', '').toUpperCase(),
        node,
      );
  }
}

function convertCall(node: CallExpression, depth: number): Node {
  // The parser's types leave out that a LAMBDA can be called and an argument be missing.
  const callee: { readonly type: string; readonly name: string } = node.callee;
  const found: readonly (AstExpression | null)[] = node.arguments;
  if (callee.type !== 'Identifier') throw unknownConstruct('()', node);
  const name = callee.name.toUpperCase();
  const signature = signatureOf(name);
  const position = positionOf(node);
  if (signature === undefined) throw new ExpressionError('unknown-function', position, { name: callee.name });
  const { least, most } = signature;
  const given = found.length;
  if (given < least || given > most || (signature.pairs === true && given % 2 === 1)) {
    throw new ExpressionError('argument-count', position, { name, given, least, most });
  }
  const converted = found.map((argument) => {
    if (argument === null) throw unknownConstruct(',,', node);
    return convert(argument, depth + 1, name === 'ROWS');
  });
  requireColumns(name, signature.columns ?? [], converted, position);
  return { kind: 'call', name, arguments: converted };
}

function requireColumns(name: string, columns: readonly number[], given: readonly Node[], position: number): void {
  const refuse = (index: number): never => {
    throw new ExpressionError('column-expected', position, { name, argument: index + 1 });
  };
  for (const index of columns) {
    if (given[index] !== undefined && given[index].kind !== 'column') refuse(index);
  }
  if (name === 'ROWS' && given[0]?.kind !== 'table' && given[0]?.kind !== 'column') refuse(0);
  if (columns.length === 0) return;
  // A column searched for each element of a column would take time that grows with the square of the rows.
  const isTooMuch = given.some(
    (node, index) => !columns.includes(index) && node.kind !== 'array' && hasSeveralValues(node),
  );
  if (isTooMuch) throw new ExpressionError('several-values', position);
}

function convertReference(node: ReferenceIdentifier, isRowsArgument: boolean): Node {
  const position = positionOf(node);
  if (node.kind === 'range' || node.kind === 'beam') {
    throw new ExpressionError('cell-reference', position, { reference: node.value });
  }
  if (node.kind === 'name') {
    if (isRowsArgument && node.value !== FIELDS) return { kind: 'table', table: node.value };
    throw new ExpressionError('unknown-name', position, { name: node.value });
  }
  const reference = parseStructRef(node.value);
  const [column, ...others] = reference?.columns ?? [];
  if (reference === undefined || column === undefined || others.length > 0 || (reference.context ?? []).length > 0) {
    throw unknownConstruct(node.value, node);
  }
  const table = reference.table ?? '';
  const [section, ...otherSections] = reference.sections ?? [];
  if (table === '' && section === 'this row' && otherSections.length === 0) return { kind: 'cell', column };
  if (table === '' || section !== undefined) throw unknownConstruct(node.value, node);
  return table === FIELDS ? { kind: 'field', field: column } : { kind: 'column', table, column };
}

/** Whether a node stands for a whole column or array rather than one value. */
function hasSeveralValues(node: Node): boolean {
  switch (node.kind) {
    case 'array':
    case 'column':
      return true;
    case 'unary':
      return hasSeveralValues(node.operand);
    case 'binary':
      return hasSeveralValues(node.left) || hasSeveralValues(node.right);
    case 'call': {
      const signature = signatureOf(node.name);
      if (signature?.yields !== 'each') return false;
      return node.arguments.some(
        (argument, index) => !signature.columns?.includes(index) && hasSeveralValues(argument),
      );
    }
    default:
      return false;
  }
}

function arrayElement(element: AstExpression): number | string | boolean {
  if (element.type !== 'Literal') throw unknownConstruct('{…}', element);
  return constant(element.value, element).value;
}

function constant(value: unknown, at: { readonly loc?: readonly number[] }): Extract<Node, { kind: 'constant' }> {
  const isConstant = typeof value === 'string' || typeof value === 'boolean';
  if (isConstant || (typeof value === 'number' && Number.isFinite(value)))
    return { kind: 'constant', value: value === 0 ? 0 : value };
  throw unknownConstruct(String(value), at);
}

function isBinaryOperator(operator: string): operator is BinaryOperator {
  return BINARY_OPERATORS.has(operator);
}

function unknownConstruct(text: string, at: { readonly loc?: readonly number[] }): ExpressionError {
  return new ExpressionError('unknown-construct', positionOf(at), { text });
}

function positionOf(at: { readonly loc?: readonly number[] }): number {
  return at.loc?.[0] ?? 0;
}
