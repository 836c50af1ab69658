/** The samples and blank forms as `scripts/pack-files.ts` packed them (package.json, `imports`). */
declare module '#workbench-files' {
  const files: import('./packed-files.ts').PackedFiles;
  export default files;
}
