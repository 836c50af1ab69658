import assert from 'node:assert/strict';
import { detectWps, type JsapiObject } from '../../../../src/hosts/wps/jsapi.ts';
import { BookModel, SheetModel } from './model.ts';
import { UOS, WINDOWS_12, type Profile } from './profile.ts';
import { StandInWps } from './stand-in-wps.ts';

/* What is known of WPS, met again in the stand-in: the tests of the adapter are worth what these are. */

/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call */

function opened(profile: Profile): { wps: StandInWps; application: Loose; sheet: Loose; model: SheetModel } {
  const book = new BookModel('表.xlsx');
  const model = new SheetModel(book, '表一', 'Sheet1');
  book.sheets.push(model, new SheetModel(book, '表二', 'Sheet2'));
  model.rows.push(['甲', 2, null], [3, { error: '#DIV/0!' }, '丙']);
  const wps = new StandInWps(profile, book);
  const application = wps.globals.Application as Loose;
  const sheet = application.ActiveWorkbook.Worksheets.Item('表一');
  return { wps, application, sheet, model };
}

/** Objects of the bridge are whatever they are. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

for (const profile of [WINDOWS_12, UOS]) {
  describe(`the stand-in for ${profile.name}`, () => {
    it('counts collections from 1', () => {
      const { application } = opened(profile);
      const sheets = application.ActiveWorkbook.Worksheets;
      assert.equal(sheets.Count, 2);
      assert.deepEqual([sheets.Item(1).Name, sheets.Item('表二').Name], ['表一', '表二']);
      assert.throws(() => sheets.Item(0));
      assert.throws(() => sheets.Item(3));
    });

    it('has parameterised properties as functions', () => {
      const { sheet } = opened(profile);
      assert.equal(sheet.Range('A1:B2').Address(false, false), 'A1:B2');
      assert.equal(sheet.Range('A1:B2').Address(), '$A$1:$B$2');
      assert.equal(sheet.Range('A1').Resize(2, 3).Address(false, false), 'A1:C2');
    });

    it('throws where Value is assigned, and takes Value2', () => {
      const { sheet } = opened(profile);
      assert.throws(() => (sheet.Range('A1').Value = 1), /Cannot redefine property: Value/);
      sheet.Range('A1').Value2 = 1;
      assert.equal(sheet.Range('A1').Value2, 1);
    });

    it('hands out one cell as its value, several as rows, an empty one as null', () => {
      const { sheet } = opened(profile);
      assert.equal(sheet.Range('A1').Value2, '甲');
      assert.equal(sheet.Range('C1').Value2, null);
      assert.deepEqual(sheet.Range('A1:C2').Value2, [
        ['甲', 2, null],
        [3, -2146826281, '丙'],
      ]);
    });

    it('has an empty sheet’s used range at A1', () => {
      const { application } = opened(profile);
      const used = application.ActiveWorkbook.Worksheets.Item('表二').UsedRange;
      assert.deepEqual([used.Address(false, false), used.Value2], ['A1', null]);
    });

    it('takes texts for what they look like, but for cells with the format of texts', () => {
      const { sheet } = opened(profile);
      sheet.Range('A1').Value2 = '007';
      assert.equal(sheet.Range('A1').Value2, 7);
      sheet.Range('A1').NumberFormat = '@';
      sheet.Range('A1').Value2 = '007';
      assert.equal(sheet.Range('A1').Value2, '007');
      sheet.Range('A1').Value2 = 5;
      assert.equal(sheet.Range('A1').Value2, '5');
    });

    it('refuses a second comment, and tells a comment’s text by a method', () => {
      const { sheet } = opened(profile);
      const comment = sheet.Range('A1').AddComment('批注');
      assert.equal(comment.Text(), '批注');
      assert.throws(() => sheet.Range('A1').AddComment('又一条'));
      assert.equal(sheet.Range('B1').Comment, null);
    });

    it('refuses a second validation', () => {
      const { sheet } = opened(profile);
      sheet.Range('A1').Validation.Add(3, 1, 1, '是,否');
      assert.throws(() => sheet.Range('A1').Validation.Add(3, 1, 1, '是,否'));
      sheet.Range('A1').Validation.Delete();
      sheet.Range('A1').Validation.Add(3, 1, 1, '是,否');
    });

    it('throws at events that it does not know', () => {
      const { wps } = opened(profile);
      const { ApiEvent: events } = wps.globals.wps as Loose;
      assert.throws(() => events.AddApiEventListener('SheetChanged', () => undefined), /is not a valid event name/);
    });

    it('answers null or throws for task panes that are gone', () => {
      const { wps } = opened(profile);
      const root = wps.globals.wps as Loose;
      const pane = root.CreateTaskPane('pane.html', '填报助手');
      assert.equal(pane.Visible, false);
      const id = pane.ID;
      pane.Delete();
      assert.equal(root.GetTaskPane(id), null);
      assert.throws(() => root.GetTaskPane(Number(id) + 5));
    });

    it('copies a sheet without saying which is the copy', () => {
      const { application, sheet } = opened(profile);
      assert.equal(sheet.Copy(), undefined);
      assert.equal(application.ActiveSheet.Name, '表一 (2)');
    });

    it('refuses addresses of more than 255 characters, and cuts those it tells', () => {
      const { sheet } = opened(profile);
      const cells = Array.from({ length: 60 }, (_, at) => `A${String(1000 + 2 * at)}`);
      assert.throws(() => sheet.Range(cells.join(',')));
      assert.equal(sheet.Range(cells.slice(0, 40).join(',')).Areas.Count, 40);
    });

    it('selects nothing on a sheet that is not in front, and refuses what is protected', () => {
      const { application, sheet, model } = opened(profile);
      assert.throws(() => application.ActiveWorkbook.Worksheets.Item('表二').Range('A1').Select());
      model.protectedContents = true;
      assert.throws(() => (sheet.Range('A1').Value2 = 1));
      assert.throws(() => sheet.Range('A1').AddComment('批注'));
    });

    it('has null for the document where none is open', () => {
      const application = new StandInWps(profile).globals.Application as Loose;
      assert.deepEqual([application.ActiveWorkbook, application.ActiveSheet], [null, null]);
    });

    it('counts each property and each call over the bridge as one', () => {
      const { wps, sheet } = opened(profile);
      wps.calls = 0;
      assert.ok(sheet.Range('A1:B2').Value2);
      assert.equal(wps.calls, 2);
      sheet.Range('A1').NumberFormat = '@';
      assert.equal(wps.calls, 4);
    });

    it('is taken for the spreadsheet program of the family', () => {
      const application: JsapiObject<'Application'> | undefined = detectWps(opened(profile).wps.globals);
      assert.equal(application?.has('Workbooks'), true);
      assert.equal(application.has('ApiEvent'), true);
    });
  });
}

describe('what differs from one build to another', () => {
  it('puts what is meant for add-ins on wps alone', () => {
    const { Application: application, wps }: Loose = opened(UOS).wps.globals;
    assert.deepEqual([typeof application.ApiEvent, typeof wps.ApiEvent], ['undefined', 'object']);
    assert.equal(typeof wps.EtApplication, 'function');
  });

  it('hands out one row or one column as a plain list', () => {
    const { sheet } = opened(UOS);
    assert.deepEqual(sheet.Range('A1:C1').Value2, ['甲', 2, null]);
    assert.deepEqual(sheet.Range('A1:A2').Value2, ['甲', 3]);
    assert.deepEqual(opened(WINDOWS_12).sheet.Range('A1:A2').Value2, [['甲'], [3]]);
  });

  it('tells of writes of add-ins also where events are switched off', () => {
    for (const [profile, told] of [
      [WINDOWS_12, 0],
      [UOS, 1],
    ] as const) {
      const { wps, application, sheet } = opened(profile);
      let events = 0;
      (wps.globals.wps as Loose).ApiEvent.AddApiEventListener('SheetChange', () => events++);
      application.EnableEvents = false;
      sheet.Range('A1').Value2 = 1;
      assert.equal(events, told);
    }
  });

  it('writes files by a path, or by a bare name in the temporary folder', () => {
    const files = (profile: Profile): Loose => (opened(profile).wps.globals.wps as Loose).FileSystem;
    assert.equal(files(WINDOWS_12).writeAsBinaryString('C:/t/a.xlsx', 'x'), true);
    assert.throws(() => files(UOS).writeAsBinaryString('/tmp/a.xlsx', 'x'), /path cannot contains/);
    assert.equal(files(UOS).writeAsBinaryString('a.xlsx', 'x'), true);
  });
});
