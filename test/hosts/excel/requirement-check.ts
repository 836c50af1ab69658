import path from 'node:path';
import ts from 'typescript';
import { FEATURES, FLOOR } from '../../../src/hosts/excel/requirement-sets.ts';

/** A member that some Excel in which the add-in shows has not, used where nothing asks whether it is there. */
export interface Unguarded {
  readonly file: string;
  readonly line: number;
  /** `Worksheet.notes`, or a function of ours that says what it requires. */
  readonly member: string;
  /** The set that it needs: `ExcelApi 1.18`. */
  readonly set: string;
}

interface Need {
  readonly member: string;
  readonly set: string;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

/**
 * Reads the files that touch Office with the TypeScript compiler, and looks up each member that they use in
 * `@types/office-js`; by the convention in src/hosts/excel/requirement-sets.ts each one above the floor must stand behind
 * its guard.
 * @param written files that are not there, by their path from the root
 */
export class RequirementCheck {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;

  constructor(files: readonly string[], written: ReadonlyMap<string, string> = new Map()) {
    const config = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file));
    const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT, { types: ['office-js'] });
    const host = ts.createCompilerHost(options);
    const texts = new Map([...written].map(([file, text]) => [path.join(ROOT, file), text]));
    host.fileExists = (file) => texts.has(path.normalize(file)) || ts.sys.fileExists(file);
    host.readFile = (file) => texts.get(path.normalize(file)) ?? ts.sys.readFile(file);
    // What packages declare has no part in this, and takes the compiler longer than all the rest.
    host.resolveModuleNameLiterals = (literals, from, redirected, compilerOptions) =>
      literals.map(({ text }) =>
        text.startsWith('.')
          ? ts.resolveModuleName(text, from, compilerOptions, host, undefined, redirected)
          : { resolvedModule: undefined },
      );
    const roots = [...files, ...written.keys()].map((file) => path.join(ROOT, file));
    this.#program = ts.createProgram(roots, { ...options, types: ['office-js'] }, host);
    this.#checker = this.#program.getTypeChecker();
  }

  /** What is used without a guard in a file, named by its path from the root. */
  unguarded(file: string): readonly Unguarded[] {
    const source = this.#source(file);
    return this.#uses(source)
      .filter(({ node, need }) => !isWithin(need.set, FLOOR) && !this.#isGuarded(node, need.set))
      .map(({ node, need }) => ({
        file,
        line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
        ...need,
      }));
  }

  /** Every member of Office's that a file uses, with its set. */
  members(file: string): readonly Need[] {
    return this.#uses(this.#source(file)).map(({ need }) => need);
  }

  #source(file: string): ts.SourceFile {
    const source = this.#program.getSourceFile(path.join(ROOT, file));
    if (!source) throw new Error(`no file: ${file}`);
    return source;
  }

  #uses(source: ts.SourceFile): readonly { readonly node: ts.Node; readonly need: Need }[] {
    const uses: { readonly node: ts.Node; readonly need: Need }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
      for (const need of this.#needsOf(node)) uses.push({ node, need });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return uses;
  }

  #needsOf(node: ts.Node): readonly Need[] {
    if (ts.isIdentifier(node)) return this.#needsOfName(node);
    if (ts.isCallExpression(node)) return this.#needsOfLoad(node);
    return [];
  }

  /** A name that stands for a member of Office's, or for something of ours that says what it requires. */
  #needsOfName(node: ts.Identifier): readonly Need[] {
    const { parent } = node;
    const symbol = this.#symbolOf(node);
    if (!symbol) return [];
    const [declaration] = symbol.declarations ?? [];
    if (!declaration) return [];
    if (isOfOffice(declaration)) return needOf(declaration);
    const isDeclared = 'name' in parent && parent.name === node && !ts.isPropertyAccessExpression(parent);
    const required = isDeclared ? undefined : requiredBy(declaration);
    return required === undefined ? [] : [{ member: node.text, set: required }];
  }

  #symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    const { parent } = node;
    // The property that is read, not the variable that it is read into.
    if (ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node) {
      return this.#checker.getTypeAtLocation(parent.parent).getProperty(node.text);
    }
    // In an object given to Office: the option, not our own property.
    if (ts.isObjectLiteralElementLike(parent) && parent.name === node && ts.isObjectLiteralExpression(parent.parent)) {
      return this.#checker.getContextualType(parent.parent)?.getProperty(node.text);
    }
    const symbol = this.#checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Properties named in `load('values,format/fill/color')`, which the compiler takes for any text. */
  #needsOfLoad(call: ts.CallExpression): readonly Need[] {
    const { expression, arguments: given } = call;
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'load') return [];
    const names = given.flatMap((argument) => this.#textsOf(argument));
    const type = this.#checker.getTypeAtLocation(expression.expression);
    return names.flatMap((name) => this.#needsOfPath(type, name.trim().split('/')));
  }

  #textsOf(node: ts.Expression): readonly string[] {
    if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => this.#textsOf(element));
    if (ts.isTemplateExpression(node)) {
      const parts = node.templateSpans.map((span) => [this.#constant(span.expression), span.literal.text].join(''));
      return [node.head.text, ...parts].join('').split(',');
    }
    return this.#constant(node).split(',');
  }

  /** The text of a literal, or of a constant of ours. */
  #constant(node: ts.Expression): string {
    const type = this.#checker.getTypeAtLocation(node);
    return type.isStringLiteral() ? type.value : '';
  }

  #needsOfPath(type: ts.Type, [first = '', ...rest]: readonly string[]): readonly Need[] {
    const symbol = this.#checker.getNonNullableType(type).getProperty(first);
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration) return [];
    const found = this.#checker.getTypeOfSymbol(symbol);
    const element = this.#checker.getIndexTypeOfType(found, ts.IndexKind.Number);
    return [...needOf(declaration), ...(rest.length > 0 ? this.#needsOfPath(element ?? found, rest) : [])];
  }

  /** Whether something around it asks for a feature of the set, or says that whoever calls it does. */
  #isGuarded(node: ts.Node, set: string): boolean {
    for (let at = node; !ts.isSourceFile(at); at = at.parent) {
      const required = requiredBy(at);
      if (required !== undefined && isWithin(set, versionOf(required))) return true;
      const { parent } = at;
      if (ts.isConditionalExpression(parent) && parent.whenTrue === at && asksFor(parent.condition, set)) return true;
      if (ts.isIfStatement(parent) && parent.thenStatement === at && asksFor(parent.expression, set)) return true;
      if (isAnd(parent) && parent.right === at && asksFor(parent.left, set)) return true;
    }
    return false;
  }
}

