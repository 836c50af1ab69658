/** A form that the ribbon offers as a blank. */
export interface OfferedForm {
  readonly id: string;
  /** The county's name, as the forms have it. */
  readonly county: string;
  readonly title: string;
}

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => SPECIAL[character] ?? character);
}

/** Buttons that the callbacks of shell/ribbon.js know by these ids. */
const CHECKING = ['tianbaoCheck', 'tianbaoMark', 'tianbaoClear'] as const;

function button(id: string): string {
  return `<button id="${id}" size="large" getLabel="GetLabel" getImage="GetImage" onAction="OnAction"/>`;
}

/** One menu for each county, none inside another: nobody has said that WPS shows menus in menus. */
function countyMenu(county: string, number: number, forms: readonly OfferedForm[]): string {
  const items = forms.map(
    ({ id, title }, at) =>
      `<button id="tianbaoForm${String(number)}x${String(at)}" label="${attribute(title)}" tag="${attribute(id)}" onAction="OnAction"/>`,
  );
  const lines = items.map((item) => `            ${item}`).join('\n');
  return `          <menu id="tianbaoCounty${String(number)}" label="${attribute(county)}" getImage="GetImage">\n${lines}\n          </menu>`;
}

/**
 * The ribbon's description. It begins with `<customUI`, without a declaration, for WPS's installing page takes anything
 * else for no ribbon.
 */
export function ribbonXml(forms: readonly OfferedForm[]): string {
  const counties = [...new Set(forms.map(({ county }) => county))];
  const menus = counties.map((county, number) =>
    countyMenu(
      county,
      number,
      forms.filter((form) => form.county === county),
    ),
  );
  return `<customUI xmlns="http://schemas.microsoft.com/office/2006/01/customui" onLoad="OnAddinLoad">
  <ribbon startFromScratch="false">
    <tabs>
      <tab id="tianbaoTab" label="填报助手">
        <group id="tianbaoPaneGroup" label="面板">
          ${button('tianbaoPane')}
        </group>
        <group id="tianbaoCheckGroup" label="校验">
${CHECKING.map((id) => `          ${button(id)}`).join('\n')}
        </group>
        <group id="tianbaoFormGroup" label="新建表单">
${menus.join('\n')}
        </group>
        <group id="tianbaoHelpGroup" label="帮助">
          ${button('tianbaoHelp')}
        </group>
      </tab>
    </tabs>
  </ribbon>
</customUI>
`;
}

/** Beside the ribbon's description WPS asks for this one, and shows nothing without it. */
export function manifestXml(name: string, description: string): string {
  return `<JsPlugin>
  <ApiVersion>1.0.0</ApiVersion>
  <Name>${attribute(name)}</Name>
  <Description>${attribute(description)}</Description>
</JsPlugin>
`;
}
