import assert from 'node:assert/strict';
import { drawForm } from '../../../src/files/blank/draw-form.ts';
import { firstPagePicture } from '../../../src/files/blank/page-picture.ts';
import { allForms } from '../../check-file.ts';

/** The words of a picture, without what is around them. */
function wordsOf(picture: string): string {
  return [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words).join('');
}

describe('files/blank/page-picture', () => {
  for (const form of allForms()) {
    const { id, title, layout } = form;
    if (!layout) continue;
    it(`shows the first page of ${id} within its paper`, () => {
      const picture = firstPagePicture(drawForm(form, layout, new Map()));
      const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
      assert.deepEqual([Number(width), Number(height)], layout.page === 'landscape' ? [1123, 793] : [793, 1123]);
      assert.ok(wordsOf(picture).includes(form.source.annex));
      // Of a title with blanks in it what is printed around them.
      for (const part of title.split('…')) assert.ok(wordsOf(picture).includes(part), part);
      for (const [, x = '', y = ''] of picture.matchAll(/[xM]="?(\d+)"?[ "](?:y=")?(\d+)/g)) {
        assert.ok(Number(x) <= Number(width) && Number(y) <= Number(height), `${x} ${y}`);
      }
      assert.doesNotMatch(picture, /NaN|undefined|Infinity/);
      assert.ok(picture.length < 4000, 'small enough to be carried along');
    });
  }
  it('draws borders as few long lines, and words as text only', () => {
    const [form] = allForms().filter(({ id }) => id === 'jinzhai/pc-purchase');
    assert.ok(form?.layout);
    const drawing = drawForm({ ...form, title: '<a> & "b"' }, form.layout, new Map());
    const picture = firstPagePicture(drawing);
    assert.ok(picture.includes('&lt;a&gt; &amp;'));
    // The nine columns of items have eight lines between them and one at each side.
    const upright = new Set([...picture.matchAll(/M(\d+) \d+V/g)].map(([, x]) => x));
    assert.ok(upright.size >= 5 && upright.size <= 12, String(upright.size));
  });
});
