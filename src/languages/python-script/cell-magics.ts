// One entry for each cell magic that a script can do without IPython. What is not listed stops the script.
import { callWithText, quoted } from './literals';
import { withoutOptions } from './line-magics';
import {
  failure,
  nothing,
  statements,
  type CellMagic,
  type Translation
} from './magic';
import { expanded } from './shell';

/** How the rest of a cell is treated: translated as a cell of its own, then put in place. */
export type CellTranslation =
  | Translation
  /** The body's own code; `opening` lines before it, and the body indented when `isBlock`. */
  | {
      readonly kind: 'body';
      readonly body: string;
      readonly opening: readonly string[];
      readonly closing: readonly string[];
      readonly isBlock: boolean;
      /** False when the last expression is not to be shown. */
      readonly isShown: boolean;
      readonly note: string;
    };

type Translator = (magic: CellMagic) => CellTranslation;

const PAGES = 'html HTML javascript Javascript js latex markdown svg SVG'.split(
  ' '
);
const SHELLS: readonly (readonly [string, readonly string[]])[] = [
  ['bash', ['bash']],
  ['sh', ['sh']],
  ['perl', ['perl']],
  ['ruby', ['ruby']],
  ['cmd', ['cmd']]
];

const TRANSLATORS = new Map<string, Translator>([
  ...PAGES.map(
    name => [name, () => nothing('it only showed something')] as const
  ),
  ...SHELLS.map(([name, program]) => [name, script(program)] as const),
  ['script', namedScript],
  ['python', ownInterpreter],
  ['python3', ownInterpreter],
  ['writefile', writeFile],
  ['file', writeFile],
  [
    'time',
    ({ args, body }) =>
      whole(args ? `${args}\n${body}` : body, 'the time it took is not shown')
  ],
  ['prun', ({ body }) => whole(body, 'the profile is not shown')],
  ['timeit', timed],
  ['memit', timed],
  ['capture', capture],
  ['system', lines],
  ['sx', lines],
  ['!', lines]
]);

/** The code that does what a cell magic does. */
export function translateCellMagic(magic: CellMagic): CellTranslation {
  const translate = TRANSLATORS.get(magic.name);
  return translate?.(magic) ?? failure('which Retrace cannot translate');
}

function whole(body: string, note: string): CellTranslation {
  return {
    kind: 'body',
    body,
    opening: [],
    closing: [],
    isBlock: false,
    isShown: true,
    note
  };
}

function timed({ name, args, body, cell }: CellMagic): CellTranslation {
  if (/(?:^|\s)-\w*o\b/.test(args)) {
    return failure('whose timing result a script cannot reproduce');
  }
  const setUp = withoutOptions(`${args} `).trim();
  const timedName = cell.helper('timed');
  return {
    kind: 'body',
    body: setUp ? `${setUp}\n${body}` : body,
    opening: [`def ${timedName}():`],
    closing: [`${timedName}()`],
    isBlock: true,
    isShown: false,
    note: `%%${name} ran this many times; here it runs once and no time is shown`
  };
}

function capture({ args, body, cell }: CellMagic): CellTranslation {
  const words = args
    .split(/\s+/)
    .filter(word => word && !word.startsWith('--no-'));
  const [name] = words;
  if (
    words.length > 1 ||
    (name !== undefined && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
  ) {
    return failure('of which Retrace only translates `%%capture name`');
  }
  return {
    kind: 'body',
    body,
    opening: [`with ${cell.helper('capture')}()${name ? ` as ${name}` : ''}:`],
    closing: [],
    isBlock: true,
    isShown: false,
    note: 'what the cell prints is not shown'
  };
}

function script(program: readonly string[]): Translator {
  return ({ args, body, cell }) =>
    args
      ? failure('whose options Retrace cannot translate')
      : statements([
          callWithText(
            cell.helper('script'),
            [`[${program.map(quoted).join(', ')}]`],
            body
          )
        ]);
}

function namedScript(magic: CellMagic): CellTranslation {
  const program = magic.args.split(/\s+/).filter(Boolean);
  const isPlain =
    program.length > 0 &&
    program.every(word => /^[\w./-]+$/.test(word)) &&
    !program[0]?.startsWith('-');
  return isPlain
    ? script(program)({ ...magic, args: '' })
    : failure('whose options Retrace cannot translate');
}

function ownInterpreter({ args, body, cell }: CellMagic): CellTranslation {
  return args
    ? failure('whose options Retrace cannot translate')
    : statements([
        callWithText(
          cell.helper('script'),
          [`[${cell.helper('sys')}.executable, "-"]`],
          body
        )
      ]);
}

function writeFile({ args, body, cell }: CellMagic): CellTranslation {
  const isAppended = /^(?:-a|--append)\s/.test(args);
  const path = args
    .replace(/^(?:-a|--append)\s+/, '')
    .replace(/^(["'])(.*)\1$/, '$2');
  if (!path || path.startsWith('-')) {
    return failure('whose options Retrace cannot translate');
  }
  const helper = cell.helper(isAppended ? 'append_file' : 'write_file');
  return statements([callWithText(helper, [expanded(path, cell)], body)]);
}

function lines({ body, cell }: CellMagic): CellTranslation {
  return {
    kind: 'expression',
    code: callWithText(cell.helper('shell_lines'), [], body)
  };
}
