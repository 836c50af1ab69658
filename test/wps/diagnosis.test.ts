import assert from 'node:assert/strict';
import { diagnose, type WpsReport } from '../../src/wps/diagnosis/diagnosis.ts';
import { DIAGNOSIS_TEXTS } from '../../src/wps/diagnosis/texts.ts';
import { WPS_TEXTS } from '../../src/wps/texts.ts';
import { BookModel, SheetModel } from '../hosts/wps/stand-in/model.ts';
import { UOS, WINDOWS_12, type Profile } from '../hosts/wps/stand-in/profile.ts';
import { StandInWps } from '../hosts/wps/stand-in/stand-in-wps.ts';

const SECRET = '绝密内容';

/** A WPS with a workbook of somebody's in it. */
function inUse(profile: Profile): StandInWps {
  const book = new BookModel('张三的表.xlsx');
  const sheet = new SheetModel(book, '机密', 'Sheet1');
  sheet.setValue(0, 0, SECRET);
  book.sheets.push(sheet);
  return new StandInWps(profile, book);
}

async function reportOf(wps: StandInWps): Promise<WpsReport | null> {
  return await diagnose({
    roots: wps.globals,
    page: {},
    wait: () => Promise.resolve(),
    now: () => 0,
    onStep: () => undefined,
  });
}

async function measuresOf(wps: StandInWps): Promise<WpsReport['measures']> {
  const report = await reportOf(wps);
  assert.ok(report);
  return report.measures;
}

for (const profile of [WINDOWS_12, UOS]) {
  describe(`the diagnosis, ${profile.name} (a stand-in)`, () => {
    it('leaves all as it was', async () => {
      const wps = inUse(profile);
      const { book } = wps;
      const before = [wps.looks(), JSON.stringify(wps.switches), wps.listening];
      assert.ok(await reportOf(wps));
      assert.equal(wps.book, book);
      assert.deepEqual([wps.looks(), JSON.stringify(wps.switches), wps.listening], before);
      assert.deepEqual(wps.books, [book]);
      assert.equal(wps.files.size, 0);
    });

    it('tells nothing of the workbook, its name, folders or people', async () => {
      const text = JSON.stringify(await reportOf(inUse(profile)));
      for (const word of [SECRET, '张三', '机密', '王 五', 'C:', '/tmp']) {
        assert.equal(text.includes(word), false, word);
      }
    });

    it('does not undo anything while another workbook is open, also one without contents', async () => {
      const wps = new StandInWps(profile);
      wps.newBook();
      assert.deepEqual((await measuresOf(wps)).undo, { skipped: 'other workbooks are open' });
      assert.equal('skipped' in ((await measuresOf(new StandInWps(profile))).undo ?? {}), false);
    });

    it('does not undo anything while somebody else has a workbook open', async () => {
      const report = await reportOf(inUse(profile));
      assert.ok(report);
      assert.deepEqual(report.measures.undo, { skipped: 'other workbooks are open' });
    });
  });
}

describe('the diagnosis', () => {
  it('finds out what the builds differ in', async () => {
    const windows = await measuresOf(inUse(WINDOWS_12));
    const uos = await measuresOf(inUse(UOS));
    assert.deepEqual([windows.shapes?.row, windows.shapes?.column], ['1x3', '3x1']);
    assert.deepEqual([uos.shapes?.row, uos.shapes?.column], ['flat 3', 'flat 3']);
    assert.deepEqual([windows.shapes?.cell, windows.shapes?.emptyCell], ['number', 'null']);
    assert.equal(windows.shapes?.valueAssigned, 'throws TypeError');
    assert.equal(windows.members?.PluginStorage, 'Application wps');
    assert.equal(uos.members?.PluginStorage, 'wps');
    assert.match(String(windows.events?.ownWrite), /M1/);
    assert.equal(windows.events?.ownWriteSwitchedOff, 'none');
    assert.match(String(uos.events?.ownWriteSwitchedOff), /M2:M3/);
    assert.equal(uos.events?.WorkbookAfterSave, 'throws Error');
    assert.equal(windows.comments?.again, 'throws Error');
    assert.equal(windows.comments.left, 0);
    assert.equal(windows.fill?.cleared, true);
    assert.deepEqual([windows.files?.['binary, with a path'], uos.files?.['binary, a bare name']], ['same', 'same']);
  });

  it('takes one failing measure for what it is, and goes on', async () => {
    const measures = await measuresOf(inUse({ ...WINDOWS_12, without: ['Range.Interior', 'Range.AddComment'] }));
    assert.deepEqual(measures.fill, { failed: 'TypeError' });
    assert.equal(measures.shapes?.block, '3x3');
  });

  it('finds out nothing where there is no WPS', async () => {
    assert.equal(
      await diagnose({ roots: {}, page: {}, wait: () => Promise.resolve(), now: () => 0, onStep: () => undefined }),
      null,
    );
  });

  it('says all in Chinese and in English', () => {
    for (const [key, { zh, en }] of Object.entries({ ...DIAGNOSIS_TEXTS, ...WPS_TEXTS })) {
      assert.match(zh, /[一-龥]/, key);
      assert.doesNotMatch(en.replace('填报助手', ''), /[一-龥]/, key);
    }
  });
});
