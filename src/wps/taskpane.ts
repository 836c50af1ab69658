import { DiagnosisView } from './diagnosis/diagnosis-view.ts';
import { mountPane } from '../pane/mount.tsx';
import { showFoot } from './foot.ts';
import { startHost } from './start-host.ts';
import { PaneLink, type WpsRoots } from './pane-link.ts';
import { followRibbon } from './ribbon-commands.ts';
import { saveInWps } from './save-in-wps.ts';
import { languageOf, wpsText, type WpsText } from './texts.ts';
import { keepLaidOut } from './viewport.ts';

/** Opens the pane in WPS, or says in its place what is missing. */
function start(frame: HTMLElement, pane: HTMLElement, foot: HTMLElement, diagnosis: HTMLElement): void {
  keepLaidOut(frame);
  const roots: WpsRoots = {
    Application: Reflect.get(globalThis, 'Application'),
    wps: Reflect.get(globalThis, 'wps'),
  };
  const link = new PaneLink(roots, location.hash);
  const firstLanguage = languageOf(navigator.language);
  let shown = firstLanguage;
  const host = startHost(roots);
  const view = new DiagnosisView(diagnosis, roots, (act) => (host ? host.aside(act) : act()));
  const actions = { hide: () => link.hide(), diagnose: () => view.open(shown) };
  showFoot(foot, firstLanguage, actions);
  if (!host) {
    showSentence(pane, 'not-in-wps', 'not-in-wps.next');
    return;
  }
  pane.replaceChildren();
  const { controller } = mountPane(pane, host, { language: firstLanguage, saveFile: saveInWps(roots) });
  controller.subscribe(() => {
    const { language } = controller.state;
    if (language === shown) return;
    shown = language;
    showFoot(foot, language, actions);
  });
  followRibbon(link, controller);
}

function showSentence(
  pane: HTMLElement,
  key: WpsText,
  next: WpsText,
  params: Readonly<Record<string, string>> = {},
): void {
  const language = languageOf(navigator.language);
  const box = document.createElement('div');
  box.className = 'waiting';
  box.lang = language === 'zh' ? 'zh-CN' : 'en';
  box.setAttribute('role', 'alert');
  box.dataset.refusal = key;
  const heading = document.createElement('h1');
  heading.style.fontSize = '1.2em';
  heading.textContent = wpsText(language, key);
  const sentence = document.createElement('p');
  sentence.textContent = wpsText(language, next, params);
  box.append(heading, sentence);
  pane.replaceChildren(box);
}

const [frame, pane, foot, diagnosis] = ['frame', 'pane', 'foot', 'diagnosis'].map((id) => document.getElementById(id));
if (frame && pane && foot && diagnosis) {
  try {
    start(frame, pane, foot, diagnosis);
  } catch (error) {
    // Of what was not foreseen the kind is told, not the words, which might quote anything.
    const reason = error instanceof Error ? error.name : typeof error;
    showSentence(pane, 'went-wrong', 'went-wrong.next', { reason });
  }
}
