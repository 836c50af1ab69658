import type { Compiler } from 'webpack';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly author: string;
  readonly address: string;
  /** Its LICENSE and NOTICE files; empty where it has none. */
  readonly text: string;
}

export function isPermissive(expression: string): boolean;
export function packageOf(file: string): BundledPackage | undefined;
export function noticeOf(packages: readonly BundledPackage[]): string;

export class LicenceNotice {
  constructor(file: string);
  apply(compiler: Compiler): void;
}
