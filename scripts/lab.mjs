// npm run lab: sets up what is missing and opens JupyterLab on the example. Arguments go on to JupyterLab.
import './lib/require-node.mjs';

import { delimiter, join } from 'node:path';

import { commandsOf, pythonOf, root, venv } from './lib/places.mjs';
import { foreground, main } from './lib/run.mjs';
import { setUp } from './lib/setup.mjs';

const NOTEBOOK = 'classifier.ipynb';

/** What JupyterLab is started with: the user's arguments come last, so they win. */
function labArguments(given) {
  const isRoot = process.getuid?.() === 0;
  const allowsRoot = given.some(each => /allow[-_]root/.test(each));
  return [
    '-m',
    'jupyterlab',
    `--LabApp.default_url=/lab/tree/${NOTEBOOK}`,
    '--ServerApp.answer_yes=True',
    ...(isRoot && !allowsRoot ? ['--allow-root'] : []),
    ...given
  ];
}

main(async () => {
  await setUp();
  const path = [commandsOf(venv), process.env.PATH].join(delimiter);
  return foreground(pythonOf(venv), labArguments(process.argv.slice(2)), {
    cwd: join(root, 'examples'),
    env: { ...process.env, PATH: path, VIRTUAL_ENV: venv }
  });
});
