// Names that stand in texts: of queries over frames, and of expressions that a callable may evaluate.

import { stringContent } from './access';
import type { Arguments } from './arguments';
import type { Callee } from './callees';
import { namesIn } from './magic-facts';
import { readByText } from './namespace';
import type { Syntax } from './syntax';
import { textOf, type Walk } from './walk';

/** Two words in a row make prose, unless one of them is Python's. */
const PROSE =
  /[A-Za-z_]\w*\s+(?!(?:and|as|else|for|if|in|is|not|or)\b)(?<!\b(?:and|else|for|if|in|is|not|or|lambda)\s+)[A-Za-z_]/;
const EXPRESSION = /^\s*[([{]?\s*[A-Za-z_][^\n\\?!;#$]{0,299}$/;
/** Functions of libraries that run texts, and one that notebooks often replace by a class of their own. */
const HANDED_ON = /^(?:timeit\.|builtins\.display$)/;
const TABLES = /\b(?:from|join)\s+([A-Za-z_]\w*)/gi;

/** Reads what the texts that a call hands over mention, where it is known who reads them how; else keeps the names. */
export function readTexts(walk: Walk, callee: Callee, given: Arguments): void {
  const { dotted, method, root } = callee;
  const [first] = given.positional;
  const content = (): string => (first && contentOf(walk, first)) ?? '';
  if (dotted === null && (method === 'query' || method === 'eval')) {
    readAll(walk, first, content().matchAll(/@([A-Za-z_]\w*)/g));
  } else if (dotted === 'pandas.eval') {
    const text = content();
    const names = namesIn(text, 0);
    const matches = names.map(({ from, to }) => ['', text.slice(from, to)]);
    readAll(walk, first, matches);
  } else if (isSql(dotted, textOf(walk, root), method)) {
    readAll(walk, first, content().matchAll(TABLES));
  } else if (dotted === null || HANDED_ON.test(dotted)) {
    given.all.forEach(argument => keepNames(walk, argument));
  }
}

/** Programs that take tables of the notebook by their names. */
function isSql(
  dotted: string | null,
  root: string,
  method: string | null
): boolean {
  const isOfDuck =
    root === 'duckdb' && /^(?:sql|query|execute)$/.test(method ?? '');
  const isOfPandas =
    method === null && (root === 'sqldf' || root === 'pysqldf');
  return isOfDuck || isOfPandas || dotted === 'pandasql.sqldf';
}

function readAll(
  walk: Walk,
  node: Syntax | undefined,
  matches: Iterable<readonly (string | undefined)[]>
): void {
  for (const [, name] of matches) {
    if (name && node) {
      readByText(walk, name, node);
    }
  }
}

/** Whoever is handed an expression as a text may evaluate it. */
function keepNames(walk: Walk, node: Syntax): void {
  if (node.name === 'ArrayExpression' || node.name === 'TupleExpression') {
    node.children.forEach(child => keepNames(walk, child));
    return;
  }
  const content = contentOf(walk, node);
  if (content !== null && EXPRESSION.test(content) && !PROSE.test(content)) {
    namesIn(content, 0).forEach(({ from, to }) =>
      walk.facts.texts.add(content.slice(from, to))
    );
  }
}

function contentOf(walk: Walk, node: Syntax): string | null {
  return node.name === 'String' ? stringContent(textOf(walk, node)) : null;
}
