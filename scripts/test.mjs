// npm test: everything, from nothing. Ends in the line `N passed, N failed` over all stages.
import './lib/require-node.mjs';

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkPackage } from './lib/package.mjs';
import { ensureExtension } from './lib/extension.mjs';
import { ensureOtherKernels } from './lib/other-kernels.mjs';
import { nodeScript, root } from './lib/places.mjs';
import { capture, main, run } from './lib/run.mjs';
import { ensureTools } from './lib/setup.mjs';
import { runStages } from './lib/stages.mjs';
import { runSpecs } from './lib/ui-tests.mjs';

/** A stage that runs a program of node_modules: one test, which passes with exit code 0. */
function check(name, script, ...args) {
  const start = () =>
    run(name, process.execPath, [nodeScript(...script), ...args]);
  return {
    name,
    needs: ['tools'],
    run: async () => {
      await start();
    }
  };
}

const TSC = ['typescript', 'bin', 'tsc'];

/** The unit tests: each counts. A spec that does not load counts as one that failed. */
async function unitTests() {
  const folder = mkdtempSync(join(tmpdir(), 'retrace-unit-'));
  const file = join(folder, 'results.json');
  try {
    const { output } = await capture(process.execPath, [
      nodeScript('jest', 'bin', 'jest.js'),
      '--json',
      `--outputFile=${file}`
    ]);
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
      output: withoutJson(output)
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of these scripts, by Node's own runner; they count as one. */
async function scriptTests() {
  const folder = join(root, 'scripts', '__tests__');
  const files = readdirSync(folder).map(name => join(folder, name));
  await run('scripts', process.execPath, ['--test', ...files]);
}

/** What Jest says to people: its report without the lines of passed files and of the JSON. */
function withoutJson(output) {
  return output
    .split('\n')
    .filter(line => !line.startsWith('{') && !line.startsWith('PASS '))
    .join('\n');
}

const STAGES = [
  { name: 'scripts', run: scriptTests },
  { name: 'tools', run: ensureTools },
  check(
    'stylelint',
    ['stylelint', 'bin', 'stylelint.mjs'],
    '--cache',
    'style/**/*.css'
  ),
  check(
    'prettier',
    ['prettier', 'bin', 'prettier.cjs'],
    '--check',
    '--log-level=warn',
    '**/*.{ts,tsx,js,mjs,cjs,css,json,md}'
  ),
  check(
    'eslint',
    ['eslint', 'bin', 'eslint.js'],
    '.',
    '--cache',
    '--max-warnings=0'
  ),
  check('types of the pure folders', TSC, '-p', 'tsconfig.pure.json'),
  check('types', TSC, '-p', 'tsconfig.test.json'),
  check(
    'types of the tests in the browser',
    TSC,
    '-p',
    'ui-tests/tsconfig.json'
  ),
  {
    name: 'kernels of other languages',
    needs: ['tools'],
    run: ensureOtherKernels
  },
  { name: 'unit tests', needs: ['tools'], run: unitTests },
  { name: 'build', needs: ['tools'], run: ensureExtension },
  { name: 'package', needs: ['tools'], run: checkPackage },
  {
    name: 'tests in the browser',
    needs: ['build'],
    run: () => runSpecs('tests')
  }
];

main(() => runStages(STAGES));
