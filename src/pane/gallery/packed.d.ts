/** A picture of each form's first page, as `scripts/blank-forms.ts` drew them (package.json, `imports`). */
declare module '#form-pictures' {
  const pictures: Readonly<Record<string, string>>;
  export default pictures;
}
