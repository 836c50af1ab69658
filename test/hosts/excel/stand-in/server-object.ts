import { NotModelled, Refusal } from './refusal.ts';

/** An argument of a call, as far as JSON goes; where the add-in gave a proxy, the object it stands for. */
export type Argument = unknown;

/** An object of Excel's that an add-in can have a proxy of. Members are named as in `@types/office-js`. */
export abstract class ServerObject {
  /** Its class in `@types/office-js`. */
  abstract readonly type: string;
  /** By which its collection finds it again. */
  readonly id: string | undefined = undefined;
  /** Ranges are kept by reference between two syncs; other objects are found again by their path. */
  readonly isKept: boolean = false;

  /** A property: a value, or the object that it leads to. */
  get(member: string): unknown {
    throw new NotModelled(`${this.type}.${member}`);
  }

  set(member: string, _value: unknown): void {
    throw new NotModelled(`setting ${this.type}.${member}`);
  }

  /** A method: what it answers, or the object that it leads to; `null` for a null object. */
  call(member: string, _arguments: readonly Argument[]): unknown {
    throw new NotModelled(`${this.type}.${member}()`);
  }

  /** The items of a collection. */
  items(): readonly ServerObject[] | undefined {
    return undefined;
  }

  /** `getItem` of a collection. */
  item(_key: unknown): ServerObject | null {
    throw new NotModelled(`${this.type}.getItem`);
  }
}

/** The members that every collection has. */
export abstract class Collection extends ServerObject {
  abstract override items(): readonly ServerObject[];

  /** Whether a key given by an add-in means this item. */
  protected means(item: ServerObject, key: string): boolean {
    return item.id === key;
  }

  override item(key: unknown): ServerObject {
    const found = this.find(key);
    if (!found) throw new Refusal('ItemNotFound');
    return found;
  }

  protected find(key: unknown): ServerObject | undefined {
    if (typeof key !== 'string') throw new Refusal('InvalidArgument');
    return this.items().find((item) => this.means(item, key));
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const items = this.items();
    switch (member) {
      case 'getCount':
        return items.length;
      case 'getItem':
        return this.item(given[0]);
      case 'getItemOrNullObject':
        return this.find(given[0]) ?? null;
      case 'getItemAt': {
        const item = typeof given[0] === 'number' ? items[given[0]] : undefined;
        if (!item) throw new Refusal('InvalidArgument');
        return item;
      }
      default:
        return super.call(member, given);
    }
  }
}

export function textArgument(value: Argument): string {
  if (typeof value !== 'string') throw new Refusal('InvalidArgument');
  return value;
}

/** @throws Refusal InvalidArgument for what is no whole number from `least` on */
export function countArgument(value: Argument, least = 0): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw new Refusal('InvalidArgument');
  return value;
}

export function flagArgument(value: Argument): boolean {
  if (typeof value !== 'boolean') throw new Refusal('InvalidArgument');
  return value;
}
