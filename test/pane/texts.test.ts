import assert from 'node:assert/strict';
import { DIAGNOSTICS_TEXTS } from '../../src/pane/diagnostics/texts.ts';
import { GALLERY_TEXTS } from '../../src/pane/gallery/texts.ts';
import { OVERVIEW_TEXTS } from '../../src/pane/overview/texts.ts';
import { REVIEW_TEXTS } from '../../src/pane/review/texts.ts';
import { text, TEXT_KEYS } from '../../src/pane/texts.ts';
import { WORKBENCH_TEXT_KEYS, workbenchText } from '../../src/workbench/texts.ts';

type Texts = readonly (readonly [key: string, zh: string, en: string])[];

const MODULES: Readonly<Record<string, Texts>> = {
  pane: TEXT_KEYS.map((key) => [key, text('zh', key), text('en', key)]),
  workbench: WORKBENCH_TEXT_KEYS.map((key) => [key, workbenchText('zh', key), workbenchText('en', key)]),
};

/** An amount, and a form, are named in each language in its own way. */
const OTHERWISE: ReadonlySet<string> = new Set(['project-amount-both', 'opinion.heading', 'opinion.received']);

const placesIn = (said: string): string => [...new Set(said.match(/\{\w+\}/g) ?? [])].sort().join();

/** What is quoted stays in its own language, and so do the units of the forms. */
const withoutQuotations = (said: string): string => said.replace(/“[^”]*”|\([^)]*\)|万?元/gu, '');

for (const [name, texts] of Object.entries(MODULES)) {
  describe(`the texts of the ${name}`, () => {
    it('are there in Chinese and in English, and none is empty', () => {
      assert.ok(texts.length > 20);
      const empty = texts.filter(([, zh, en]) => zh.trim() === '' || en.trim() === '');
      assert.deepEqual(empty, []);
    });

    it('have the same places to fill in in both', () => {
      const differing = texts.filter(([key, zh, en]) => !OTHERWISE.has(key) && placesIn(zh) !== placesIn(en));
      assert.deepEqual(
        differing.map(([key]) => key),
        [],
      );
    });

    it('have no Chinese in the English ones', () => {
      const mixed = texts.filter(
        ([key, , en]) => key !== 'other-language' && /\p{Script=Han}/u.test(withoutQuotations(en)),
      );
      assert.deepEqual(mixed, []);
    });
  });
}

describe('the texts of the parts of the pane', () => {
  it('have no key that another part has', () => {
    const parts = [DIAGNOSTICS_TEXTS, GALLERY_TEXTS, OVERVIEW_TEXTS, REVIEW_TEXTS];
    const keys = parts.flatMap((texts) => Object.keys(texts)).sort();
    assert.deepEqual([...new Set(keys)], keys);
    for (const key of keys)
      assert.ok(
        TEXT_KEYS.some((one) => one === key),
        key,
      );
  });
});
