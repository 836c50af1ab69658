import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Folders that know no host: no DOM, no Node, no Office, no clock, no chance. */
const PURE = ['sheets', 'forms', 'locate', 'rules', 'check', 'procedure', 'marks'];

/** What each folder of src/ may import beside itself; arrows run one way (docs/architecture.md has the picture). */
const MAY_IMPORT = {
  sheets: [],
  forms: ['sheets'],
  locate: ['forms', 'sheets'],
  procedure: ['forms', 'sheets'],
  rules: ['locate', 'forms', 'sheets'],
  check: ['rules', 'procedure', 'locate', 'forms', 'sheets'],
  marks: ['check', 'rules', 'procedure', 'locate', 'forms', 'sheets'],
  files: ['sheets', 'forms', 'marks'],
  cli: ['sheets', 'forms', 'locate', 'procedure', 'rules', 'check', 'marks', 'files'],
  hosts: ['sheets', 'marks', 'files'],
  pane: ['sheets', 'forms', 'locate', 'procedure', 'rules', 'check', 'marks', 'hosts'],
  workbench: ['sheets', 'forms', 'locate', 'procedure', 'rules', 'check', 'marks', 'files', 'hosts', 'pane'],
  excel: ['sheets', 'forms', 'locate', 'procedure', 'rules', 'check', 'marks', 'files', 'hosts', 'pane'],
  wps: ['sheets', 'forms', 'locate', 'procedure', 'rules', 'check', 'marks', 'hosts', 'pane'],
};

/** Packages that run anywhere, and so may be used by the pure folders. */
const PURE_PACKAGES = ['zod', '@borgar/fx', 'nzh', 'scslre'];

/** Names that stand for a host, a clock or output. tsconfig.core.json knows none of them either, save Date. */
const HOST_GLOBALS = [
  ...['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['console', 'alert', 'fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'SharedWorker', 'crypto'],
  ...['window', 'document', 'navigator', 'location', 'self', 'globalThis', 'localStorage', 'sessionStorage'],
  ...['Element', 'HTMLElement', 'Node', 'DOMParser', 'Blob', 'File', 'FileReader', 'URL', 'TextDecoder', 'TextEncoder'],
  ...['process', 'Buffer', 'require', 'module', 'global', '__dirname', '__filename', 'eval', 'Function'],
  ...['Office', 'Excel', 'OfficeExtension', 'wps', 'Application'],
];

const folders = Object.keys(MAY_IMPORT);

/** Patterns for no-restricted-imports that let files of `folder` import only what the table allows. */
function importPatterns(folder) {
  const allowed = [folder, ...MAY_IMPORT[folder]];
  const forbidden = folders.filter((other) => !allowed.includes(other));
  const patterns = [
    {
      regex: `^(?:\\./)?(?:\\.\\./)+(?:${[...forbidden, 'scripts', 'test', 'bench', 'bin', 'dist', 'src'].join('|')})/`,
      message: `src/${folder} may import only: ${allowed.join(', ')}.`,
    },
  ];
  if (PURE.includes(folder)) {
    patterns.push({
      regex: `^(?!\\.{1,2}/)(?!(?:${PURE_PACKAGES.join('|')})(?:/|$))`,
      message: `src/${folder} is pure: it may use no Node module and no package but ${PURE_PACKAGES.join(', ')}.`,
    });
  }
  return patterns;
}

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const NO_PATH_IN_TYPE = { selector: 'TSImportType', message: 'Use `import type`, so that imports stay in sight.' };
const NO_DYNAMIC_IMPORT = { selector: 'ImportExpression', message: 'The pure folders load nothing at run time.' };
const NO_META = {
  selector: 'MetaProperty[meta.name="import"]',
  message: 'The pure folders know no place they run at.',
};

const NO_SCHEMA_WORDS = {
  selector: 'ImportDeclaration[importKind="value"][source.value=/^zod/]',
  message: 'A rule is handed the words of its schema: where options are valid already, no schema library is loaded.',
};

