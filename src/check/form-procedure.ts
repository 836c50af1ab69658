import type { FilledForm } from '../locate/filled.ts';
import { countyOf, findCategory } from '../procedure/find.ts';
import { procedureFor } from '../procedure/procedure-for.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Answer } from '../procedure/project.ts';
import { FEN } from '../procedure/range.ts';
import { MOST } from '../procedure/read-total.ts';
import { FormScope } from './form-scope.ts';

/**
 * What follows from the amount of a form in its county; `undefined` where the form carries none, it is not filled in, or
 * something is wrong with it in itself: nothing is told of an amount that is still to be corrected.
 */
export function formProcedure(form: FilledForm, procedures: readonly Procedure[]): Answer | undefined {
  const { id, procedure: link } = form.located.form;
  const procedure = procedures.find(({ county }) => county === countyOf(id));
  if (!link || !procedure) return undefined;
  const scope = new FormScope(form, 'accepted').moveTo(undefined);
  const amount = scope.evaluate(link.total);
  if (typeof amount !== 'number') return undefined;
  const total = Math.round(amount * FEN[link.unit]);
  if (!(total > 0 && total <= MOST)) return undefined;
  const named = typeof link.category === 'object' ? scope.evaluate(link.category) : link.category;
  const category = typeof named === 'string' ? findCategory(procedure, named)?.key : undefined;
  return procedureFor(procedure, { total, ...(category === undefined ? {} : { category }) });
}
