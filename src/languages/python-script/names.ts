// Where the tokens of a cell read and store names, judged without scopes: a store anywhere counts.
import type { LogicalLine, Token } from './tokens';

/** A name as a cell's tokens show it. */
export type NameUse = {
  readonly name: string;
  readonly from: number;
  /** `neither`: an attribute, or a keyword of a call. */
  readonly kind: 'read' | 'store' | 'neither';
};

const AUGMENTED = /^(?:[-+*/%@&|^]|\*\*|\/\/|<<|>>)=$/;
const STORING_WORDS = new Set([
  'as',
  'def',
  'class',
  'global',
  'nonlocal',
  'del'
]);

/** Every name of a line, in its order; names in f-strings count as read. */
export function nameUses(line: LogicalLine): NameUse[] {
  const uses: NameUse[] = [];
  const places = placesOf(line.tokens);
  line.tokens.forEach((token, index) => {
    if (token.kind === 'name') {
      const kind = kindOf(line.tokens, index, places);
      uses.push({ name: token.text, from: token.from, kind });
    } else if (token.kind === 'string' && /^[a-z]*[ft]/i.test(token.text)) {
      uses.push(...namesInFields(token));
    }
  });
  return uses;
}

function namesInFields(token: Token): NameUse[] {
  const fields = token.text.match(/\{[^{}]+\}/g) ?? [];
  return fields
    .flatMap(field => field.match(/(?<![.\w])[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
    .map(name => ({ name, from: token.from, kind: 'read' as const }));
}

/** Stretches of a line in which names are stored, as the indices of tokens. */
type Places = {
  /** After `lambda`, up to its colon; after `for`, up to its `in`. */
  readonly bound: ReadonlySet<number>;
  /** Index of the last `=` of the statement that each index is in; -1 for none. */
  readonly assigned: readonly number[];
  readonly isImport: boolean;
  readonly isDefinition: boolean;
};

function placesOf(tokens: readonly Token[]): Places {
  const bound = new Set<number>();
  const open: Token[] = [];
  tokens.forEach((token, index) => {
    const last = open[open.length - 1];
    const isEnd =
      last !== undefined &&
      (last.depth > token.depth ||
        (last.text === 'for'
          ? token.text === 'in'
          : token.text === ':' && token.depth === last.depth));
    if (isEnd) {
      open.pop();
    } else if (last) {
      bound.add(index);
    }
    if (token.text === 'lambda' || token.text === 'for') {
      open.push(token);
    }
  });
  const words = tokens.slice(0, 2).map(token => token.text);
  const [first] = words[0] === 'async' ? words.slice(1) : words;
  return {
    bound,
    assigned: assignmentEnds(tokens),
    isImport: first === 'import' || first === 'from',
    isDefinition: first === 'def'
  };
}

function assignmentEnds(tokens: readonly Token[]): number[] {
  const ends: number[] = [];
  let last = -1;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index];
    if (token?.depth === 0 && token.text === ';') {
      last = -1;
    } else if (token?.depth === 0 && token.text === '=' && last < 0) {
      last = index;
    }
    ends[index] = last;
  }
  return ends;
}

const STATEMENTS_WITHOUT_TARGET =
  /^(?:if|while|for|with|return|assert|elif|import|from)$/;

function kindOf(
  tokens: readonly Token[],
  index: number,
  { bound, assigned, isImport, isDefinition }: Places
): NameUse['kind'] {
  const token = tokens[index];
  const before = tokens[index - 1]?.text ?? '';
  const after = tokens[index + 1]?.text ?? '';
  const first = tokens[0]?.text ?? '';
  const depth = token?.depth ?? 0;
  const isParameter = bound.has(index) || (isDefinition && depth > 0);
  if (before === '.') {
    return 'neither';
  }
  if (
    STORING_WORDS.has(before) ||
    after === ':=' ||
    AUGMENTED.test(after) ||
    (isImport && index > 0)
  ) {
    return 'store';
  }
  if (after === '=' && depth > 0 && !isParameter) {
    return 'neither';
  }
  if (after === '.' || after === '(' || after === '[') {
    return 'read';
  }
  const isTarget =
    !STATEMENTS_WITHOUT_TARGET.test(first) &&
    ((assigned[index] ?? -1) > index ||
      (index === 0 && after === ':' && tokens.length > 2));
  const isListed =
    index > 0 && /^(?:case|global|nonlocal|del|type)$/.test(first);
  return isParameter || isTarget || isListed ? 'store' : 'read';
}
