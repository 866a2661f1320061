// Finds a Python that can make virtual environments, and makes ours.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import * as debian from './debian.mjs';
import { pythonOf, root, venv } from './places.mjs';
import { capture, run, Stop } from './run.mjs';
import { hashOf, isFresh, leave } from './stamp.mjs';

const WANTED = [3, 10];
const NAMES = ['python3', 'python']
  .concat([14, 13, 12, 11, 10].map(minor => `python3.${minor}`))
  .map(name => [name]);
const PROBE = `
import sys
try:
    import ensurepip, venv
    complete = True
except ImportError:
    complete = False
print(*sys.version_info[:2], complete, sys.executable, sep="\\n")
`;

/** What a Python says of itself; null when it is none or does not start. */
async function ask([command, ...args]) {
  const { status, output } = await capture(command, [...args, '-c', PROBE]);
  const [major, minor, isComplete, path] = output.trim().split(/\r?\n/);
  return status === 0 && path
    ? {
        version: [Number(major), Number(minor)],
        isComplete: isComplete === 'True',
        path
      }
    : null;
}

function isNewEnough({ version: [major, minor] }) {
  return major === WANTED[0] && minor >= WANTED[1];
}

/** All Pythons in sight, the usual one first. */
async function pythons() {
  const own = process.env.RETRACE_PYTHON;
  const windows = process.platform === 'win32' ? [['py', '-3']] : [];
  const found = [];
  for (const name of own ? [[own]] : [...windows, ...NAMES]) {
    const python = await ask(name);
    if (python) {
      found.push(python);
    }
    if (python && isNewEnough(python) && python.isComplete) {
      break;
    }
  }
  return found;
}

/** The path of a Python that is new enough and complete; on Debian, as root, installs it when there is none. */
async function findPython() {
  const fit = list => list.find(each => isNewEnough(each) && each.isComplete);
  let found = await pythons();
  if (!fit(found) && debian.canInstall()) {
    await debian.install(['python3', 'python3-venv']);
    found = await pythons();
  }
  const python = fit(found);
  if (!python) {
    throw new Stop(missing(found));
  }
  return python.path;
}

/** One sentence on what is missing. */
function missing(found) {
  const wanted = `Python ${WANTED.join('.')} or newer`;
  const incomplete = found.find(isNewEnough);
  if (incomplete) {
    return `${incomplete.path} cannot make virtual environments: install the package python3-venv and start again.`;
  }
  const [old] = found;
  return old
    ? `Retrace needs ${wanted}; ${old.path} is Python ${old.version.join('.')}.`
    : `Retrace needs ${wanted}, and found no Python on the path.`;
}

/** Whether an environment is there, was made to its end and still starts; the system's Python may have gone. */
async function isUsable(python) {
  const answer = existsSync(python) && (await ask([python]));
  const pip = answer && (await capture(python, ['-m', 'pip', '--version']));
  return Boolean(pip) && isNewEnough(answer) && pip.status === 0;
}

/** Sees to it that `.venv` holds what a requirements file of `scripts/` asks for. */
export async function ensurePackages(requirements, title) {
  const file = join(root, 'scripts', requirements);
  const python = pythonOf(venv);
  const stamp = join(venv, '.retrace', requirements);
  const hash = hashOf([process.platform], [file]);
  if (existsSync(python) && isFresh(stamp, hash)) {
    return;
  }
  if (!(await isUsable(python))) {
    const base = await findPython();
    console.log('Making .venv …');
    rmSync(venv, { recursive: true, force: true });
    await run('Making .venv', base, ['-m', 'venv', venv]);
  }
  console.log(`${title} …`);
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '-q'];
  await run(title, python, [...pip, '--upgrade', '-r', file]);
  leave(stamp, hash);
}