const NO_LONG_SPREAD = {
  selector: 'CallExpression[callee.property.name=/^(push|unshift|splice|min|max)$/] > SpreadElement.arguments',
  message: 'A list as long as a sheet has rows overflows the stack: use src/sheets/lists.ts.',
};

/** What is as long as a definition of ours, and no longer. */
const SHORT_LISTS = ['src/forms/*.ts'];

function syntaxRules(folder) {
  return [
    NO_DEFAULT_EXPORT,
    NO_PATH_IN_TYPE,
    ...(PURE.includes(folder) ? [NO_DYNAMIC_IMPORT, NO_META] : []),
    ...(folder === 'rules' ? [NO_SCHEMA_WORDS] : []),
  ];
}

const boundaries = folders.map((folder) => ({
  files: [`src/${folder}/**/*.ts`, `src/${folder}/**/*.tsx`],
  ignores: ['**/*.d.ts'],
  rules: {
    'no-restricted-imports': ['error', { patterns: importPatterns(folder) }],
    'no-restricted-syntax': ['error', ...syntaxRules(folder), NO_LONG_SPREAD],
  },
}));

/** The pane sits in any host: of them it knows the port only. Only the browser's host reads and writes files itself. */
const narrowPort = [
  {
    files: ['src/pane/**/*.ts', 'src/pane/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...importPatterns('pane'),
            { regex: '/hosts/(?!host\\.ts$)', message: 'The pane knows the port, src/hosts/host.ts, and no host.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/hosts/*.ts', 'src/hosts/excel/**/*.ts', 'src/hosts/wps/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...importPatterns('hosts'), { regex: '/files/', message: 'Only hosts/browser reads files.' }] },
      ],
    },
  },
];

const shortLists = { files: SHORT_LISTS, rules: { 'no-restricted-syntax': ['error', ...syntaxRules('forms')] } };

const purity = {
  files: PURE.map((folder) => `src/${folder}/**/*.ts`),
  rules: {
    'no-restricted-globals': ['error', ...HOST_GLOBALS.map((name) => ({ name, message: 'The core knows no host.' }))],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'The core leaves nothing to chance.' },
    ],
  },
};

/** What tsconfig.browser.json cannot tell: names of the DOM that are newer than Chromium 92, the oldest web view of WPS. */
const NEWER_GLOBALS = ['structuredClone', 'scheduler', 'navigation'].map((name) => ({
  name,
  message: 'Old web views have none.',
}));

/** files/ is shared with the browser: what only Node has stands behind an interface, in files named *-node.ts. */
const filesWithoutNode = {
  files: ['src/files/**/*.ts'],
  ignores: ['src/files/**/*-node.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...importPatterns('files'),
          { regex: '^node:', message: 'Only files named *-node.ts may use Node; browsers run the others too.' },
        ],
      },
    ],
    'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'window', 'document', ...NEWER_GLOBALS],
  },
};

const oldWebViews = {
  files: ['pane', 'workbench', 'hosts', 'wps'].flatMap((folder) => [`src/${folder}/**/*.ts`, `src/${folder}/**/*.tsx`]),
  rules: { 'no-restricted-globals': ['error', ...NEWER_GLOBALS] },
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'node_modules/', 'bench/node_modules/', '.bench/']),
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A long table reads better than the same spread over files; code that grows past this wants splitting.
      'max-lines': ['error', { max: 420, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      eqeqeq: 'error',
    },
  },
  ...boundaries,
  ...narrowPort,
  shortLists,
  purity,
  filesWithoutNode,
  oldWebViews,
  {
    files: ['test/**/*.ts', 'test/**/*.tsx', 'bench/**/*.ts'],
    rules: {
      'max-lines': 'off',
      // Tests look for control characters, and hand over wrong things on purpose.
      'no-control-regex': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    // A module that only a build makes can be described in no other way.
    files: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off', '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
  },
  {
    // The ribbon's callbacks are global functions, in web views of which nobody knows how old they are.
    files: ['src/wps/shell/*.js'],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: 'script',
      globals: { window: 'readonly', document: 'readonly' },
    },
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  prettier,
);
