import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';
import type { WorkCalendar } from '../src/procedure/work-calendar.ts';

const schema = z.object({ holidays: z.record(z.iso.date(), z.string()), workdays: z.record(z.iso.date(), z.string()) });

/** The days off and the weekends worked, by the State Council's announcements as the package chinese-days has them. */
export function workCalendar(): WorkCalendar {
  const file = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const [off, worked] = [Object.keys(holidays).sort(), Object.keys(workdays).sort()];
  // A year is known once its National Day is: the announcement of a year has all of it, that of the year before New Year's Eve.
  const years = off.filter((day) => day.endsWith('-10-01')).map((day) => Number(day.slice(0, 4)));
  return { from: Math.min(...years), to: Math.max(...years), off, worked };
}
