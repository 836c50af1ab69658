import type { Compiler } from 'webpack';

export interface SizeBudget {
  readonly name: string;
  readonly files: readonly string[];
  /** Thousands of bytes, gzipped. */
  readonly limit: number;
  /** Without the data inside the programs. */
  readonly codeOnly?: boolean;
}

export function gzippedKilobytes(text: string): number;
export function codeOf(program: string): string;

export class SizeBudgets {
  constructor(budgets: readonly SizeBudget[]);
  apply(compiler: Compiler): void;
}
