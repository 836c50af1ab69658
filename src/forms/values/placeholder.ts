/** An example of the template left in: 例如…, 如：…. 如 needs a blank, colon or quotation mark behind it: 如皋市 is a city. */
const EXAMPLE = /^[（(【[]?(?:例如|如[\s:：“"「]|例[\s:：]|(?:填写)?(?:示例|样例|范例)(?:$|[\s:：)）】\]\d]))/;
const PLACEHOLDER =
  /(?<![\p{L}\p{N}×])([XxＸｘ×]{2,})(?=$|[\p{Script=Han}\s（(“"《、，,。.:：])|(?<=\p{Script=Han})([XxＸｘ×]{2,})(?=\p{Script=Han})/u;

/** Whether a text says that it is an example. */
export function saysExample(text: string): boolean {
  return EXAMPLE.test(text);
}

/**
 * The placeholder in a text; `undefined` where there is none. X or × standing at the beginning or before other words is
 * one (XX处罚信息, ××局, XXXX年); behind a Chinese character at the end it masks a name (张××) and is let pass, as are
 * letters and digits next to it (XXL, 2XX).
 */
export function placeholderIn(text: string): string | undefined {
  const match = PLACEHOLDER.exec(text);
  return match?.[1] ?? match?.[2];
}
