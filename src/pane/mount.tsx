import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Language } from '../forms/language.ts';
import type { Host } from '../hosts/host.ts';
import { Pane } from './pane.tsx';
import { ControllerContext } from './pane-context.ts';
import { PaneController } from './pane-controller.ts';
import { systemDark, usePrefersDark, type DarkSource } from './prefers-dark.ts';
import type { SaveFile } from './save-file.ts';
import { startWorker } from './worker-port.ts';

/** The pane in a page. */
export interface MountedPane {
  readonly controller: PaneController;
  /** The pane follows the document; what is asked of it sooner may be lost. */
  readonly started: Promise<void>;
  unmount(): void;
}

export interface PaneOptions {
  readonly language: Language;
  /** For programs whose web view downloads nothing. */
  readonly saveFile?: SaveFile;
  /** Whether the pane is dark, where the program has colours of its own; else it follows the system. */
  readonly dark?: DarkSource;
}

/** Puts the pane into an element of a page: the task pane of Excel or WPS, or the side of the workbench. */
export function mountPane(element: HTMLElement, host: Host, options: PaneOptions): MountedPane {
  const controller = new PaneController(host, () => startWorker('check'), options.language, options.saveFile);
  const root = createRoot(element);
  root.render(<PaneRoot controller={controller} dark={options.dark ?? systemDark} />);
  return {
    controller,
    started: controller.start(),
    unmount() {
      controller.stop();
      root.unmount();
    },
  };
}

interface PaneRootProps {
  readonly controller: PaneController;
  readonly dark: DarkSource;
}

/** The pane with its theme. */
export function PaneRoot({ controller, dark }: PaneRootProps): ReactElement {
  const isDark = usePrefersDark(dark);
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme} style={{ height: '100%' }}>
      <ControllerContext.Provider value={controller}>
        <Pane />
      </ControllerContext.Provider>
    </FluentProvider>
  );
}
