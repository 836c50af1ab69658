import type { Language } from '../../forms/language.ts';
import { languageOf } from '../texts.ts';
import { browserTransport, isForbidden } from './browser-transport.ts';
import { Installation, type InstallAction, type InstallState } from './installation.ts';
import { LocalService } from './local-service.ts';
import { actionText, stateText } from './texts.ts';

/** The name in publish.xml, the same that the offline package has. */
const NAME = 'tianbao';

/** Starts the service of WPS; the browser asks people whether it may. */
const STARTER = 'ksoWPSCloudSvr://start=RelayHttpServer';

/** For machines that several people use at once: `install.html?multi-user`. Each browser is somebody. */
function serverId(): string | null {
  if (location.search !== '?multi-user') return null;
  const KEY = 'tianbao-server-id';
  try {
    const known = localStorage.getItem(KEY) ?? newId();
    localStorage.setItem(KEY, known);
    return known;
  } catch {
    return newId();
  }
}

function newId(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function start(root: HTMLElement, switcher: HTMLElement): void {
  let language: Language = languageOf(navigator.language);
  let shown: readonly [InstallState, readonly InstallAction[]] = ['looking', []];
  const id = serverId();
  const show = (): void => {
    const [state, actions] = shown;
    const { title, next } = stateText(language, state);
    const steps = document.createElement('ol');
    steps.append(...next.map((step) => element('li', step)));
    const buttons = actions.map((action, at) => {
      const button = element('button', actionText(language, action));
      button.type = 'button';
      button.className = at === 0 ? 'primary' : '';
      button.onclick = () => void installation.act(action);
      return button;
    });
    root.dataset.state = state;
    root.replaceChildren(element('h2', title), steps, ...buttons);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    switcher.textContent = language === 'zh' ? 'English' : '中文';
  };
  const installation = new Installation({
    service: new LocalService(browserTransport, location.protocol === 'https:', id),
    addin: { name: NAME, url: new URL('.', location.href).href },
    startWps: () => {
      location.href = id === null ? STARTER : `${STARTER}&serverId=${id}`;
    },
    isForbidden,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    show: (state, actions) => {
      shown = [state, actions];
      show();
    },
  });
  switcher.onclick = () => {
    language = language === 'zh' ? 'en' : 'zh';
    show();
  };
  void installation.look();
}

const [root, switcher] = ['installation', 'switch'].map((id) => document.getElementById(id));
if (root && switcher) start(root, switcher);
