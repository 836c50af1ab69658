/** Texts that the workbook carries in custom XML parts, each known by the namespace of its root. */
export async function readXml(context: Excel.RequestContext, namespace: string): Promise<string | null> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load('items/id');
  await context.sync();
  const [first] = parts.items;
  if (!first) return null;
  const xml = first.getXml();
  await context.sync();
  return xml.value;
}

/** One part is kept: where others made more of them, the rest goes. `null`: all go. */
export async function keepXml(context: Excel.RequestContext, namespace: string, xml: string | null): Promise<void> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load('items/id');
  await context.sync();
  const [first, ...rest] = parts.items;
  for (const part of rest) part.delete();
  if (xml === null) first?.delete();
  else if (first) first.setXml(xml);
  else context.workbook.customXmlParts.add(xml);
  await context.sync();
}
