// Python that the grammar does not know -> the same in words that it knows, at equal length.

import type { LogicalLine } from './logical-lines';
import { itemBefore, lastItem } from './neighbours';
import { replace, type Repairs } from './patches';
import { repairStatement } from './repairs-of-statements';
import type { Token } from './scanner';

/** An open bracket while a line is read. */
type Open = {
  readonly text: string;
  /** True after a value, where `[` is a subscript. */
  readonly isSubscript: boolean;
  /** True for the type parameters of a definition. */
  readonly isTypeParameters: boolean;
  /** True for the parameters of a `def`. */
  readonly isParameters: boolean;
  /** In type parameters: true once the present one has a bound. */
  hasBound: boolean;
};

/** Rewrites one logical line. */
export function repairLine(repairs: Repairs, line: LogicalLine): void {
  repairStatement(repairs, line);
  if (isPlain(line)) {
    return;
  }
  const open: Open[] = [];
  const lambdas: number[] = [];
  line.forEach((token, index) => {
    const top = lastItem(open);
    const around = { previous: itemBefore(line, index), next: line[index + 1] };
    repairToken(repairs, token, around);
    repairLambda(repairs, line, { index, lambdas });
    if (top) {
      repairInBracket(repairs, token, { top, ...around });
    }
    if (token.kind === 'operator' && /^[([{]$/.test(token.text)) {
      open.push(openedBy(line, index));
    } else if (token.kind === 'operator' && /^[)\]}]$/.test(token.text)) {
      open.pop();
    }
  });
  repairLoops(repairs, line);
}

/** True where no token can be part of what the grammar lacks: most lines. */
function isPlain(line: LogicalLine): boolean {
  for (let index = 0; index < line.length; index += 1) {
    const token = line[index];
    if (
      token &&
      (mayNeedRepair(token, itemBefore(line, index)) ||
        (token.text === '[' && opensTypeParameters(line, index)))
    ) {
      return false;
    }
  }
  return true;
}

function mayNeedRepair(
  { kind, text }: Token,
  previous: Token | undefined
): boolean {
  switch (kind) {
    case 'name':
      return text === 'lambda';
    case 'number':
      return text.includes('.') && POINTED.test(text);
    case 'operator':
      return (
        text === ':=' ||
        ((text === '*' || text === '**') &&
          BEFORE_STAR.test(previous?.text ?? ''))
      );
    case 'string':
      return /^r?t/i.test(text);
    case 'text':
      return text.includes('\\') || text.startsWith('=');
    default:
      return false;
  }
}

