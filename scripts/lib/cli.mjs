// Bundles the command line into one file of plain JavaScript.

import {
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync
} from 'node:fs';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { root } from './places.mjs';

/** What the launcher loads. */
export const bundle = join(root, 'lib', 'retrace.cjs');

/** What goes into it. */
const SOURCES = [
  'src/analysis',
  'src/cli',
  'src/compare',
  'src/exporters',
  'src/hazards',
  'src/languages',
  'src/lineage',
  'src/model',
  'src/recording',
  'src/replay',
  'package.json',
  'scripts/lib/cli.mjs'
];

/** True where the bundler is installed: in a checkout, not in an installed package. */
export function hasBundler() {
  try {
    createRequire(import.meta.url).resolve('@rspack/core');
    return true;
  } catch {
    return false;
  }
}

/** True when the bundle is there and nothing that goes into it changed since. */
export function isBundled() {
  if (!existsSync(bundle)) {
    return false;
  }
  const { mtimeMs } = statSync(bundle);
  return SOURCES.every(path => newest(join(root, path)) <= mtimeMs);
}

/** When the newest file or folder below a path changed; tests do not count. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) {
    return stats?.mtimeMs ?? 0;
  }
  const names = readdirSync(path).filter(name => name !== '__tests__');
  return Math.max(0, ...names.map(name => newest(join(path, name))));
}

/** Makes the bundle. Whoever runs the old one meanwhile is not disturbed. */
export async function bundleCli() {
  const { rspack } = await import('@rspack/core');
  mkdirSync(dirname(bundle), { recursive: true });
  const folder = mkdtempSync(join(dirname(bundle), '.retrace-'));
  try {
    await new Promise((resolve, reject) =>
      rspack(options(folder), (error, stats) =>
        error || stats.hasErrors()
          ? reject(error ?? new Error(stats.toString('errors-only')))
          : resolve()
      )
    );
    renameSync(join(folder, 'retrace.cjs'), bundle);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function options(folder) {
  return {
    mode: 'production',
    target: 'node20',
    context: root,
    devtool: false,
    entry: './src/cli/index.ts',
    output: {
      path: folder,
      filename: 'retrace.cjs',
      library: { type: 'commonjs2' }
    },
    resolve: { extensions: ['.ts', '.js', '.mjs'] },
    optimization: { minimize: false },
    performance: { hints: false },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }
          },
          type: 'javascript/auto'
        }
      ]
    }
  };
}
