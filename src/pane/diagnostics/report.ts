import type { Language } from '../../forms/language.ts';
import type { HostCapabilities, HostDiagnostics } from '../../hosts/host.ts';
import { text, type TextKey } from '../texts.ts';
import type { Journal } from './journal.ts';

/** All that a report on trouble is made of. None of it comes from a document. */
export interface Circumstances {
  /** Tianbao's own. */
  readonly version: string;
  /** `null`: the program did not even say what it is. */
  readonly host: HostDiagnostics | null;
  readonly capabilities: HostCapabilities;
  /** `navigator.userAgent` */
  readonly webView: string;
  readonly journal: Pick<Journal, 'took' | 'failures'>;
}

/** The report as lines of text, to be looked over, copied and sent. */
export function diagnosticsReport(circumstances: Circumstances, language: Language): string {
  const { version, host, capabilities, webView, journal } = circumstances;
  const line = (key: TextKey, words: string): string =>
    text(language, 'diagnostics-line', { name: text(language, key), words });
  const none = text(language, 'diagnostics-none');
  const list = (words: readonly string[]): string =>
    words.length === 0 ? none : words.join(text(language, 'diagnostics-comma'));
  const able = Object.entries(capabilities).flatMap(([name, is]: [string, boolean]) => (is ? [name] : []));
  const program = host ? [host.program, host.version, host.platform].filter((word) => word !== null).join(' ') : none;
  const took = [...journal.took].map(([step, milliseconds]) =>
    text(language, 'diagnostics-took', {
      step: text(language, `step-${step}`),
      seconds: (milliseconds / 1000).toFixed(1),
    }),
  );
  const failures = journal.failures.map(
    ({ step, code, at }) => `${timeOf(at)} ${text(language, `step-${step}`)} ${code}`,
  );
  return [
    line('diagnostics-tianbao', version),
    line('diagnostics-program', program),
    line('diagnostics-interfaces', list(host?.interfaces ?? [])),
    line('diagnostics-able', list(able)),
    line('diagnostics-web-view', webView),
    line('diagnostics-language', language),
    line('diagnostics-timings', list(took)),
    line('diagnostics-failures', list(failures)),
  ].join('\n');
}

/** The local time of day, to the second. */
function timeOf(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
