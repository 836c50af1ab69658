import type * as z from 'zod';
import type { DefinitionError, DefinitionPath } from './definition-error.ts';
import { schemaErrors } from './definition-wording.ts';
import type { Wording } from './form.ts';

/** The faults found in a definition so far, each told once. */
export class Faults {
  readonly #list: DefinitionError[] = [];
  readonly #told = new Set<string>();

  get list(): readonly DefinitionError[] {
    return this.#list;
  }

  /** @returns Whether there was a fault. */
  add(path: DefinitionPath, message: Wording | undefined): boolean {
    if (!message) return false;
    const key = JSON.stringify([path, message.zh]);
    if (!this.#told.has(key)) this.#list.push({ path, message });
    this.#told.add(key);
    return true;
  }

  /**
   * What a schema makes of a part of a definition; `undefined` where it is at fault.
   * @param keys Right here, as far as names for unknown ones are proposed.
   */
  parse<T>(schema: z.ZodType<T>, part: unknown, path: DefinitionPath, keys: readonly string[]): T | undefined {
    const result = schema.safeParse(part, { reportInput: true });
    if (result.success) return result.data;
    for (const { path: place, message } of schemaErrors(result.error, path, keys)) this.add(place, message);
    return undefined;
  }
}
