import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PaneController } from './pane-controller.ts';
import type { PaneState } from './state.ts';
import { text, type TextKey, type TextParams } from './texts.ts';

export const ControllerContext = createContext<PaneController | null>(null);

export interface PaneView {
  readonly controller: PaneController;
  readonly state: PaneState;
  /** A text in the language chosen. */
  readonly t: (key: TextKey, params?: TextParams) => string;
}

/** The pane's state and what can be done, for its parts. */
export function usePane(): PaneView {
  const controller = useContext(ControllerContext);
  if (!controller) throw new Error('a part of the pane stands outside it');
  const state = useSyncExternalStore(controller.subscribe, () => controller.state);
  return { controller, state, t: (key, params) => text(state.language, key, params) };
}