function isAnd(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
}

/** `supports.notes`, also with more that must hold beside it. */
function asksFor(condition: ts.Expression, set: string): boolean {
  if (ts.isParenthesizedExpression(condition)) return asksFor(condition.expression, set);
  if (isAnd(condition)) return asksFor(condition.left, set) || asksFor(condition.right, set);
  if (!ts.isPropertyAccessExpression(condition) || !/supports$/i.test(condition.expression.getText())) return false;
  const feature = Object.entries(FEATURES).find(([name]) => name === condition.name.text);
  return feature !== undefined && isWithin(set, feature[1]);
}

/** `@requires ExcelApi 1.18` in the docstring of a function, a method or a class. */
function requiredBy(node: ts.Node): string | undefined {
  if (!ts.isFunctionLike(node) && !ts.isClassLike(node) && !ts.isVariableStatement(node)) return undefined;
  return /@requires (ExcelApi \d+\.\d+)/.exec(commentOf(node))?.[1];
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getFullText())
    .join('\n');
}

function isOfOffice(declaration: ts.Declaration): boolean {
  return declaration.getSourceFile().fileName.includes('@types/office-js');
}

/** The set of a member of Office's: its own or, where it has none, its class's. */
function needOf(declaration: ts.Declaration): readonly Need[] {
  const { parent } = declaration;
  const isMember = ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent);
  const set = setIn(commentOf(declaration)) ?? (isMember ? setIn(commentOf(parent)) : undefined);
  if (set === undefined) return [];
  const name = 'name' in declaration && declaration.name ? (declaration.name as ts.Node).getText() : '';
  return [{ member: isMember && parent.name ? `${parent.name.text}.${name}` : name, set }];
}

function setIn(comment: string): string | undefined {
  return /\[Api set: (\w+ \d+\.\d+)/.exec(comment)?.[1];
}

function versionOf(set: string): string {
  return set.slice(set.indexOf(' ') + 1);
}

/** Whether a set is among those that come with a version of ExcelApi. Other sets come with none. */
function isWithin(set: string, version: string): boolean {
  const minor = (of: string): number => Number(of.split('.')[1]);
  return set.startsWith('ExcelApi ') && minor(versionOf(set)) <= minor(version);
}
