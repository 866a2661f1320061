// Names that no cell binds: IPython's own, and those that stand for state outside of the namespace.
import type { Effect } from '../analysis';
import type { Chance, Version } from './version';

/** The pseudo-name of ambient state, or of a part of it; no Python name looks like it. */
export function ambientName(state: Effect['state'], part?: string): string {
  return part ? `@${state}:${part}` : `@${state}`;
}

/** The streams of random numbers that libraries share, by their pseudo-names. */
export const STREAMS: readonly string[] = (
  ['random', 'numpy', 'torch', 'tensorflow'] as const
).map(stream => ambientName('random', stream));

/** The pseudo-name of a file. */
export function fileName(path: string): string {
  return FILE + path;
}

/** True for the pseudo-name of a file. */
export function isFile(name: string): boolean {
  return name.startsWith(FILE);
}

/** The path in the pseudo-name of a file. */
export function pathOfFile(name: string): string {
  return name.slice(FILE.length);
}

/** True for a path, and for what is below it. */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** A path as it is told from the folder of the notebook. */
export function nearPath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}

const FILE = '@file:';

/** Under what R keeps formal classes, before their names. */
const CLASS = '.__C__';

/**
 * A name as readers know it: streams of random numbers are one state to them, and so are display options; a formal class of R
 * goes by its own name.
 */
export function shownName(name: string): string {
  if (name === '@display:python.warnings') {
    return ambientName('warnings');
  }
  return name.startsWith(CLASS)
    ? name.slice(CLASS.length)
    : (/^@(?:random|display)(?=:)/.exec(name)?.[0] ?? name);
}

/** IPython's own names, which nobody has to bind. */
export const PREDEFINED = new Set([
  'display',
  'get_ipython',
  'exit',
  'quit',
  '__name__',
  '__doc__',
  '__builtins__',
  '__builtin__'
]);

/** Names under which IPython keeps inputs and results, which depend on counts. */
export const HISTORY = /^(_{1,3}|_i{1,3}|_i?\d+|_[dio]h|In|Out)$/;

/** States in which every change builds on the one before: a relative `chdir`, a drawn number. */
export function accumulates(name: string): boolean {
  return name === ambientName('directory');
}

/** Ambient names behind which nothing is kept, and what hangs on them. */
export const CHANCES: ReadonlyMap<string, Chance['kind']> = new Map([
  [ambientName('entropy'), 'unseeded'],
  [ambientName('clock'), 'clock'],
  [ambientName('day'), 'day'],
  [ambientName('hash-order'), 'hash-order'],
  [ambientName('address'), 'address'],
  [ambientName('network'), 'network']
]);

/** How messages are logged. */
export const LOGGING = ambientName('logging');

/** Names that code reaches by texts that it makes up, and by texts that it is handed. */
export const NAMES = ambientName('names');
export const TEXTS = ambientName('texts');

/** The streams that nobody tells apart. */
export const ALL_STREAMS = ambientName('random');

/** The streams that a stream's draws may come from. */
export function relatedStreams(name: string): readonly string[] {
  return name === ALL_STREAMS ? [ALL_STREAMS, ...STREAMS] : [name, ALL_STREAMS];
}

/** True for the state of random numbers, and for each of its streams. */
export function isStream(name: string): boolean {
  return name.startsWith(ALL_STREAMS);
}

/** The part under which the next thing appended by some code stands, beside what was there. */
export function nextTurn(version: Version | undefined, code: string): string {
  let turn = 1;
  while (version?.parts.has(`${code}\n${turn}`)) {
    turn += 1;
  }
  return `${code}\n${turn}`;
}