/** A number with a point before no digit. */
const POINTED = /\.(?!\d)/;
/** After these a star is no multiplication. */
const BEFORE_STAR = /^(?:[[(,=:]|for)$/;

function opensTypeParameters(line: LogicalLine, index: number): boolean {
  return index > 1 && /^(?:def|class|type)$/.test(line[index - 2]?.text ?? '');
}

type Around = {
  readonly previous: Token | undefined;
  readonly next: Token | undefined;
};

function repairToken(repairs: Repairs, token: Token, { next }: Around): void {
  const { kind, text } = token;
  if (kind === 'number' && POINTED.test(text)) {
    replace(repairs, token, text.replace('.', '0'));
  } else if (kind === 'string' && /^(?:t|tr|rt)["']/i.test(text)) {
    replace(repairs, token, text.replace(/t/i, 'f'));
  } else if (kind === 'operator' && text === ':' && next?.kind === 'text') {
    if (next.from === token.to && next.text.startsWith('=')) {
      repairs.patches.push({ from: next.from, text: ' ' });
    }
  } else if (kind === 'text' && text.includes('\\')) {
    repairText(repairs, token, next);
  }
}

/** A backslash before a brace means nothing; the grammar thinks it does. */
function repairText(
  repairs: Repairs,
  { from, text }: Token,
  next: Token | undefined
): void {
  for (const { index } of text.matchAll(/\\(?=[{}]|$)/g)) {
    if (index + 1 < text.length || next?.text === '{') {
      repairs.patches.push({ from: from + index, text: '/' });
    }
  }
}

/** `lambda a, /: …` and `lambda a,: …` */
function repairLambda(
  repairs: Repairs,
  line: LogicalLine,
  { index, lambdas }: { readonly index: number; readonly lambdas: number[] }
): void {
  const token = line[index];
  const isOpen = lastItem(lambdas) === token?.depth;
  if (token?.kind === 'name' && token.text === 'lambda') {
    lambdas.push(token.depth);
  } else if (isOpen && token?.text === ':') {
    lambdas.pop();
    for (let at = index - 1; /^[,/]$/.test(line[at]?.text ?? ''); at -= 1) {
      blankOut(repairs, line[at]);
    }
  } else if (isOpen && token?.text === '/' && line[index - 1]?.text === ',') {
    const next = line[index + 1];
    blankOut(repairs, token);
    blankOut(repairs, next?.text === ',' ? next : undefined);
  }
}

function blankOut(repairs: Repairs, token: Token | undefined): void {
  if (token) {
    replace(repairs, token);
  }
}

function repairInBracket(
  repairs: Repairs,
  token: Token,
  { previous, next, top }: Around & { readonly top: Open }
): void {
  const { text } = token;
  const isStar = /^\*\*?$/.test(text);
  const isFirst = /^[[(,]$/.test(previous?.text ?? '');
  const isAfterSign = /^[=:]$/.test(previous?.text ?? '');
  if (top.isTypeParameters) {
    if (isStar && (isFirst || isAfterSign)) {
      replace(repairs, token);
    } else if (text === '=') {
      replace(repairs, token, top.hasBound ? '|' : ':');
    }
    top.hasBound = text !== ',' && (top.hasBound || text === ':');
  } else if (isStar && top.isSubscript && isFirst) {
    replace(repairs, token);
  } else if (isStar && top.isParameters && previous?.text === ':') {
    replace(repairs, token);
  } else if (top.text === '{' && token.kind === 'name' && next?.text === ':=') {
    replace(repairs, next, '==');
    repairs.walruses.push(token.from);
  }
}

const keywordsBeforeValue =
  /^(?:and|as|assert|await|case|elif|else|except|for|from|if|in|is|lambda|match|not|or|return|while|with|yield)$/;

function openedBy(line: LogicalLine, index: number): Open {
  const text = line[index]?.text ?? '';
  const previous = itemBefore(line, index);
  const keyword = itemBefore(line, index, 2)?.text ?? '';
  const isValue =
    previous !== undefined &&
    (/^(?:string|text)$/.test(previous.kind) ||
      /^[)\]}]$/.test(previous.text) ||
      (previous.kind === 'name' && !keywordsBeforeValue.test(previous.text)));
  const isTypeParameters =
    text === '[' &&
    previous?.depth === 0 &&
    /^(?:def|class|type)$/.test(keyword);
  const isDefinition = line.slice(0, 2).some(token => token.text === 'def');
  return {
    text,
    isSubscript: text === '[' && isValue,
    isTypeParameters,
    isParameters: text === '(' && isDefinition && previous?.depth === 0,
    hasBound: false
  };
}

/** Stars in the targets of comprehensions: `for a, *b in c`. */
function repairLoops(repairs: Repairs, line: LogicalLine): void {
  let depth = -1;
  line.forEach((token, index) => {
    const previous = itemBefore(line, index)?.text;
    if (token.kind === 'name' && token.text === 'for' && token.depth > 0) {
      depth = token.depth;
    } else if (token.text === 'in' && token.depth === depth) {
      depth = -1;
    } else if (
      token.text === '*' &&
      token.depth === depth &&
      (previous === ',' || previous === 'for')
    ) {
      replace(repairs, token);
    }
  });
}
