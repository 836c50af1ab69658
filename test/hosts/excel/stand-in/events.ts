import type { StandInSheet } from './sheet.ts';
import { EVENT_CATEGORY, type WireEvent } from './wire.ts';

/** The numbers by which office.js knows Excel's events (`eventType` in its `excel-web` script). */
export const EventType = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  formatChanged: 18,
  protectionChanged: 24,
  nameChanged: 25,
} as const;

export type EventNumber = (typeof EventType)[keyof typeof EventType];

/** What a client calls to have events sent to it, `_Register…` and `_Unregister…`. */
const REGISTRATIONS: ReadonlyMap<string, EventNumber> = new Map([
  ['DataChangedEvent', EventType.changed],
  ['ActivatedEvent', EventType.activated],
  ['DeactivatedEvent', EventType.deactivated],
  ['AddedEvent', EventType.added],
  ['SelectionChangedEvent', EventType.selectionChanged],
  ['DeletedEvent', EventType.deleted],
  ['FormatChangedEvent', EventType.formatChanged],
  ['ProtectionChangedEvent', EventType.protectionChanged],
  ['EventNameChanged', EventType.nameChanged],
]);

/** The target of events of the whole collection of sheets. */
export const ALL_SHEETS = 'Workbook';

/** Which events an add-in has asked for, and those on their way to it. */
export class ExcelEvents {
  /** Tells the client; called some time after what it tells of, never within. */
  deliver: (events: readonly WireEvent[]) => void = () => undefined;
  /** `context.runtime.enableEvents`. */
  areEnabled = true;
  #registered = new Map<string, number>();
  #underWay = 0;

  /** @returns whether the member is one that registers or unregisters */
  register(member: string, target: string): boolean {
    const match = /^_(Unr|R)egister(\w+)$/.exec(member);
    const type = REGISTRATIONS.get(match?.[2] ?? '');
    if (!match || type === undefined) return false;
    const key = `${String(type)} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + (match[1] === 'R' ? 1 : -1));
    return true;
  }

  /** How many handlers the client has Excel send events to. */
  get registered(): number {
    return [...this.#registered.values()].reduce((sum, count) => sum + count, 0);
  }

  get underWay(): number {
    return this.#underWay;
  }

  tell(type: EventNumber, sheet: StandInSheet, message: object, only?: 'workbook'): void {
    if (!this.areEnabled) return;
    const targets = (only ? [ALL_SHEETS] : [sheet.id, ALL_SHEETS]).filter(
      (target) => (this.#registered.get(`${String(type)} ${target}`) ?? 0) > 0,
    );
    if (targets.length === 0) return;
    const text = JSON.stringify({ worksheetId: sheet.id, ...message });
    this.#underWay++;
    setTimeout(() => {
      this.#underWay--;
      this.deliver(
        targets.map((targetId) => ({ messageCategory: EVENT_CATEGORY, messageType: type, targetId, message: text })),
      );
    }, 0);
  }
}
