import type { Program } from './program.ts';
import { Refusal } from './refusal.ts';
import type { Granted } from './requirement-table.ts';
import { ServerObject } from './server-object.ts';
import {
  ActionType,
  PathType,
  type WireAction,
  type WireAnswer,
  type WireArguments,
  type WirePath,
  type WireQuery,
  type WireRequest,
  type WireResult,
} from './wire.ts';
import { WorkbookObject } from './workbook-object.ts';

/** Objects that an add-in keeps from one sync to the next, by their reference. */
export type KeptObjects = Map<string, ServerObject>;

let lastReference = 0;

/** One request: its actions are carried out one by one, up to the first that is refused. */
export class RequestRun {
  readonly #program: Program;
  readonly #granted: Granted;
  readonly #kept: KeptObjects;
  readonly #request: WireRequest;
  readonly #objects = new Map<number, ServerObject | null>();
  readonly #references = new Map<ServerObject, string>();

  constructor(program: Program, granted: Granted, kept: KeptObjects, request: WireRequest) {
    this.#program = program;
    this.#granted = granted;
    this.#kept = kept;
    this.#request = request;
    for (const [reference, object] of kept) this.#references.set(object, reference);
  }

  answer(): WireAnswer {
    const results: WireResult[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.#request.Actions.entries()) {
      try {
        if (action.ActionType === ActionType.trace) traces.push(action.Id);
        results.push({ ActionId: action.Id, Value: this.#carryOut(action) ?? null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const location = `${this.#request.ObjectPaths[String(action.ObjectPathId)]?.Name ?? ''}.${action.Name}`;
        const refused = { Code: error.code, Message: error.message, Location: location, ActionIndex: index };
        return { Results: results, TraceIds: traces, Error: refused };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  #carryOut(action: WireAction): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const object = this.#objectAt(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object && this.#identity(object);
      case ActionType.query:
        return object && this.#loaded(object, action.QueryInfo ?? {});
      case ActionType.set: {
        const [value] = this.#argumentsOf(action.ArgumentInfo);
        const there = present(object);
        const member = this.#grantedMember(there, action.Name);
        there.set(member, value);
        return;
      }
      case ActionType.call:
        return this.#called(object, action);
      default:
        throw new Error(`unknown action ${String(action.ActionType)}`);
    }
  }

  #called(object: ServerObject | null, action: WireAction): unknown {
    if (action.Name === '_KeepReference') {
      if (object) this.#keep(object);
      return undefined;
    }
    if (action.Name === '_RemoveReference') {
      const [reference] = this.#argumentsOf(action.ArgumentInfo);
      const gone = typeof reference === 'string' ? this.#kept.get(reference) : undefined;
      if (gone && isHeld(gone)) this.#program.document.held.delete(gone);
      this.#kept.delete(String(reference));
      return undefined;
    }
    const there = present(object);
    const answer = there.call(this.#grantedMember(there, action.Name), this.#argumentsOf(action.ArgumentInfo));
    return answer instanceof ServerObject ? this.#identity(answer) : answer;
  }

  #keep(object: ServerObject): void {
    if (!object.isKept || this.#references.has(object)) return;
    const reference = `reference-${String(++lastReference)}`;
    this.#references.set(object, reference);
    this.#kept.set(reference, object);
    if (isHeld(object)) this.#program.document.held.add(object);
  }

  /** By which the client finds an object again. */
  #identity(object: ServerObject): object {
    const reference = this.#references.get(object);
    return {
      ...(object.id === undefined ? {} : { Id: object.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  #objectAt(pathId: number): ServerObject | null {
    const known = this.#objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.#request.ObjectPaths[String(pathId)];
    if (!path) throw new Error(`no path ${String(pathId)}`);
    const object = this.#resolved(path);
    this.#objects.set(pathId, object);
    return object;
  }

  #resolved(path: WirePath): ServerObject | null {
    if (path.ObjectPathType === PathType.root) return new WorkbookObject(this.#program);
    if (path.ObjectPathType === PathType.none) return null;
    if (path.ObjectPathType === PathType.reference) {
      const kept = this.#kept.get(path.Name);
      if (!kept) throw new Refusal('ItemNotFound', 'the object is not kept any more');
      return kept;
    }
    const parent = this.#objectAt(path.ParentObjectPathId ?? -1);
    // What hangs on a null object is one too.
    if (!parent) return null;
    const given = this.#argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.indexer) return parent.item(given[0]);
    const member = this.#grantedMember(parent, path.Name);
    const found = path.ObjectPathType === PathType.call ? parent.call(member, given) : parent.get(member);
    if (found === null || found instanceof ServerObject) return found;
    throw new Error(`${parent.type}.${member} leads to no object`);
  }

  #argumentsOf(info: WireArguments | undefined): readonly unknown[] {
    const given = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds ?? [];
    return given.map((value, index) => {
      const id = ids[index] ?? 0;
      return id > 0 ? this.#objectAt(id) : value;
    });
  }

  /** The member's name in `@types/office-js`. @throws Refusal ApiNotFound for what the program does not know */
  #grantedMember(object: ServerObject, name: string): string {
    if (name.startsWith('_')) return name;
    const member = name.slice(0, 1).toLowerCase() + name.slice(1);
    if (!this.#granted.has(object.type, member)) throw new Refusal('ApiNotFound', `${object.type}.${member}`);
    return member;
  }

  #loaded(object: ServerObject, query: WireQuery): unknown {
    const names = [...(query.Select ?? []), ...(query.Expand ?? [])];
    if (names.length === 0) throw new Refusal('InvalidArgument', 'name the properties to load');
    return this.#properties(object, names, query);
  }

  #properties(object: ServerObject, names: readonly string[], query: WireQuery = {}): unknown {
    const items = object.items();
    if (items) {
      const skip = query.Skip ?? 0;
      const shown = items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
      return { ...this.#identity(object), _Items: shown.map((item) => this.#properties(item, names)) };
    }
    const told: Record<string, unknown> = { ...this.#identity(object) };
    const nested = new Map<string, string[]>();
    for (const name of names) {
      const [first = '', ...rest] = name.split('/').filter((step) => step !== 'items');
      if (rest.length > 0) nested.set(first, [...(nested.get(first) ?? []), rest.join('/')]);
      else told[first.slice(0, 1).toUpperCase() + first.slice(1)] = this.#property(object, first);
    }
    for (const [first, rest] of nested) {
      const inner = object.get(this.#grantedMember(object, first));
      told[first.slice(0, 1).toUpperCase() + first.slice(1)] =
        inner instanceof ServerObject ? this.#properties(inner, rest) : null;
    }
    return told;
  }

  #property(object: ServerObject, name: string): unknown {
    const value = object.get(this.#grantedMember(object, name));
    if (!(value instanceof ServerObject)) return value;
    throw new Refusal('InvalidArgument', `name the properties of ${object.type}.${name}`);
  }
}

function present(object: ServerObject | null): ServerObject {
  if (!object) throw new Refusal('ItemNotFound', 'a null object can do nothing');
  return object;
}

type Held = Parameters<Program['document']['held']['add']>[0];

function isHeld(object: ServerObject): object is ServerObject & Held {
  return 'area' in object && 'sheet' in object;
}
