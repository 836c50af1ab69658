import { addMonths, lastOfMonth, yearOf } from './day.ts';
import type { Deadline, Period } from './procedure.ts';
import type { Day, Due, Project } from './project.ts';
import type { CountedDay, WorkingDays } from './work-calendar.ts';

/**
 * The days a deadline comes to; `null` where the day it runs from, or today, is not known, or how to count working days.
 * @param begun The deadline of the step with which the year's round begins, for one that belongs to it.
 */
export function dueOf(
  deadline: Deadline,
  project: Project,
  workingDays: WorkingDays | undefined,
  begun: Due | null = null,
): Due | null {
  if (deadline.kind === 'before') return null;
  if (deadline.kind === 'yearly') return yearly(deadline.month, begun?.until ?? project.today);
  const { after: event } = deadline;
  const stated = project.dates?.get(event.key);
  const day = stated ?? project.supposed;
  if (day === undefined || !workingDays) return null;
  const days = workingDays;
  const after = { event, day, supposed: stated === undefined };
  const from = deadline.kind === 'within' ? null : end(deadline.kind === 'between' ? deadline.from : deadline.period);
  const until = deadline.kind === 'at-least' ? null : end(deadline.kind === 'between' ? deadline.to : deadline.period);
  const next = until && days.onOrAfter(until.day);
  const extended = next && next.day !== until.day ? next : null;
  return {
    from: from?.day ?? null,
    until: until?.day ?? null,
    extended: extended?.day ?? null,
    after,
    estimated: [...new Set([from, until, extended].flatMap((one) => one?.estimated ?? []))],
  };

  function end(period: Period): CountedDay {
    if ('workingDays' in period) return days.after(after.day, period.workingDays);
    return { day: addMonths(after.day, period.months), estimated: [] };
  }
}

/** The end of the month in that day's year, or in the next where it is over. */
function yearly(month: number, day: Day | undefined): Due | null {
  if (day === undefined) return null;
  const thisYear = lastOfMonth(yearOf(day), month);
  const until = day <= thisYear ? thisYear : lastOfMonth(yearOf(day) + 1, month);
  return { from: null, until, extended: null, after: null, estimated: [] };
}
