import type { Category, Event, Procedure } from './procedure.ts';

/** The procedure of a county, by its folder or its name: fengdu, 丰都县, 丰都. */
export function findProcedure(procedures: readonly Procedure[], words: string): Procedure | undefined {
  const sought = folded(words);
  return procedures.find(({ county, name }) =>
    [county, name, name.replace(/[县区市]$/u, '')].some((known) => folded(known) === sought),
  );
}

/** The county of a form, by its folder: `fengdu` of `fengdu/scope`. */
export function countyOf(formId: string): string {
  return formId.slice(0, formId.indexOf('/'));
}

/** A category by its name or another word for it. */
export function findCategory({ categories }: Procedure, words: string): Category | undefined {
  const sought = folded(words);
  return categories.find(({ key, also }) => [key, ...also].some((known) => folded(known) === sought));
}

/** An event by its name. */
export function findEvent({ events }: Procedure, words: string): Event | undefined {
  const sought = folded(words);
  return events.find(({ key, wording }) => [key, wording.zh].some((known) => folded(known) === sought));
}

function folded(words: string): string {
  return words.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
