/**
 * Writes docs/rules: a page for each rule, made from the rule itself and the cases its test runs, and an index.
 * With `--check` nothing is written; it fails where a committed page differs.
 */
import path from 'node:path';
import { writePages } from './generated-pages.ts';
import { rulePages } from './rule-pages.ts';

await writePages(path.join(import.meta.dirname, '..', 'docs', 'rules'), rulePages(), 'npx tsx scripts/rule-docs.ts');
