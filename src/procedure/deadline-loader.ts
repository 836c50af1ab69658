import { withNearest } from '../forms/definition-wording.ts';
import type { DefinitionPath } from '../forms/definition-error.ts';
import type { Faults } from '../forms/faults.ts';
import { quotationFault } from './condition-loader.ts';
import type { DeadlineDefinition, PeriodDefinition } from './definition.ts';
import type { Deadline, Event, Period } from './procedure.ts';

const KINDS = ['yearly', 'within', 'between', 'atLeast', 'before'] as const;

/** A deadline of what an author wrote; `undefined` where it has a fault. `used` takes the events it names. */
export function loadDeadline(
  definition: DeadlineDefinition,
  path: DefinitionPath,
  {
    events,
    used,
    quoted,
  }: {
    readonly events: ReadonlyMap<string, Event>;
    readonly used: Set<string>;
    readonly quoted: readonly string[];
  },
  faults: Faults,
): Deadline | undefined {
  const { words, yearly, within, between, atLeast, before, after } = definition;
  faults.add([...path, 'words'], quotationFault(words, quoted));
  const given = KINDS.filter((kind) => definition[kind] !== undefined);
  if (given.length !== 1) {
    const all = KINDS.join(', ');
    faults.add(path, { zh: `${all} 中应有且只有一项`, en: `exactly one of ${all} is expected` });
    return undefined;
  }
  if (yearly !== undefined) {
    if (after !== undefined) faults.add([...path, 'after'], USELESS);
    return { kind: 'yearly', words, month: yearly };
  }
  if (before !== undefined) {
    if (after !== undefined) faults.add([...path, 'after'], USELESS);
    const event = eventOf(before, 'before');
    return event && { kind: 'before', words, event };
  }
  if (after === undefined) {
    faults.add(path, { zh: '缺少 after：从什么时候算起', en: 'after is missing: what it runs from' });
    return undefined;
  }
  const event = eventOf(after, 'after');
  if (within) {
    const period = periodOf(within, 'within');
    return event && period && { kind: 'within', words, period, after: event };
  }
  if (atLeast) {
    const period = periodOf(atLeast, 'atLeast');
    return event && period && { kind: 'at-least', words, period, after: event };
  }
  const [from, to] = [between?.from, between?.to].map((period) => periodOf(period ?? {}, 'between'));
  return event && from && to && { kind: 'between', words, from, to, after: event };

  function eventOf(key: string, entry: string): Event | undefined {
    used.add(key);
    const found = events.get(key);
    if (!found) {
      const wording = { zh: `events 里没有“${key}”`, en: `there is no "${key}" in events` };
      faults.add([...path, entry], withNearest(wording, key, events.keys()));
    }
    return found;
  }

  function periodOf({ months, workingDays }: PeriodDefinition, entry: string): Period | undefined {
    if (months !== undefined && workingDays === undefined) return { months };
    if (workingDays !== undefined && months === undefined) return { workingDays };
    faults.add([...path, entry], {
      zh: 'months、workingDays 中应有且只有一项',
      en: 'exactly one of months and workingDays is expected',
    });
    return undefined;
  }
}

const USELESS = { zh: '这里 after 不起作用', en: 'after does nothing here' };
