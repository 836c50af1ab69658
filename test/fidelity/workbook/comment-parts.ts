import { DECLARATION, MAIN } from './package-builder.ts';

const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const THREAD = '{6F2C0D7B-0000-4000-8000-000000000001}';
const PERSON = '{6F2C0D7B-0000-4000-8000-000000000002}';

/** Notes at B3 (rich text, by 张三) and D4 (one text, always shown), and what stands for a thread at E5. */
export function commentsPart(): string {
  return (
    `${DECLARATION}<comments xmlns="${MAIN}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><authors><author>张三</author><author>tc=${THREAD}</author></authors><commentList>` +
    '<comment ref="B3" authorId="0" shapeId="0" xr:uid="{6F2C0D7B-4444-4000-8000-000000000001}"><text><r><rPr><b/><sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr><t>张三:</t></r><r><rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr><t xml:space="preserve">\n请核对 &lt;部门&gt; &amp; 单位</t></r></text></comment>' +
    '<comment ref="D4" authorId="0" shapeId="0"><text><t>只有一段</t></text></comment>' +
    `<comment ref="E5" authorId="1" shapeId="0" xr:uid="${THREAD}"><text><t>[线程批注]\n您的 Excel 版本可读取此线程批注。\n\n批注:\n    请说明</t></text></comment>` +
    '</commentList></comments>'
  );
}

export function threadedCommentsPart(): string {
  return (
    `${DECLARATION}<ThreadedComments xmlns="${THREADS}" xmlns:x="${MAIN}"><threadedComment ref="E5" dT="2024-01-01T00:00:00.00" personId="${PERSON}" id="${THREAD}"><text>请说明</text></threadedComment>` +
    `<threadedComment ref="E5" dT="2024-01-02T00:00:00.00" personId="${PERSON}" id="{6F2C0D7B-0000-4000-8000-000000000003}" parentId="${THREAD}"><text>已说明</text></threadedComment></ThreadedComments>`
  );
}

export function personsPart(): string {
  return `${DECLARATION}<personList xmlns="${THREADS}" xmlns:x="${MAIN}"><person displayName="张三" id="${PERSON}" userId="zhangsan" providerId="None"/></personList>`;
}
