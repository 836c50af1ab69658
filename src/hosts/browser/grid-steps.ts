import type { IMutationInfo } from '@univerjs/core';
import type { UniverGrid } from './univer.ts';

/** What marks a change of the grid as ours, for those who listen. */
export const OUR_TRIGGER = 'tianbao';

/** Changes of the grid, gathered and then made as one step that one undo takes back. */
export class GridStep {
  readonly #grid: UniverGrid;
  readonly #unitId: string;
  readonly #redo: IMutationInfo[] = [];
  readonly #undo: IMutationInfo[] = [];

  constructor(grid: UniverGrid, unitId: string) {
    this.#grid = grid;
    this.#unitId = unitId;
  }

  add(id: string, params: object, undo: { readonly id: string; readonly params: object }): void {
    this.#redo.push({ id, params: { ...params, trigger: OUR_TRIGGER } });
    this.#undo.unshift({ id: undo.id, params: { ...undo.params, trigger: OUR_TRIGGER } });
  }

  /** False where nothing had to be done. */
  run(): boolean {
    if (this.#redo.length === 0) return false;
    for (const { id, params } of this.#redo) this.#grid.commands.syncExecuteCommand(id, params);
    this.#grid.undoRedo.pushUndoRedo({ unitID: this.#unitId, undoMutations: this.#undo, redoMutations: this.#redo });
    return true;
  }
}
