/** A parsed formula: plain data, stored in compiled forms as JSON. */
export interface Expression {
  /** As written in the definition, with its leading `=`. */
  readonly source: string;
  readonly tree: Node;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

export type Node =
  | { readonly kind: 'constant'; readonly value: number | string | boolean }
  | { readonly kind: 'array'; readonly values: readonly (number | string | boolean)[] }
  | { readonly kind: 'unary'; readonly operator: '+' | '-' | '%'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Node[] }
  /** `[@列]`: the cell of this row. `列.part` names a component of it (产品配置.vcpu). */
  | { readonly kind: 'cell'; readonly column: string }
  /** `表[列]`: a whole column. */
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  /** `表`: only as an argument of ROWS. */
  | { readonly kind: 'table'; readonly table: string }
  /** `fields[字段]`. */
  | { readonly kind: 'field'; readonly field: string };
