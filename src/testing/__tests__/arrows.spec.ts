// Proves that the linter holds the import arrows and the purity of the pure folders, on files that exist nowhere.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

type Case = {
  /** What the case shows. */
  readonly title: string;
  readonly file: string;
  readonly code: string;
  /** Rule that must object; null when nothing may. */
  readonly rule: string | null;
};

const IMPORTS = '@typescript-eslint/no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';

const CASES: readonly Case[] = [
  {
    title: 'the model imports nothing',
    file: 'src/model/new.ts',
    code: "import { forecast } from '../lineage';\nexport const a = forecast;",
    rule: IMPORTS
  },
  {
    title: 'types follow the arrows too',
    file: 'src/model/new.ts',
    code: "import type { Forecast } from '../lineage';\nexport type A = Forecast;",
    rule: IMPORTS
  },
  {
    title: 're-exports follow the arrows',
    file: 'src/analysis/new.ts',
    code: "export { forecast } from '../lineage';",
    rule: IMPORTS
  },
  {
    title: 'dynamic imports follow the arrows',
    file: 'src/panel/new.ts',
    code: "export const store = () => import('../store');",
    rule: SYNTAX
  },
  {
    title: 'shell folders do not meet',
    file: 'src/panel/new.ts',
    code: "import { openStore } from '../store';\nexport const a = openStore;",
    rule: IMPORTS
  },
  {
    title: 'deeper files are held as well',
    file: 'src/panel/runs/new.tsx',
    code: "import { openStore } from '../../store';\nexport const a = openStore;",
    rule: IMPORTS
  },
  {
    title: 'a subfolder may have the name of another folder',
    file: 'src/panel/runs/new.ts',
    code: "import { view } from '../store';\nexport const a = view;",
    rule: null
  },
  {
    title: 'another folder is entered by its index',
    file: 'src/lineage/new.ts',
    code: "import { hashOf } from '../model/hash';\nexport const a = hashOf;",
    rule: IMPORTS
  },
  {
    title: 'shipped code uses no test builders',
    file: 'src/plugins/new.ts',
    code: "import { aRun } from '../testing';\nexport const a = aRun;",
    rule: IMPORTS
  },
  {
    title: 'tests use test builders',
    file: 'src/lineage/__tests__/new.spec.ts',
    code: "import { aRun } from '../../testing';\nexport const a = aRun;",
    rule: null
  },
  {
    title: 'downward imports are free',
    file: 'src/lineage/new.ts',
    code: "import type { CellAnalysis } from '../analysis';\nimport { hashOf } from '../model';\nexport const a = (b: CellAnalysis) => hashOf(b.language);",
    rule: null
  },
  {
    title: 'wiring imports everything',
    file: 'src/plugins/new.ts',
    code: "import { A } from '../panel';\nimport { B } from '../store';\nimport { C } from '../tokens';\nexport const a = [A, B, C];",
    rule: null
  },
  {
    title: 'recording may use types of lineage',
    file: 'src/recording/new.ts',
    code: "import type { Forecast } from '../lineage';\nexport type A = Forecast;",
    rule: null
  },
  {
    title: 'recording may not run lineage',
    file: 'src/recording/new.ts',
    code: "import { forecast } from '../lineage';\nexport const a = forecast;",
    rule: IMPORTS
  },
  {
    title: 'the command line stands on the pure core',
    file: 'src/cli/new.ts',
    code: "import { readFileSync } from 'node:fs';\nimport { forecast } from '../lineage';\nexport const a = () => [readFileSync, forecast];",
    rule: null
  },
  {
    title: 'the command line knows no shell',
    file: 'src/cli/new.ts',
    code: "import { openStore } from '../store';\nexport const a = openStore;",
    rule: IMPORTS
  },
  {
    title: 'the shell does not use the command line',
    file: 'src/plugins/new.ts',
    code: "import { start } from '../cli';\nexport const a = start;",
    rule: IMPORTS
  },
  {
    title: 'pure folders run no code of JupyterLab',
    file: 'src/recording/new.ts',
    code: "import { isStream } from '@jupyterlab/nbformat';\nexport const a = isStream;",
    rule: IMPORTS
  },
  {
    title: 'pure folders may name the types of messages',
    file: 'src/recording/new.ts',
    code: "import type { KernelMessage } from '@jupyterlab/services';\nexport type A = KernelMessage.IMessage;",
    rule: null
  },
  {
    title: 'pure folders know no widgets',
    file: 'src/hazards/new.ts',
    code: "import type { Widget } from '@lumino/widgets';\nexport type A = Widget;",
    rule: IMPORTS
  },
  {
    title: 'pure folders use the packages that are pure',
    file: 'src/analysis/python/new.ts',
    code: "import { parser } from '@lezer/python';\nexport const a = parser;",
    rule: null
  },
  {
    title: 'pure folders have no clock',
    file: 'src/recording/new.ts',
    code: 'export const a = () => Date.now();',
    rule: SYNTAX
  },
  {
    title: 'pure folders may read a given time',
    file: 'src/recording/new.ts',
    code: 'export const a = (iso: string) => new Date(iso).getTime();',
    rule: null
  },
  {
    title: 'pure folders have no randomness',
    file: 'src/model/new.ts',
    code: 'export const a = () => Math.random();',
    rule: SYNTAX
  },
  {
    title: 'pure folders have no page',
    file: 'src/compare/new.ts',
    code: 'export const a = () => document.title;',
    rule: GLOBALS
  },
  {
    title: 'pure folders keep no state',
    file: 'src/lineage/new.ts',
    code: 'const seen = new Map<string, number>();\nexport const a = (b: string) => seen.get(b);',
    rule: SYNTAX
  },
  {
    title: 'a function may collect what it gives',
    file: 'src/lineage/new.ts',
    code: 'export const a = (): Set<string> => new Set();',
    rule: null
  },
  {
    title: 'pure folders export no state',
    file: 'src/lineage/new.ts',
    code: 'export const seen = new Set<string>();',
    rule: SYNTAX
  },
  {
    title: 'text never becomes markup',
    file: 'src/panel/new.ts',
    code: 'export const a = (b: HTMLElement, c: string) => { b.innerHTML = c; };',
    rule: SYNTAX
  },
  {
    title: 'React gets no markup either',
    file: 'src/panel/new.tsx',
    code: "import * as React from 'react';\nexport const a = (b: string) => <p dangerouslySetInnerHTML={{ __html: b }} />;",
    rule: SYNTAX
  }
];

const LINT = `
  import { readFileSync } from 'node:fs';
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const rules = [];
  for (const { file, code } of JSON.parse(readFileSync(0, 'utf8'))) {
    const [result] = await eslint.lintText(code, { filePath: file });
    rules.push(result.messages.map(message => message.ruleId ?? message.message));
  }
  process.stdout.write(JSON.stringify(rules));
`;

/** One process for all cases: Jest's own module loader cannot load the linter's configuration. */
const found: readonly string[][] = JSON.parse(
  execFileSync(process.execPath, ['--input-type=module', '--eval', LINT], {
    cwd: resolve(__dirname, '../../..'),
    input: JSON.stringify(CASES),
    encoding: 'utf8'
  })
);

describe('import arrows', () => {
  test.each(CASES.map((each, index) => ({ ...each, rules: found[index] })))(
    '$title',
    ({ rule, rules }) => {
      if (rule === null) {
        expect(rules).toEqual([]);
      } else {
        expect(rules).toContain(rule);
      }
    }
  );
});
