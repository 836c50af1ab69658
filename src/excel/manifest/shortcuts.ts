import type { Wording } from '../../forms/form.ts';
import { COMMANDS, type Command } from '../command-names.ts';
import { RIBBON_TEXTS } from './texts.ts';

/**
 * Keys by command. Microsoft keeps Ctrl+Alt+Shift with a letter for add-ins; the letters are the first of the pinyin
 * (校验 jiaoyan, 标记 biaoji, 面板 mianban, 清除 qingchu).
 */
export const SHORTCUTS = {
  check: 'J',
  mark: 'B',
  pane: 'M',
  clear: 'Q',
} as const satisfies Partial<Readonly<Record<Command, string>>>;

type ShortcutCommand = keyof typeof SHORTCUTS;

const commands = Object.keys(SHORTCUTS) as readonly ShortcutCommand[];

/** Key combinations as the page on help tells of them, on Windows and in browsers; on a Mac ⌘ and ⌥ stand for Ctrl and Alt. */
export function keysOf(command: ShortcutCommand): string {
  return `Ctrl+Alt+Shift+${SHORTCUTS[command]}`;
}

/** The file of keys (extended overrides of the manifest), with its words in Chinese. */
export function shortcutsJson(): string {
  const actions = commands.map((command) => ({
    id: COMMANDS[command],
    type: 'ExecuteFunction',
    name: `\${resource.${command}}`,
  }));
  const shortcuts = commands.map((command) => ({
    action: COMMANDS[command],
    key: {
      default: keysOf(command),
      mac: `Command+Option+Shift+${SHORTCUTS[command]}`,
    },
  }));
  return json({ actions, shortcuts, resources: { default: words('zh') } });
}

/** The words of the keys in English, in place of those in {@link shortcutsJson}. */
export function shortcutWordsJson(): string {
  return json(words('en'));
}

function words(
  language: keyof Wording,
): Readonly<Record<string, { readonly value: string; readonly comment: string }>> {
  return Object.fromEntries(
    commands.map((command) => [
      command,
      { value: RIBBON_TEXTS[command][language], comment: `Name of the action ${COMMANDS[command]}.` },
    ]),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
