// IPython's lines in a cell: `%magic`, `!command`, `name?`, and what it takes as such without a sign.

import type { Range } from '../name-uses';

import {
  automagics,
  codeMagics,
  inertLineMagics,
  openLineMagics,
  packageMagics,
  stateMagics,
  timingMagics
} from './knowledge/magics';
import {
  expandedNames,
  namesIn,
  noFacts,
  type MagicFacts,
  type MagicLine
} from './magic-facts';
import type { Token } from './scanner';
import { shellChances } from './shell-chances';
import { configuredSetting } from './display-options';
import { aliasFiles, shellFiles, takesFiles } from './shell-files';

/** The tokens of the same logical line before an offset; none at its start. */
type Before = {
  readonly first: Token | undefined;
  readonly last: Token | undefined;
};

/** With what a line of IPython's begins. */
const SIGNS = '%!?/,;';

/** Reads what is IPython's at an offset, which is where a token of Python would start; null for Python. */
export function readMagicLine(
  source: string,
  at: number,
  before: Before
): MagicLine | null {
  const { last } = before;
  const isStart = !last || last.magic?.replaces === 'head';
  const char = source[at] ?? '';
  const isAssigned = last?.text === '=';
  if (char === '?' && !isStart) {
    return readHelp(source, at, before);
  }
  if (isStart && /[a-z]/.test(char)) {
    return readAutomagic(source, at);
  }
  if ((!isStart && !isAssigned) || !SIGNS.includes(char)) {
    return null;
  }
  const range = { from: at, to: endOfCommand(source, at) };
  const replaces = isStart ? 'line' : 'value';
  const plain = { range, replaces, isIsolated: false } as const;
  switch (char) {
    case '%':
      return readPercent(source, plain, at + 1);
    case '!':
      return {
        ...plain,
        facts: commandFacts(source, range)
      };
    case '?':
      return isStart ? { ...plain, facts: helpFacts(source, range) } : null;
    case '/':
    case ',':
    case ';':
      return isStart ? { ...plain, facts: autocallFacts } : null;
    default:
      return null;
  }
}

/** `!command`: programs that install packages, and those that fetch something. */
function commandFacts(source: string, range: Range): MagicFacts {
  const text = source.slice(range.from, range.to);
  const reads = expandedNames(source, range);
  const effects: MagicFacts['effects'][number][] = [];
  if (installs(text)) {
    effects.push({ state: 'packages', action: 'update' });
  }
  if (/^!+\s*(?:wget|curl|git\s+clone|kaggle\s+\w+\s+download)\b/.test(text)) {
    effects.push({ state: 'network', action: 'read' });
  }
  effects.push(...shellChances(text));
  return {
    ...noFacts,
    reads,
    effects,
    files: shellFiles(text),
    takesFiles: takesFiles(text)
  };
}

/** True for `pip install`, `python -m pip uninstall`, `conda install` and the like. */
export function installs(command: string): boolean {
  return /(?:^|[\s!%/;&|])(?:pip[\d.]*|conda|mamba|micromamba|uv)\s+(?:\S+\s+)*?(?:install|uninstall|remove|update|upgrade|add)\b/.test(
    command
  );
}

const autocallFacts: MagicFacts = {
  ...noFacts,
  reason: 'This is a call in IPython’s own notation.'
};

/** The end of the line; a backslash takes the next line with it. */
function endOfCommand(source: string, at: number): number {
  const pattern = /(?:[^\n\r\\]+|\\(?:\r\n|[^]|$))*/y;
  pattern.lastIndex = at;
  pattern.test(source);
  return pattern.lastIndex;
}

function helpFacts(source: string, range: Range): MagicFacts {
  const text = source.slice(range.from, range.to);
  const isName = /^[?\s]*[A-Za-z_][\w.]*[?\s]*$/.test(text);
  const reads = isName ? namesIn(text, range.from) : [];
  return { ...noFacts, reads };
}

/** `name?` and `name??`; the question mark has to end the line. */
function readHelp(
  source: string,
  at: number,
  { first }: Before
): MagicLine | null {
  const ending = /\?{1,2}[ \t\f]*;?[ \t\f]*(?=[\n\r]|$)/y;
  ending.lastIndex = at;
  if (!first || !ending.test(source)) {
    return null;
  }
  const range = { from: first.from, to: ending.lastIndex };
  const facts = helpFacts(source, range);
  return { range, replaces: 'line', facts, isIsolated: false };
}

/** A small letter, or `_`. */
function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x5f;
}

