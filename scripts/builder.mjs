// Starts jupyter-builder: the one on the path (an activated environment, a Python package build), else that of .venv.
import './lib/require-node.mjs';

import { pythonOf, venv } from './lib/places.mjs';
import { foreground, main, which } from './lib/run.mjs';

const args = process.argv.slice(2);
const command = which('jupyter-builder');

main(() =>
  command
    ? foreground(command, args)
    : foreground(pythonOf(venv), ['-m', 'jupyter_builder.main', ...args])
);
