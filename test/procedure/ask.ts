import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { workCalendar } from '../../scripts/work-calendar.ts';
import { dayOf } from '../../src/procedure/day.ts';
import { loadProcedure } from '../../src/procedure/load-procedure.ts';
import { fenOf } from '../../src/procedure/money.ts';
import { procedureFor } from '../../src/procedure/procedure-for.ts';
import type { Procedure } from '../../src/procedure/procedure.ts';
import type { Answer, Day } from '../../src/procedure/project.ts';
import { FEN } from '../../src/procedure/range.ts';
import { WorkingDays } from '../../src/procedure/work-calendar.ts';
import { formIds } from './form-ids.ts';

export const COUNTIES = ['fengdu', 'yunyang', 'yuzhong', 'jinzhai', 'gaoqing'] as const;
export type County = (typeof COUNTIES)[number];

export const CALENDAR = workCalendar();

const procedures = new Map<string, Procedure>();

/** A county's procedure, as the product loads it. */
export function procedureOf(county: County): Procedure {
  const known = procedures.get(county);
  if (known) return known;
  const file = path.join(import.meta.dirname, '../../templates', county, 'procedure.yaml');
  const { procedure, errors } = loadProcedure(parse(readFileSync(file, 'utf8')), formIds());
  assert.ok(procedure, JSON.stringify(errors));
  procedures.set(county, procedure);
  return procedure;
}

/** A project as a table of cases has it. */
export interface Asked {
  /** In 万元, as people write it. */
  readonly total?: string;
  readonly category?: string;
  readonly facts?: Readonly<Record<string, boolean>>;
  /** In percent, or in 万元. */
  readonly measures?: Readonly<Record<string, string>>;
  readonly dates?: Readonly<Record<string, string>>;
  readonly today?: string;
}

export function day(iso: string): Day {
  const found = dayOf(iso);
  assert.ok(found !== undefined, iso);
  return found;
}

function fen(wan: string): number {
  const amount = fenOf(wan, FEN.万元);
  assert.ok(amount !== undefined, wan);
  return amount;
}

export function ask(county: County, asked: Asked): Answer {
  const procedure = procedureOf(county);
  const { total, category, facts = {}, measures = {}, dates = {}, today } = asked;
  for (const key of Object.keys(facts))
    assert.ok(
      procedure.facts.some((fact) => fact.key === key),
      key,
    );
  for (const key of Object.keys(dates))
    assert.ok(
      procedure.events.some((event) => event.key === key),
      key,
    );
  const values = Object.entries(measures).map(([key, written]): [string, number] => {
    const measure = procedure.measures.find((each) => each.key === key);
    assert.ok(measure, key);
    return [key, measure.unit === 'money' ? fen(written) : Number(written)];
  });
  const project = {
    ...(total === undefined ? {} : { total: fen(total) }),
    ...(category === undefined ? {} : { category }),
    ...(today === undefined ? {} : { today: day(today) }),
    facts: new Map(Object.entries(facts)),
    measures: new Map(values),
    dates: new Map(Object.entries(dates).map(([key, iso]) => [key, day(iso)])),
  };
  return procedureFor(procedure, project, new WorkingDays(CALENDAR));
}

/** Whether a step is to be taken, is not, or is under a condition still open. */
export function stateOf(answer: Answer, id: string): 'yes' | 'no' | 'if' {
  const step = answer.steps.find((each) => each.step.id === id);
  if (step) return step.condition === null ? 'yes' : 'if';
  assert.ok(
    answer.others.some((each) => each.step.id === id),
    `no step ${id}`,
  );
  return 'no';
}
