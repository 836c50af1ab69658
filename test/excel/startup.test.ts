import assert from 'node:assert/strict';
import { isDarkTheme } from '../../src/excel/office-theme.ts';
import { languageOf, startUp, type OfficeLoader, type Refusal } from '../../src/excel/startup.ts';
import { SHELL_TEXTS, shellText } from '../../src/excel/texts.ts';

const ADDRESS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

interface Played {
  /** `null`: a plain browser; `undefined`: it never answers. */
  readonly host?: string | null;
  /** The newest ExcelApi. */
  readonly minor?: number;
  readonly language?: string;
}

/** office.js as it answers in a program. */
function officeIn({ host, minor = 17, language = 'zh-CN' }: Played): OfficeLoader {
  const office = {
    onReady: () => (host === undefined ? new Promise(() => undefined) : Promise.resolve({ host })),
    context: {
      displayLanguage: language,
      requirements: {
        isSetSupported: (set: string, version: string) => set === 'ExcelApi' && Number(version.split('.')[1]) <= minor,
      },
    },
  };
  return { address: ADDRESS, load: () => Promise.resolve(office as unknown as typeof Office) };
}

const UNREACHABLE: OfficeLoader = { address: ADDRESS, load: () => Promise.reject(new Error('offline')) };
const SLOW: OfficeLoader = { address: ADDRESS, load: () => new Promise(() => undefined) };

describe('the start of the pane in Excel', () => {
  for (const minor of [14, 17, 21]) {
    it(`is ready with ExcelApi 1.${String(minor)}`, async () => {
      const startup = await startUp(officeIn({ host: 'Excel', minor }), 'zh-CN', 50);
      assert.equal(startup.status, 'ready');
    });
  }

  const refusals: readonly (readonly [where: string, loader: OfficeLoader, refusal: Refusal])[] = [
    ['where office.js cannot be reached', UNREACHABLE, { reason: 'no-office-js', address: ADDRESS }],
    ['where office.js does not come', SLOW, { reason: 'no-office-js', address: ADDRESS }],
    ['where Excel does not answer', officeIn({}), { reason: 'no-answer', seconds: '0' }],
    ['in a plain browser', officeIn({ host: null }), { reason: 'not-in-office' }],
    ['in Word', officeIn({ host: 'Word' }), { reason: 'other-host', program: 'Word' }],
    [
      'in Excel 2019',
      officeIn({ host: 'Excel', minor: 7 }),
      { reason: 'too-old', needed: '1.14', has: 'ExcelApi 1.7' },
    ],
    ['in Excel 2013', officeIn({ host: 'Excel', minor: 0 }), { reason: 'too-old', needed: '1.14', has: null }],
  ];
  for (const [where, loader, refusal] of refusals) {
    it(`is refused ${where}: ${refusal.reason}`, async () => {
      assert.deepEqual(await startUp(loader, 'zh-CN', 20), { status: 'refused', language: 'zh', refusal });
    });
  }

  it('speaks the language of Office, where that is known', async () => {
    assert.equal((await startUp(officeIn({ host: 'Excel', language: 'en-US' }), 'zh-CN', 50)).language, 'en');
    assert.equal((await startUp(officeIn({ host: 'Word', language: 'zh-CN' }), 'en-US', 50)).language, 'zh');
    assert.equal((await startUp(UNREACHABLE, 'en-US', 50)).language, 'en');
  });

  for (const [displayed, language] of [
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh'],
    ['zh', 'zh'],
    ['en-US', 'en'],
    ['de-DE', 'en'],
    [undefined, 'zh'],
  ] as const) {
    it(`${String(displayed)} is ${language}`, () => assert.equal(languageOf(displayed), language));
  }
});

describe('what the shell says in place of the pane', () => {
  for (const [key, { zh, en }] of Object.entries(SHELL_TEXTS)) {
    it(`${key} is said in both languages, with the same places`, () => {
      const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
      assert.match(zh, /\p{Script=Han}/u);
      assert.doesNotMatch(en.replace(/填报助手/g, ''), /\p{Script=Han}/u);
      assert.deepEqual(places(zh), places(en));
    });
  }

  it('fills its places', () => {
    assert.match(
      shellText('zh', 'too-old.next', { needed: '1.14', has: 'ExcelApi 1.7' }),
      /ExcelApi 1\.14；本机是 ExcelApi 1\.7/,
    );
  });
});

describe('whether Office is dark', () => {
  const themes: readonly (readonly [theme: Partial<Office.OfficeTheme> | undefined, dark: boolean | undefined])[] = [
    [undefined, undefined],
    [{}, undefined],
    [{ isDarkTheme: true, bodyBackgroundColor: '#FFFFFF' }, true],
    [{ bodyBackgroundColor: '#262626' }, true],
    [{ bodyBackgroundColor: '#E6E6E6' }, false],
    [{ bodyBackgroundColor: '666666' }, true],
    [{ bodyBackgroundColor: 'window' }, undefined],
  ];
  for (const [theme, dark] of themes) {
    it(`${JSON.stringify(theme)}: ${String(dark)}`, () => assert.equal(isDarkTheme(theme), dark));
  }
});
