// Builds the extension and puts it where the JupyterLab of .venv looks for it.

import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync
} from 'node:fs';
import { dirname, join } from 'node:path';

import { removeOrphans } from './orphans.mjs';
import {
  builtExtension,
  commandsOf,
  extensionName,
  nodeScript,
  pythonOf,
  root,
  venv
} from './places.mjs';
import { run } from './run.mjs';
import { filesBelow, hashOf, isFresh, leave } from './stamp.mjs';

const SOURCES = [
  'src',
  'style',
  'schema',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'install.json'
];

/** Where JupyterLab looks for extensions of its own environment. */
const installed = join(venv, 'share', 'jupyter', 'labextensions');

/** Hash over everything that the built extension is made of. */
function sourceHash() {
  const isShipped = path =>
    !path.includes('/__tests__/') && !/^src\/(cli|testing)\//.test(path);
  return hashOf([], filesBelow(SOURCES, isShipped));
}

/** Compiles the TypeScript and bundles it as a release does, when anything in it changed. */
async function build() {
  const stamp = join(root, 'lib', '.retrace-build');
  const hash = sourceHash();
  if (isFresh(stamp, hash) && existsSync(join(builtExtension, 'static'))) {
    return;
  }
  const title = 'Building the extension';
  console.log(`${title} …`);
  rmSync(stamp, { force: true });
  removeOrphans(join(root, 'src'), join(root, 'lib'));
  await run(title, process.execPath, [nodeScript('typescript', 'bin', 'tsc')]);
  await bundle(title);
  copyFileSync(
    join(root, 'install.json'),
    join(builtExtension, 'install.json')
  );
  leave(stamp, hash);
}

/** Bundles what is compiled with the builder of .venv. */
function bundle(title) {
  const path = [dirname(process.execPath), commandsOf(venv), process.env.PATH];
  const separator = process.platform === 'win32' ? ';' : ':';
  return run(
    title,
    pythonOf(venv),
    ['-m', 'jupyter_builder.main', 'build', root],
    { env: { ...process.env, PATH: path.join(separator) } }
  );
}

/** Links the built extension into the environment; copies it where links are not to be had. */
function install() {
  const target = join(installed, extensionName);
  const present = lstatSync(target, { throwIfNoEntry: false });
  const isLink =
    present?.isSymbolicLink() &&
    existsSync(target) &&
    realpathSync(target) === realpathSync(builtExtension);
  if (isLink) {
    return;
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  try {
    symlinkSync(builtExtension, target, 'junction');
  } catch {
    cpSync(builtExtension, target, { recursive: true });
  }
}

/** Sees to it that .venv has the extension as the sources stand. */
export async function ensureExtension() {
  await build();
  install();
}
