import { FileError } from './file-error.ts';
import type { OfficePackage } from './package.ts';
import { relationshipsOf } from './relationships.ts';

/** Whether the package bears a digital signature (ECMA-376 part 2, 10): any change to what is signed would void it. */
export function isSigned(parts: OfficePackage): boolean {
  return (
    parts.names().some((name) => name.toLowerCase().startsWith('_xmlsignatures/')) ||
    relationshipsOf(parts, '').some(({ kind }) => kind === 'origin')
  );
}

/** @throws FileError `signed` for a package that must not be changed. */
export function refuseSigned(parts: OfficePackage): void {
  if (isSigned(parts)) throw new FileError('signed');
}
