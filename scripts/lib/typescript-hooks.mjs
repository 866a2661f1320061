// Loader hooks that let Node import the TypeScript of src as it stands: paths without endings, folders by their index.

import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { transform } from '@swc/core';

const ENDINGS = ['.ts', '.tsx', '/index.ts'];

/** Finds the TypeScript file that a relative import means; leaves everything else to Node. */
export async function resolve(specifier, context, next) {
  if (!/^\.\.?(\/|$)/.test(specifier) || !context.parentURL) {
    return next(specifier, context);
  }
  const base = new URL(specifier, context.parentURL);
  const isFile = existsSync(base) && statSync(base).isFile();
  const ending = isFile
    ? ''
    : ENDINGS.find(each => existsSync(new URL(base.href + each)));
  return next(ending === undefined ? specifier : base.href + ending, context);
}

/** Strips the types from TypeScript files. */
export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) {
    return next(url, context);
  }
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript', tsx: url.endsWith('x') } },
    module: { type: 'es6' },
    env: { targets: { node: '20' } }
  });
  return { format: 'module', source: code, shortCircuit: true };
}
