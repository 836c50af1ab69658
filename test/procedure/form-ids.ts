import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The ids of the forms in `templates/`. */
export function formIds(): ReadonlySet<string> {
  const names = readdirSync(path.join(import.meta.dirname, '../../templates'), { recursive: true, encoding: 'utf8' });
  return new Set(
    names.filter((name) => name.endsWith('.yaml')).map((name) => name.replaceAll('\\', '/').replace(/\.yaml$/, '')),
  );
}
