/** The definitions as `scripts/compile-forms.ts` compiled them (package.json, `imports`). */
declare module '#forms' {
  const forms: readonly import('../forms/form.ts').Form[];
  export default forms;
}
