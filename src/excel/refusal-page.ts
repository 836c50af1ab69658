import type { Language } from '../forms/language.ts';
import { languageOf, type Refusal } from './startup.ts';
import { shellText, type ShellText } from './texts.ts';

/** Puts the sentence about what is missing, and what to do about it, in place of the pane. */
export function showRefusal(element: HTMLElement, language: Language, refusal: Refusal): void {
  const { reason, ...params } = refusal;
  const filled = Object.fromEntries(
    Object.entries(params).map(([name, value]: [string, string | null]) => [
      name,
      value ?? shellText(language, 'no-set'),
    ]),
  );
  show(element, language, reason, filled);
}

/** Something that was not foreseen; of it the kind is told, not the words, which might quote anything. */
export function showFailure(element: HTMLElement, error: unknown): void {
  const reason = error instanceof Error ? error.name : typeof error;
  show(element, languageOf(navigator.language), 'went-wrong', { reason });
}

type Reason = Refusal['reason'] | 'went-wrong';

/** Trying again is of use where something may come that did not. */
const MAY_COME: readonly Reason[] = ['no-office-js', 'no-answer', 'went-wrong'];

function show(
  element: HTMLElement,
  language: Language,
  reason: Reason,
  params: Readonly<Record<string, string>>,
): void {
  const box = element.ownerDocument.createElement('div');
  box.className = 'waiting';
  box.lang = language === 'zh' ? 'zh-CN' : 'en';
  box.setAttribute('role', 'alert');
  box.dataset.refusal = reason;
  const add = (tag: 'h1' | 'p' | 'button', key: ShellText): HTMLElement => {
    const part = element.ownerDocument.createElement(tag);
    part.textContent = shellText(language, key, params);
    box.append(part);
    return part;
  };
  add('h1', reason).style.fontSize = '1.2em';
  add('p', `${reason}.next`);
  if (MAY_COME.includes(reason)) add('button', 'retry').onclick = () => location.reload();
  element.replaceChildren(box);
}
