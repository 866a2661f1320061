// Where things are, whatever the folder the scripts are started in.

import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const isWindows = process.platform === 'win32';

/** The top folder of the checkout. */
export const root = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..'
);

/** The virtual environment with JupyterLab. */
export const venv = join(root, '.venv');

/** The interpreter inside a virtual environment. */
export function pythonOf(environment) {
  return isWindows
    ? join(environment, 'Scripts', 'python.exe')
    : join(environment, 'bin', 'python');
}

/** The folder of a virtual environment's commands. */
export function commandsOf(environment) {
  return join(environment, isWindows ? 'Scripts' : 'bin');
}

/** Name under which JupyterLab and the registries know the extension. */
export const extensionName = 'jupyterlab-retrace';

/** What the builder writes and the Python package carries. */
export const builtExtension = join(root, 'jupyterlab_retrace', 'labextension');

/** A module's command line script inside node_modules. */
export function nodeScript(...path) {
  return join(root, 'node_modules', ...path);
}