/** A command without its percent sign, where two words in a row cannot be Python. */
function readAutomagic(source: string, at: number): MagicLine | null {
  let end = at;
  while (isWord(source.charCodeAt(end))) {
    end += 1;
  }
  if (!automagics.has(source.slice(at, end))) {
    return null;
  }
  const pattern =
    /([a-z_]+)(?:[ \t]+(?:[\w~"'$]|[-./*][\w./])[^\n\r]*)?[ \t]*(?=[\n\r]|$)/y;
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  const [text = '', name = ''] = match ?? [];
  const rest = text.slice(name.length);
  const isOperation = /^\s*(?:and|as|else|for|if|in|is|not|or)\b/.test(rest);
  const isBare = rest.trim() === '' && !/^(?:ls|pwd|who|whos)$/.test(name);
  if (!match || isOperation || isBare) {
    return null;
  }
  const range = { from: at, to: endOfCommand(source, at) };
  const plain = { range, replaces: 'line', isIsolated: false } as const;
  return readPercent(source, plain, at);
}

/** `%load?` asks what the magic does. */
const HELP = /^\s*[A-Za-z_][\w.]*\s*\?{1,2}\s*$/;

/** A line magic, whose name starts at an offset. */
function readPercent(
  source: string,
  plain: Omit<MagicLine, 'facts'>,
  start: number
): MagicLine | null {
  const { range } = plain;
  if (HELP.test(source.slice(start, range.to))) {
    return { ...plain, facts: noFacts };
  }
  const match = /^\s*([A-Za-z_][\w.]*)/.exec(source.slice(start, range.to));
  const name = match?.[1] ?? '';
  const rest = { from: start + (match?.[0].length ?? 0), to: range.to };
  if (name === '' && plain.replaces === 'value') {
    return null;
  }
  const code = codeMagics[name];
  if (code && name !== 'capture') {
    const to = rest.from + optionsLength(source, rest, code.options);
    const facts = timingFacts(name);
    return to === range.to
      ? { ...plain, facts }
      : {
          range: { from: range.from, to },
          replaces: 'head',
          facts,
          isIsolated: code.isIsolated
        };
  }
  return { ...plain, facts: lineFacts(source, name, rest) };
}

/** How long the options before the code are, blanks after them included. */
export function optionsLength(
  source: string,
  { from, to }: Range,
  valued: string
): number {
  const value = valued === '' ? '' : `-[${valued}]\\s+\\S+|`;
  const pattern = new RegExp(`^\\s*(?:(?:${value}-[-\\w=.]+)(?:\\s+|$))*`);
  return pattern.exec(source.slice(from, to))?.[0].length ?? 0;
}

/** What is measured shows in the output, and in no value. */
export function timingFacts(name: string): MagicFacts {
  return timingMagics.has(name)
    ? { ...noFacts, effects: [{ state: 'clock', action: 'read', into: [] }] }
    : noFacts;
}

/** Magics that tell of one name what `name?` tells, or a part of it. */
const ASKING = /^p(?:info2?|doc|def|file|source)$/;

function lineFacts(source: string, name: string, rest: Range): MagicFacts {
  const text = source.slice(rest.from, rest.to);
  const facts = { ...noFacts, reads: expandedNames(source, rest) };
  if (name === 'precision') {
    return { ...facts, effects: precisionEffects(text.trim()) };
  }
  const setting = name === 'config' ? configuredSetting(text) : null;
  const state = setting ? 'display' : stateMagics[name];
  const reason = openLineMagics[name];
  if (state) {
    const isAsked = state === 'environment' && !/[=\s]\S/.test(text.trim());
    const isRooted =
      name === 'cd' && /^\s*(?:[/~]|[A-Za-z]:[\\/])\S*\s*$/.test(text);
    const action = isAsked ? 'read' : isRooted ? 'set' : 'update';
    return { ...facts, effects: [{ state, action, ...setting }] };
  }
  if (name === 'matplotlib' && /^\s*(?!-l\b|--list\b|inline\b)\w/.test(text)) {
    return { ...facts, effects: [{ state: 'plotting', action: 'update' }] };
  }
  if (packageMagics.has(name) && installs(`${name}${text}`)) {
    return { ...facts, effects: [{ state: 'packages', action: 'update' }] };
  }
  if (/^who(?:s|_ls)?$/.test(name) && text.trim() === '') {
    return { ...facts, listsNames: true };
  }
  if (ASKING.test(name)) {
    return { ...facts, ...helpFacts(source, rest) };
  }
  if (name === 'store') {
    return storeFacts(text, rest, facts);
  }
  if (reason) {
    const files = /^(?:run|load)$/.test(name) ? fileOf(text) : [];
    const star = name === 'pylab' ? { star: name } : {};
    return { ...facts, ...star, files, reason, bindsUnknown: true };
  }
  return inertLineMagics.has(name)
    ? {
        ...facts,
        files: aliasFiles(`${name}${text}`),
        takesFiles: takesFiles(`${name}${text}`)
      }
    : { ...facts, reason: `What “%${name}” does is not known.` };
}

/** `%precision 3`, `%precision %.2e`, `%precision`: how floats look that are shown, and where NumPy is loaded, arrays. */
function precisionEffects(value: string): MagicFacts['effects'] {
  const effect = { state: 'display', action: 'set' } as const;
  const ofNumbers = { ...effect, option: 'ipython.precision' };
  const ofArrays = { ...effect, option: 'numpy.precision' };
  if (value === '') {
    return [ofNumbers, ofArrays].map(one => ({ ...one, value: 'usual' }));
  }
  if (/^%\S+$/.test(value)) {
    return [{ ...ofNumbers, value }];
  }
  // Without digits behind the point, nothing tells of a number that it is none of those.
  return /^[1-9]\d*$/.test(value)
    ? [{ ...ofNumbers, value }, ofArrays]
    : [{ state: 'display', action: 'update' }];
}

/** The file that `%run` runs, where no variable is put into its name. */
function fileOf(text: string): MagicFacts['files'] {
  const match = /^\s*(?:-\w\s+)*(?:"([^"]+)"|'([^']+)'|([\w./~-]+))/.exec(text);
  const path = match?.slice(1).find(Boolean);
  return path === undefined ? [] : [{ path, action: 'read' }];
}

/** `%store x` keeps a value, `%store x > file` writes it, `%store -r x` brings it back. */
function storeFacts(text: string, rest: Range, facts: MagicFacts): MagicFacts {
  if (!/^\s*-r\b/.test(text)) {
    const [names = ''] = text.split('>');
    return { ...facts, reads: namesIn(names, rest.from) };
  }
  const offset = text.indexOf('-r') + 2;
  const binds = namesIn(text.slice(offset), rest.from + offset);
  const reason = 'What “%store -r” brings back comes from another session.';
  return { ...facts, binds, reason, bindsUnknown: binds.length === 0 };
}
