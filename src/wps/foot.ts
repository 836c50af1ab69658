import type { Language } from '../forms/language.ts';
import { wpsText, type WpsText } from './texts.ts';

/** What the bar at the bottom of the pane does. */
export interface FootActions {
  /** False: the program does not let a pane do that. */
  readonly hide: () => boolean;
  readonly diagnose: () => void;
}

/** Fills the bar at the bottom of the pane; called again where the language changes. */
export function showFoot(element: HTMLElement, language: Language, actions: FootActions): void {
  const button = (key: WpsText, act: () => void, title = ''): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = wpsText(language, key);
    made.title = title;
    made.onclick = act;
    return made;
  };
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  element.lang = language === 'zh' ? 'zh-CN' : 'en';
  const hide = button(
    'hide',
    () => {
      told.textContent = actions.hide() ? '' : wpsText(language, 'not-hidden');
    },
    wpsText(language, 'hide.why'),
  );
  element.replaceChildren(hide, told, button('diagnosis', actions.diagnose));
}
