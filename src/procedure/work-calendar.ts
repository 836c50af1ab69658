import { isoOf, weekdayOf, yearOf } from './day.ts';
import type { Day } from './project.ts';

/**
 * Which days are worked on in China, as the State Council announces it year by year. Handed in as data
 * (`dist/work-calendar.json` at build): a year whose announcement is not in it is not known.
 */
export interface WorkCalendar {
  /** The first and last years it knows. */
  readonly from: number;
  readonly to: number;
  /** Days off, weekends among them or not, as `2026-10-01`. */
  readonly off: readonly string[];
  /** Saturdays and Sundays that are worked on. */
  readonly worked: readonly string[];
}

/** No working day lies further off than this: the longest holiday has nine days. */
const LONGEST_SEARCH = 40;

/**
 * Holidays that fall on the same days every year (《全国年节及纪念日放假办法》 as of 2025), as `10-01`. Where no
 * announcement says how they are moved, they alone are off.
 */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * Counts working days. In years the calendar does not know, Monday to Friday are but for the holidays of fixed date, and
 * `estimated` says so.
 */
export class WorkingDays {
  readonly #calendar: WorkCalendar;
  readonly #off: ReadonlySet<string>;
  readonly #worked: ReadonlySet<string>;

  constructor(calendar: WorkCalendar) {
    this.#calendar = calendar;
    this.#off = new Set(calendar.off);
    this.#worked = new Set(calendar.worked);
  }

  knows(day: Day): boolean {
    const year = yearOf(day);
    return year >= this.#calendar.from && year <= this.#calendar.to;
  }

  isWorkingDay(day: Day): boolean {
    const iso = isoOf(day);
    if (this.#worked.has(iso)) return true;
    const weekday = weekdayOf(day);
    if (weekday === 0 || weekday === 6) return false;
    return this.knows(day) ? !this.#off.has(iso) : !FIXED_HOLIDAYS.has(iso.slice(5));
  }

  /** The n-th working day after a day, which itself does not count (Civil Code, article 201). */
  after(day: Day, count: number): CountedDay {
    const unknown = new Set<number>();
    const last = day + count * 7 + LONGEST_SEARCH;
    let at = day;
    for (let left = count; left > 0 && at < last;) {
      at++;
      if (this.isWorkingDay(at)) left--;
      if (!this.knows(at)) unknown.add(yearOf(at));
    }
    return { day: at, estimated: [...unknown] };
  }

  /** The day itself if it is worked on, else the next that is (Civil Code, article 203). */
  onOrAfter(day: Day): CountedDay {
    return this.after(day - 1, 1);
  }
}

/** A day, and the years whose holidays were not known when it was counted. */
export interface CountedDay {
  readonly day: Day;
  readonly estimated: readonly number[];
}
