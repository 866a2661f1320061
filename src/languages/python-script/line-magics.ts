// One entry for each line magic that a script can do without IPython. What is not listed stops the script.
import { quoted } from './literals';
import {
  expression,
  failure,
  nothing,
  statements,
  type LineMagic,
  type Translation
} from './magic';
import { expanded, shellCommand } from './shell';
import { isExpression, statementsOf } from './statements';
import { logicalLines } from './tokens';

type Translator = (magic: LineMagic) => Translation;

/** Names to the reason why a script does not need them. */
const NEEDLESS: readonly (readonly [string, string])[] = [
  [
    'only loads or reloads code',
    'load_ext reload_ext unload_ext autoreload aimport load loadpy'
  ],
  [
    'only sets up the notebook',
    'config colors xmode automagic autocall autosave page pprint doctest_mode pdb alias_magic logstart logstop logon logoff logstate matplotlib_inline'
  ],
  [
    'only shows information',
    'who who_ls whos pinfo pinfo2 pdef pdoc pfile psource psearch history hist lsmagic magic quickref tb notebook connect_info clear cls dhist'
  ]
];

const INSTALLERS = ['pip', 'conda', 'mamba', 'micromamba', 'uv'];
const FILE_COMMANDS =
  'ls ll la lf lk ld lx cat cp mv rm mkdir rmdir rename touch head tail less more man'.split(
    ' '
  );

const TRANSLATORS = new Map<string, Translator>([
  ...NEEDLESS.flatMap(([reason, names]) =>
    names.split(' ').map(name => [name, () => nothing(reason)] as const)
  ),
  ...INSTALLERS.map(name => [name, installer] as const),
  ...FILE_COMMANDS.map(name => [name, fileCommand] as const),
  ['matplotlib', () => nothing('figures are saved as files')],
  ['time', ({ args }) => once(args, 'the time it took is not shown')],
  ['prun', profiled],
  ['timeit', timed],
  ['memit', timed],
  ['cd', changeDirectory],
  ['pwd', ({ cell }) => expression(`${cell.helper('os')}.getcwd()`)],
  ['env', environment],
  ['set_env', environment],
  ['system', lines],
  ['sx', lines],
  ['run', runFile],
  ['pylab', pylab],
  [
    'precision',
    ({ args, cell }) =>
      expression(`${cell.helper('precision')}(${quoted(args)})`)
  ],
  ['reset', reset],
  ['xdel', ({ args }) => statements([`del ${args}`])]
]);

/** The code that does what a line magic does. */
export function translateLineMagic(magic: LineMagic): Translation {
  const translate = TRANSLATORS.get(magic.name);
  return translate?.(magic) ?? failure('which Retrace cannot translate');
}

/** True for the names of the magics that Retrace knows. */
export function isLineMagic(name: string): boolean {
  return TRANSLATORS.has(name);
}

/** True for magics that change nothing that a later import could see. */
export function isInertMagic(name: string): boolean {
  return (
    NEEDLESS.some(([, names]) => names.split(' ').includes(name)) ||
    ['matplotlib', 'precision', 'time', 'timeit', ...INSTALLERS].includes(name)
  );
}

function once(code: string, note: string): Translation {
  if (!code) {
    return nothing(note);
  }
  if (logicalLines(code).some(line => line.ipython !== null)) {
    return failure('around other IPython syntax');
  }
  const text = expressionText(code);
  return text === null ? statements([code], note) : expression(text, note);
}

/** The expression that some code is, without comments around it; null for any other code. */
function expressionText(code: string): string | null {
  const [line, ...more] = logicalLines(code);
  const [statement, ...others] = line ? statementsOf(line) : [];
  const isOne =
    line?.ipython === null && more.length === 0 && others.length === 0;
  return isOne && statement && isExpression(statement.tokens)
    ? code.slice(line.from, statement.tokens[statement.tokens.length - 1]?.to)
    : null;
}

/** Removes leading `-x` options; those of timing magics take a number at most. */
export function withoutOptions(args: string): string {
  return args.replace(/^(?:-[A-Za-z]+\s*\d*\s+)+/, '');
}

function profiled({ args }: LineMagic): Translation {
  return args.startsWith('-')
    ? failure('whose options Retrace cannot translate')
    : once(args, 'the profile is not shown');
}

function timed({ name, args, cell }: LineMagic): Translation {
  if (/^(?:-\S+\s+)*-\w*o\b/.test(args)) {
    return failure('whose timing result a script cannot reproduce');
  }
  const code = withoutOptions(args);
  const note = `%${name} ran this many times; here it runs once and no time is shown`;
  const text = expressionText(code);
  if (text !== null) {
    return statements([text], note);
  }
  const timedName = cell.helper('timed');
  return statements([`def ${timedName}(): ${code}`, `${timedName}()`], note);
}

function installer({ name, args, cell }: LineMagic): Translation {
  return /^(?:pip\s+)?(?:un)?install\b|^(?:create|add|sync)\b/.test(args)
    ? nothing('the head of this script pins what it needs')
    : shellCommand(`${name} ${args}`, cell);
}

function fileCommand({ name, args, cell }: LineMagic): Translation {
  return shellCommand(`${name} ${args}`.trim(), cell);
}

function lines({ args, cell }: LineMagic): Translation {
  return expression(`${cell.helper('shell_lines')}(${expanded(args, cell)})`);
}

function changeDirectory({ args, cell }: LineMagic): Translation {
  const isQuiet = /^-q\b/.test(args);
  const path = args.replace(/^-q\s*/, '').replace(/^(["'])(.*)\1$/, '$2');
  if (path.startsWith('-')) {
    return failure('which needs the history of directories');
  }
  const options = isQuiet ? ', is_quiet=True' : '';
  const target = expanded(path || '~', cell);
  return statements([`${cell.helper('cd')}(${target}${options})`]);
}

function environment({ args, cell }: LineMagic): Translation {
  const [, name, value] = /^([^\s=]+)\s*(?:=|\s)\s*(.*)$/s.exec(args) ?? [];
  if (name !== undefined && value !== undefined) {
    const code = `${cell.helper('set_env')}(${quoted(name)}, ${expanded(value, cell)})`;
    return statements([code]);
  }
  return args
    ? expression(`${cell.helper('os')}.environ[${quoted(args)}]`)
    : nothing('only shows information');
}

function runFile({ args, cell }: LineMagic): Translation {
  const isScript =
    /^(?:"[^"-][^"]*\.py"|'[^'-][^']*\.py'|[^\s"'-]\S*\.py)(?:\s|$)/;
  return isScript.test(args)
    ? statements([
        `globals().update(${cell.helper('run_file')}(${expanded(args, cell)}))`
      ])
    : failure('of which Retrace only translates `%run file.py arguments`');
}

function pylab(): Translation {
  return statements([
    'import numpy, matplotlib',
    'from matplotlib import pylab, mlab, pyplot',
    'np, plt = numpy, pyplot',
    'from pylab import *',
    'from numpy import *'
  ]);
}

function reset({ args, cell }: LineMagic): Translation {
  return /^(?:-[fs]+\s*)*$/.test(args)
    ? statements([`${cell.helper('reset')}()`])
    : failure('of which Retrace only translates `%reset -f`');
}
