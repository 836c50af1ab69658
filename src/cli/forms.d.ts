/** The definitions as `scripts/compile-forms.ts` compiled them (package.json, `imports`). */
declare module '#forms' {
  const forms: readonly import('../forms/form.ts').Form[];
  export default forms;
}

/** The same, but for what only writing a blank form needs. */
declare module '#forms-to-check' {
  const forms: readonly Omit<import('../forms/form.ts').Form, 'layout'>[];
  export default forms;
}

declare module '#procedures' {
  const procedures: readonly import('../procedure/procedure.ts').Procedure[];
  export default procedures;
}

declare module '#work-calendar' {
  const calendar: import('../procedure/work-calendar.ts').WorkCalendar;
  export default calendar;
}
