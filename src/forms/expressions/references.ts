import type { Expression, Node } from './expression.ts';

/** What an expression reads; each named once, in the order of first mention. */
export interface References {
  /** Columns of its own row; `列.部分` as written. */
  readonly cells: readonly string[];
  readonly columns: readonly { readonly table: string; readonly column: string }[];
  /** Tables whose rows are counted. */
  readonly tables: readonly string[];
  readonly fields: readonly string[];
}

export function referencesOf(expression: Expression): References {
  const cells = new Set<string>();
  const columns = new Map<string, { table: string; column: string }>();
  const tables = new Set<string>();
  const fields = new Set<string>();
  for (const node of nodesOf(expression.tree)) {
    if (node.kind === 'cell') cells.add(node.column);
    else if (node.kind === 'field') fields.add(node.field);
    else if (node.kind === 'table') tables.add(node.table);
    else if (node.kind === 'column') {
      columns.set(JSON.stringify([node.table, node.column]), { table: node.table, column: node.column });
    }
  }
  return { cells: [...cells], columns: [...columns.values()], tables: [...tables], fields: [...fields] };
}

/** A node and everything below it, in the order written. */
function* nodesOf(node: Node): Iterable<Node> {
  yield node;
  if (node.kind === 'unary') yield* nodesOf(node.operand);
  else if (node.kind === 'binary') {
    yield* nodesOf(node.left);
    yield* nodesOf(node.right);
  } else if (node.kind === 'call') {
    for (const argument of node.arguments) yield* nodesOf(argument);
  }
}
