declare global {
  /** A picture of each form's first page by the form's id, as the text of an SVG; from a script of its own. */
  var tianbaoFormPictures: Readonly<Record<string, string>> | undefined;
}

/** The address of a form's picture; `undefined` where the page around the pane brings none. */
export function formPicture(formId: string): string | undefined {
  const pictures = globalThis.tianbaoFormPictures;
  const picture = pictures && new Map(Object.entries(pictures)).get(formId);
  return picture === undefined ? undefined : `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
