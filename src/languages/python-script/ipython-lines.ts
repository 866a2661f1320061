// IPython's own lines of a cell -> Python.
import { quoted } from './literals';
import { translateLineMagic } from './line-magics';
import { failure, nothing, type CellContext, type Translation } from './magic';
import { shellCommand, shellLines } from './shell';
import type { LogicalLine } from './tokens';

/** Where an IPython line stands and what becomes of its value. */
export type IpythonLine = {
  readonly source: string;
  readonly line: LogicalLine;
  readonly cell: CellContext;
  /** Puts an expression into the call that shows it; null where its value is not shown. */
  readonly show: ((code: string) => string) | null;
};

/** The Python code for an IPython line, without the indentation of its first line. */
export function ipythonLineCode({
  source,
  line,
  cell,
  show
}: IpythonLine): string {
  const text = source
    .slice(line.ipython ?? line.from, line.to)
    .replace(/[ \t]*\\\n\s*/g, ' ')
    .trim();
  const target = source.slice(line.from, line.ipython ?? line.from).trim();
  return translationCode(translate(text, target !== '', cell), {
    text,
    target,
    indent: line.indent,
    cell,
    show
  });
}

function translate(
  text: string,
  isAssigned: boolean,
  cell: CellContext
): Translation {
  if (/^\?|\?$/.test(text) && !text.startsWith('!')) {
    return nothing('only shows help');
  }
  if (text.startsWith('!!')) {
    return shellLines(text.slice(2).trim(), cell);
  }
  if (text.startsWith('!')) {
    const command = text.slice(1).trim();
    return isAssigned ? shellLines(command, cell) : shellCommand(command, cell);
  }
  const [, name, args] = /^%([^\s%]+)\s*([^]*)$/.exec(text) ?? [];
  return name === undefined
    ? failure('which Retrace cannot translate')
    : translateLineMagic({ name, args: (args ?? '').trim(), cell });
}

/** Where a translation goes. */
export type Place = {
  /** The IPython syntax, for the comment and the message. */
  readonly text: string;
  /** `name =`; empty when the value is not assigned. */
  readonly target: string;
  readonly indent: string;
  readonly cell: CellContext;
  readonly show: ((code: string) => string) | null;
};

/** The code of a translation, with a comment that says what it stands for. */
export function translationCode(
  translation: Translation,
  place: Place
): string {
  const { text, target, indent, cell, show } = place;
  const note = 'note' in translation ? translation.note : undefined;
  const comment = `# IPython: ${shortened(text)}${note ? ` (${note})` : ''}`;
  const result = (lines: readonly string[]): string =>
    [comment, ...lines].join(`\n${indent}`);

  if (translation.kind === 'expression') {
    const { code } = translation;
    return result([target ? `${target} ${code}` : show ? show(code) : code]);
  }
  if (translation.kind === 'statements' && !target) {
    return result(translation.lines);
  }
  if (translation.kind === 'nothing') {
    return result(target ? [`${target} None`] : indent ? ['pass'] : []);
  }
  const reason =
    translation.kind === 'failure'
      ? translation.reason
      : 'whose result Retrace cannot assign';
  return result([failureCode(cell, `used ${shortened(text)}, ${reason}`)]);
}

/** A statement that stops the script and says why. */
export function failureCode(cell: CellContext, what: string): string {
  const sentence = `${cell.label} ${what}.`;
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return `raise RuntimeError(${quoted(capital)})`;
}

/** First line of some IPython syntax, marked where there is more. */
function shortened(text: string): string {
  const [first = '', ...more] = text.split('\n');
  const line = first.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]+/gu, ' ');
  const cut = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  return more.length > 0 ? `${cut} …` : cut;
}
