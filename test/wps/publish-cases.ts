/** What publish.xml is before and after, for every one of our installers. */
export interface PublishCase {
  readonly what: string;
  /** `null`: there is no such file. */
  readonly before: string | null;
  /** `null`: left as it is. */
  readonly installed: string | null;
  readonly broken?: true;
  /** What taking our row out of {@link before} makes; absent: left as it is. */
  readonly removed?: string;
  readonly removedBroken?: true;
}

export const NAME = 'tianbao';
export const OURS =
  '<jsplugin name="tianbao" type="et" url="tianbao_0.2.0" version="0.2.0" enable="enable_dev" install="null" customDomain=""/>';
const OLDER = OURS.replaceAll('0.2.0', '0.1.0');
const ONLINE =
  '<jspluginonline name="tianbao" type="et" url="http://10.0.0.8/wps/" debug="" enable="enable_dev" install="null" customDomain=""/>';
const OTHER =
  '<jspluginonline name="公文助手" type="wps" url="https://oa.example/" debug="" enable="enable_dev" install="null"/>';
const ANOTHER = "<jsplugin name='et-tool' type='et' url='et-tool_2.0' version='2.0' enable='enable'></jsplugin>";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const alone = `${HEAD}<jsplugins>\n  ${OURS}\n</jsplugins>\n`;

export const PUBLISH_CASES: readonly PublishCase[] = [
  { what: 'there is no file', before: null, installed: alone },
  { what: 'the file is empty', before: '', installed: alone },
  { what: 'the file is blank', before: ' \n\n', installed: alone },
  {
    what: 'no add-in is installed',
    before: `${HEAD}<jsplugins/>`,
    installed: `${HEAD}<jsplugins>\n  ${OURS}\n</jsplugins>`,
  },
  {
    what: 'no add-in is installed, the root written out',
    before: '<jsplugins>\n</jsplugins>\n',
    installed: `<jsplugins>\n  ${OURS}\n</jsplugins>\n`,
  },
  {
    what: 'another vendor has a row',
    before: `${HEAD}<jsplugins>\n  ${OTHER}\n</jsplugins>\n`,
    installed: `${HEAD}<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`,
  },
  {
    what: 'lines end as on Windows, with a byte order mark',
    before: `\ufeff<jsplugins>\r\n\t${OTHER}\r\n</jsplugins>`,
    installed: `\ufeff<jsplugins>\r\n\t${OTHER}\r\n  ${OURS}\r\n</jsplugins>`,
  },
  {
    what: 'all stands in one line',
    before: `<jsplugins>${ANOTHER}${OTHER}</jsplugins>`,
    installed: `<jsplugins>${ANOTHER}${OTHER}\n  ${OURS}\n</jsplugins>`,
  },
  {
    what: 'the same version is installed',
    before: alone,
    installed: null,
    removed: `${HEAD}<jsplugins>\n</jsplugins>\n`,
  },
  {
    what: 'an older version is installed, before another vendor',
    before: `<jsplugins>\n  ${OLDER}\n  ${OTHER}\n</jsplugins>\n`,
    installed: `<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`,
    removed: `<jsplugins>\n  ${OTHER}\n</jsplugins>\n`,
  },
  {
    what: 'it was installed from a server',
    before: `<jsplugins>\n  ${OTHER}\n  ${ONLINE}\n</jsplugins>\n`,
    installed: `<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`,
    removed: `<jsplugins>\n  ${OTHER}\n</jsplugins>\n`,
  },
  {
    what: 'it is installed twice',
    before: `<jsplugins>\n  ${ONLINE}\n  ${OLDER}\n  ${ANOTHER}\n</jsplugins>\n`,
    installed: `<jsplugins>\n  ${ANOTHER}\n  ${OURS}\n</jsplugins>\n`,
    removed: `<jsplugins>\n  ${ANOTHER}\n</jsplugins>\n`,
  },
  {
    what: 'a row of our name in a comment, and one for another program, are none of ours',
    before: `<jsplugins>\n  <!-- ${OLDER} -->\n  ${OLDER.replace('"et"', '"wps"')}\n</jsplugins>\n`,
    installed: `<jsplugins>\n  <!-- ${OLDER} -->\n  ${OLDER.replace('"et"', '"wps"')}\n  ${OURS}\n</jsplugins>\n`,
  },
  {
    what: 'our name is part of another, or of a value',
    before: `<jsplugins>\n  <jsplugin name="tianbao2" type="et" url='x name="tianbao"'/>\n</jsplugins>\n`,
    installed: `<jsplugins>\n  <jsplugin name="tianbao2" type="et" url='x name="tianbao"'/>\n  ${OURS}\n</jsplugins>\n`,
  },
  {
    what: 'an element that nobody knows is there',
    before: `<jsplugins version="2">\n  <settings a="1"/>\n  ${OTHER}\n</jsplugins>\n<!-- end -->`,
    installed: `<jsplugins version="2">\n  <settings a="1"/>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n<!-- end -->`,
  },
  {
    what: 'the file is cut off: whole rows stay',
    before: `${HEAD}<jsplugins>\n  ${OTHER}\n  <jsplugin name="cut" ty`,
    installed: `${HEAD}<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`,
    broken: true,
  },
  {
    what: 'the file is cut off behind our row',
    before: `<jsplugins>\n  ${OTHER}\n  ${OLDER}\n`,
    installed: `${HEAD}<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`,
    broken: true,
    removed: `${HEAD}<jsplugins>\n  ${OTHER}\n</jsplugins>\n`,
    removedBroken: true,
  },
  {
    what: 'two files were written one behind the other',
    before: `<jsplugins>${OTHER}</jsplugins><jsplugins>${ANOTHER}</jsplugins>`,
    installed: `${HEAD}<jsplugins>\n  ${OTHER}\n  ${ANOTHER}\n  ${OURS}\n</jsplugins>\n`,
    broken: true,
  },
  {
    what: 'a comment has no end: what was out of force stays so',
    before: `<jsplugins>\n  ${ANOTHER}\n  <!-- ${OTHER}\n</jsplugins>\n`,
    installed: `${HEAD}<jsplugins>\n  ${ANOTHER}\n  ${OURS}\n</jsplugins>\n`,
    broken: true,
  },
  {
    what: 'it is something else altogether',
    before: 'Not found, 404 < > "',
    installed: alone,
    broken: true,
  },
  {
    what: 'a row is not closed by its own name',
    before: `<jsplugins><jsplugin name="a"></jspluginonline>${OTHER}</jsplugins>`,
    installed: `${HEAD}<jsplugins>\n  ${OTHER}\n  ${OURS}\n</jsplugins>\n`,
    broken: true,
  },
];
