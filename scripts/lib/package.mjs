// Builds the Python package from the files that git knows, as a release does, and looks into what came out.

import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { extensionName, pythonOf, root, venv } from './places.mjs';
import { ensurePackages } from './python.mjs';
import { run, Stop } from './run.mjs';

/** Inside the checkout, so that node_modules can be linked file by file instead of being copied. */
const workplace = join(root, 'build', 'package');

/** What an installed wheel must have below `share/jupyter/labextensions`. */
const CARRIED = [
  'install.json',
  'package.json',
  `schemas/${extensionName}/plugin.json`,
  'static/style.js',
  'static/third-party-licenses.json'
].map(path => `${extensionName}/${path}`);

/** What an unpacked sdist must have, to be built and installed without Node. */
const SOURCE = [
  'LICENSE',
  'README.md',
  'PKG-INFO',
  'install.json',
  'package.json',
  'pyproject.toml',
  'src/index.ts',
  'jupyterlab_retrace/__init__.py',
  'jupyterlab_retrace/labextension/package.json',
  'jupyterlab_retrace/labextension/static/style.js'
];

/** What must not travel: maps and logs of a development build, what was installed. */
const LEFT_OUT =
  /(^|\/)(build_log\.json|node_modules|\.venv)(\/|$)|labextension.*\.map$|\.tsbuildinfo$/;

/** Files that git knows or would add. */
async function projectFiles() {
  const args = ['ls-files', '-z', '--cached', '--others'];
  const listed = await run('Listing the project files', 'git', [
    ...args,
    '--exclude-standard'
  ]);
  return listed.split('\0').filter(path => existsSync(join(root, path)));
}

/** All files below a folder, relative to it, with forward slashes. */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter(path => statSync(join(folder, path)).isFile())
    .map(path => path.replaceAll('\\', '/'));
}

/** Copies the project, with the installed build tools as hard links where the disk has them. */
async function copyProject(target) {
  for (const file of (await projectFiles()).filter(Boolean)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(root, file), join(target, file));
  }
  linkTree(join(root, 'node_modules'), join(target, 'node_modules'));
  copyLockAccount(target);
}

/** npm rewrites its account of what is installed in place, so that one is copied. */
function copyLockAccount(target) {
  const account = join('node_modules', '.package-lock.json');
  rmSync(join(target, account), { force: true });
  copyFileSync(join(root, account), join(target, account));
}

function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      linkTree(source, target);
    } else if (entry.isSymbolicLink()) {
      cpSync(source, target, { verbatimSymlinks: true });
    } else {
      linkFile(source, target);
    }
  }
}

function linkFile(source, target) {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** Builds the sdist, and the wheel from the sdist; gives their paths. */
async function buildBoth(source, dist) {
  const title = 'Building the Python package';
  await run(title, pythonOf(venv), ['-m', 'build', '--outdir', dist, source]);
  const names = readdirSync(dist);
  const find = ending =>
    join(
      dist,
      names.find(each => each.endsWith(ending))
    );
  return { sdist: find('.tar.gz'), wheel: find('.whl') };
}

/** Throws when files are missing, should not be there, or name a folder of this machine. */
function inspect(what, folder, wanted) {
  const files = filesIn(folder);
  const faults = [
    ...wanted
      .filter(path => !files.includes(path))
      .map(path => `${what} lacks ${path}`),
    ...files
      .filter(path => LEFT_OUT.test(path))
      .map(path => `${what} carries ${path}`),
    ...files
      .filter(path => namesThisMachine(join(folder, path)))
      .map(path => `${what} names a folder of this machine in ${path}`)
  ];
  if (faults.length > 0) {
    throw new Stop(faults.join('\n'));
  }
}

function namesThisMachine(path) {
  const text = readFileSync(path, 'latin1');
  return [root, homedir()].some(each => text.includes(`${each}/`));
}

/** Throws when the sdist or the wheel, built and installed in a place of their own, are not what they should be. */
export async function checkPackage() {
  await ensurePackages('requirements-test.txt', 'Installing package tools');
  rmSync(workplace, { recursive: true, force: true });
  const inside = name => join(workplace, name);
  await copyProject(inside('source'));
  const { sdist, wheel } = await buildBoth(inside('source'), inside('dist'));

  const python = pythonOf(venv);
  await run('Unpacking the sdist', python, [
    '-m',
    'tarfile',
    '-e',
    sdist,
    inside('sdist')
  ]);
  const [unpacked] = readdirSync(inside('sdist'));
  inspect('The sdist', join(inside('sdist'), unpacked), SOURCE);

  const unzip = ['-m', 'zipfile', '-e', wheel, inside('wheel')];
  await run('Unpacking the wheel', python, unzip);
  inspect('The wheel', inside('wheel'), [
    'jupyterlab_retrace/__init__.py',
    'jupyterlab_retrace/_version.py'
  ]);

  const target = ['--target', inside('installed')];
  const pip = ['-m', 'pip', 'install', '-q', '--no-deps', '--no-index'];
  await run('Installing the wheel', python, [...pip, ...target, wheel]);
  const extensions = join('share', 'jupyter', 'labextensions');
  inspect('An installation', join(inside('installed'), extensions), CARRIED);
  rmSync(workplace, { recursive: true, force: true });
}
