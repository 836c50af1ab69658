/// <reference types="office-js" />
import type { MountedPane } from '../pane/mount.tsx';
import { startCommands } from './commands.ts';
import { registerFunctions, type FunctionsRuntime } from './functions/register.ts';
import { officeSurface } from './office-surface.ts';
import { languageOf, type OfficeLoader } from './startup.ts';

declare global {
  /** office.js brings it; its types do not. */
  var CustomFunctions: FunctionsRuntime | undefined;
}

/** The pane that commands wait for. */
export interface PaneToCome {
  readonly mounted: Promise<MountedPane>;
  comes(pane: MountedPane): void;
  /** There will be none, and the page says why. */
  fails(): void;
}

export function paneToCome(): PaneToCome {
  let settle: (pane: MountedPane | Promise<never>) => void = () => undefined;
  const mounted = new Promise<MountedPane>((resolve) => {
    settle = resolve;
  });
  // Without office.js nobody waits for it; the page says what failed.
  mounted.catch(() => undefined);
  return {
    mounted,
    comes: (pane) => settle(pane),
    fails: () => settle(Promise.reject(new Error('there is no pane'))),
  };
}

/**
 * Office's script library, with commands and functions made known to it as soon as it is there: Office calls them from the
 * moment on when it is ready, whether the pane is open or not.
 * @param mounted the pane, when there is one; fails where the page shows why there is none
 */
export function withCommands(loader: OfficeLoader, mounted: Promise<MountedPane>): OfficeLoader {
  return {
    address: loader.address,
    load: async () => {
      const office = await loader.load();
      startCommands(office.actions, officeSurface(office, mounted));
      if (globalThis.CustomFunctions) {
        registerFunctions(globalThis.CustomFunctions, () => languageOf(office.context.displayLanguage));
      }
      return office;
    },
  };
}
