import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Host } from '../hosts/host.ts';
import type { Language } from './check-calls.ts';
import { Pane } from './pane.tsx';
import { ControllerContext } from './pane-context.ts';
import { PaneController } from './pane-controller.ts';
import { usePrefersDark } from './prefers-dark.ts';
import type { SaveFile } from './save-file.ts';
import { startWorker } from './worker-port.ts';

/** The pane in a page. */
export interface MountedPane {
  readonly controller: PaneController;
  unmount(): void;
}

/** Puts the pane into an element of a page: the task pane of Excel or WPS, or the side of the workbench. */
export function mountPane(element: HTMLElement, host: Host, language: Language, saveFile?: SaveFile): MountedPane {
  const controller = new PaneController(host, () => startWorker('check'), language, saveFile);
  const root = createRoot(element);
  root.render(<PaneRoot controller={controller} />);
  void controller.start();
  return {
    controller,
    unmount() {
      controller.stop();
      root.unmount();
    },
  };
}

/** The pane with its theme, which is the one of the system. */
export function PaneRoot({ controller }: { readonly controller: PaneController }): ReactElement {
  const dark = usePrefersDark();
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} style={{ height: '100%' }}>
      <ControllerContext.Provider value={controller}>
        <Pane />
      </ControllerContext.Provider>
    </FluentProvider>
  );
}
