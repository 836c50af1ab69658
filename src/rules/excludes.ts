import { NO_PROBLEMS, rowRule } from './rule.ts';

/** Certain ports are not among those listed, ranges included; mostly with a condition (`when`). */
export const excludes = rowRule({
  id: 'excludes',
  summary: { zh: '不开放不该开放的端口', en: 'Ports that should stay closed are not opened' },
  targets: { on: ['field', 'column'], kinds: ['ports'] },
  messages: {
    excluded: {
      severity: 'warning',
      zh: '“{text}”包含不宜开放的端口 {ports}（远程管理、数据库等）。请确认确有需要，否则删去。',
      en: '“{text}” opens ports that should stay closed: {ports} (remote administration, databases). Make sure they are needed, or remove them.',
    },
  },
  options: (z) =>
    z.strictObject({
      ports: z
        .array(z.number().check(z.int(), z.minimum(1), z.maximum(65_535)))
        .check(z.minLength(1), z.describe('Ports that should stay closed.')),
    }),
  check(row, { column, field, options }) {
    const { ports, text } = row.reading(column ?? field ?? '');
    if (!ports) return NO_PROBLEMS;
    const open = options.ports.filter((port) => ports.some(({ from, to }) => from <= port && port <= to));
    return open.length === 0 ? NO_PROBLEMS : [{ case: 'excluded', params: { text, ports: open.map(String) } }];
  },
});
