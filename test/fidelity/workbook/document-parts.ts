import { picture } from './binary-parts.ts';
import { DECLARATION, PACKAGE, type PackageBuilder } from './package-builder.ts';

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** What belongs to the document and not to the workbook in it. */
export function packageParts(builder: PackageBuilder): void {
  builder
    .relate(
      '',
      ['rId1', 'officeDocument', 'xl/workbook.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', 'extended-properties', 'docProps/app.xml'],
      ['rId4', 'custom-properties', 'docProps/custom.xml'],
      ['rId5', `${PACKAGE}/relationships/metadata/thumbnail`, 'docProps/thumbnail.png'],
      ['rId6', `${MICROSOFT}/2007/relationships/ui/extensibility`, 'customUI/customUI14.xml'],
      ['rId7', `${MICROSOFT}/2011/relationships/webextensiontaskpanes`, 'xl/webextensions/taskpanes.xml'],
    )
    .add(
      'docProps/core.xml',
      `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>政务信息资源目录</dc:title><dc:creator>张三</dc:creator><cp:keywords>共享;目录</cp:keywords><cp:lastModifiedBy>李四</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`,
      'application/vnd.openxmlformats-package.core-properties+xml',
    )
    .add(
      'docProps/app.xml',
      `${DECLARATION}<Properties xmlns="${PROPERTIES}/extended-properties"><Application>Microsoft Excel</Application><Manager>王五</Manager><Company>县大数据局</Company><AppVersion>16.0300</AppVersion></Properties>`,
      'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    )
    .add(
      'docProps/custom.xml',
      `${DECLARATION}<Properties xmlns="${PROPERTIES}/custom-properties" xmlns:vt="${PROPERTIES}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.15120</vt:lpwstr></property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="表单编号"><vt:i4>7</vt:i4></property></Properties>`,
      'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    )
    .add('docProps/thumbnail.png', picture(4, 1, 2, 3, 255));
}

/** Custom XML, a ribbon tab, a task pane, as an add-in leaves them. */
export function addInParts(builder: PackageBuilder): void {
  builder
    .add('customXml/item1.xml', `${DECLARATION}<form xmlns="urn:example:form"><id>信息资源目录</id></form>`)
    .relate('customXml/item1.xml', ['rId1', 'customXmlProps', 'itemProps1.xml'])
    .add(
      'customXml/itemProps1.xml',
      `${DECLARATION}<ds:datastoreItem ds:itemID="{6F2C0D7B-5555-4000-8000-000000000001}" xmlns:ds="${PROPERTIES}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="urn:example:form"/></ds:schemaRefs></ds:datastoreItem>`,
      'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    )
    .add(
      'customUI/customUI14.xml',
      `${DECLARATION}<customUI xmlns="${MICROSOFT}/2009/07/customui"><ribbon><tabs><tab id="填报" label="填报"/></tabs></ribbon></customUI>`,
    )
    .add(
      'xl/webextensions/taskpanes.xml',
      `${DECLARATION}<wetp:taskpanes xmlns:wetp="${MICROSOFT}/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="1"><wetp:webextensionref xmlns:r="${PROPERTIES}/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
      'application/vnd.ms-office.webextensiontaskpanes+xml',
    )
    .relate('xl/webextensions/taskpanes.xml', [
      'rId1',
      `${MICROSOFT}/2011/relationships/webextension`,
      'webextension1.xml',
    ])
    .add(
      'xl/webextensions/webextension1.xml',
      `${DECLARATION}<we:webextension xmlns:we="${MICROSOFT}/webextensions/webextension/2010/11" id="{6F2C0D7B-6666-4000-8000-000000000001}"><we:reference id="wa1" version="1.0.0.0" store="zh-CN" storeType="OMEX"/></we:webextension>`,
      'application/vnd.ms-office.webextension+xml',
    );
}
