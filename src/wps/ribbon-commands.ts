import type { PaneController } from '../pane/pane-controller.ts';
import type { PaneLink } from './pane-link.ts';

/** Milliseconds between two looks for what the ribbon asks: one call over the bridge each, 0.2 ms. */
const LOOK_EVERY = 400;

/** Does what the ribbon asks for, as long as the page lives. */
export function followRibbon(link: PaneLink, controller: PaneController): () => void {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    const command = controller.state.forms.length > 0 ? link.takeCommand() : null;
    if (command !== null) running = running.then(() => obey(command, controller));
  }, LOOK_EVERY);
  return () => clearInterval(timer);
}

/** One command of the ribbon: `check`, `mark`, `clear`, `form <id>`. */
export async function obey(command: string, controller: PaneController): Promise<void> {
  const [word = '', formId = ''] = command.split(' ');
  switch (word) {
    case 'check':
      controller.showTab('findings');
      await controller.check();
      return;
    case 'mark':
      controller.showTab('findings');
      // What is marked is what a check has found.
      if (controller.state.check.status !== 'checked' || controller.state.check.stale) await controller.check();
      if (controller.state.check.status === 'checked') await controller.mark();
      return;
    case 'clear':
      await controller.clearMarks();
      return;
    case 'form':
      await controller.openForm(formId);
      return;
    default:
      // The ribbon of another version.
      return;
  }
}
