import type { Language } from '../../forms/language.ts';
import { copyText } from '../../pane/copy-text.ts';
import type { WpsRoots } from '../pane-link.ts';
import { desktopFolder, writeBytes } from '../user-files.ts';
import { diagnose, type WpsReport } from './diagnosis.ts';
import type { Answers } from './measures.ts';
import { diagnosisText, type DiagnosisText } from './texts.ts';

const FILE_NAME = 'tianbao-wps.json';

/** What the page itself knows: of its address the kind only. */
function pageAnswers(): Answers {
  return {
    webView: navigator.userAgent,
    platform: navigator.platform,
    address: location.protocol,
    isSecure: isSecureContext,
    pixels: devicePixelRatio,
  };
}

/** Does something of which the pane's host tells nothing as an edit. */
export type Aside = <T>(act: () => Promise<T>) => Promise<T>;

/** The page over the pane that finds out how this WPS is; only when it is told to. */
export class DiagnosisView {
  readonly #element: HTMLElement;
  readonly #roots: WpsRoots;
  readonly #aside: Aside;
  #language: Language = 'zh';

  constructor(element: HTMLElement, roots: WpsRoots, aside: Aside) {
    this.#element = element;
    this.#roots = roots;
    this.#aside = aside;
  }

  open(language: Language): void {
    this.#language = language;
    this.#element.hidden = false;
    this.#element.lang = language === 'zh' ? 'zh-CN' : 'en';
    this.#element.setAttribute('role', 'dialog');
    this.#element.setAttribute('aria-label', this.#text('title'));
    const start = this.#button('start', () => void this.#run());
    this.#show(this.#line('what'), this.#line('how'), this.#line('sent'), start, this.#back());
    start.focus();
  }

  async #run(): Promise<void> {
    const progress = this.#line('running', { percent: '0' });
    progress.setAttribute('role', 'status');
    this.#show(progress);
    const report = await this.#aside(() =>
      diagnose({
        roots: this.#roots,
        page: pageAnswers(),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        now: () => performance.now(),
        onStep: (part) => {
          progress.textContent = this.#text('running', { percent: String(Math.round(part * 100)) });
        },
      }),
    );
    if (!report) this.#show(this.#line('failed'), this.#back());
    else this.#showReport(report);
  }

  #showReport(report: WpsReport): void {
    const text = JSON.stringify(report, null, 2);
    const told = this.#line('done');
    told.setAttribute('role', 'status');
    const area = document.createElement('textarea');
    area.readOnly = true;
    area.rows = 16;
    area.style.width = '100%';
    area.value = text;
    area.setAttribute('aria-label', this.#text('result'));
    const tell = (key: DiagnosisText, params: Readonly<Record<string, string>> = {}): void => {
      told.textContent = this.#text(key, params);
    };
    const copy = this.#button('copy', () => {
      void copyText(text).then((copied) => tell(copied ? 'copied' : 'not-copied'));
    });
    const save = this.#button('save', () => {
      const folder = desktopFolder(this.#roots);
      const isSaved = folder !== null && writeBytes(this.#roots, folder, FILE_NAME, text);
      if (isSaved) tell('saved', { name: FILE_NAME });
      else tell('not-saved');
    });
    this.#show(told, area, copy, save, this.#back());
  }

  #show(...parts: readonly HTMLElement[]): void {
    const heading = document.createElement('h1');
    heading.style.fontSize = '1.2em';
    heading.textContent = this.#text('title');
    this.#element.replaceChildren(heading, ...parts);
  }

  #back(): HTMLElement {
    return this.#button('back', () => {
      this.#element.hidden = true;
      this.#element.replaceChildren();
    });
  }

  #line(key: DiagnosisText, params: Readonly<Record<string, string>> = {}): HTMLElement {
    const line = document.createElement('p');
    line.textContent = this.#text(key, params);
    return line;
  }

  #button(key: DiagnosisText, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.#text(key);
    button.onclick = act;
    return button;
  }

  #text(key: DiagnosisText, params: Readonly<Record<string, string>> = {}): string {
    return diagnosisText(this.#language, key, params);
  }
}
