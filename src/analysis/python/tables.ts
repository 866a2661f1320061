// What a cell does to tables of a database, as far as constant texts of SQL tell.

import type { TableAct } from '../table-act';

import { stringContent } from './access';
import type { Syntax } from './syntax';
import { callsIn, keywordOf, nodesIn, textOf, type Call } from './syntax-words';

const OPENING = /^(?:connect|create_engine)$/;
const RUNNING =
  /^(?:execute|executemany|executescript|read_sql|read_sql_query)$/;
const NAME = String.raw`["'\x60[]?([\w.]+)["'\x60\]]?`;
const KEEPS = new RegExp(
  String.raw`^create\s+table\s+if\s+not\s+exists\s+${NAME}\s*\((.*)\)`,
  's'
);
const MAKES = new RegExp(String.raw`^create\s+table\s+${NAME}`);
const ADDS = new RegExp(
  String.raw`^insert\s+into\s+${NAME}\s*(?:\(([^)]*)\))?`
);
const CLEARS = new RegExp(
  String.raw`^(?:drop\s+table(?:\s+if\s+exists)?|delete\s+from|alter\s+table|update|replace\s+into|insert\s+or\s+\w+\s+into)\s+${NAME}`
);
const SHOWS = new RegExp(
  String.raw`^select\s+(?:\*|count\s*\([^)]*\))\s+from\s+${NAME}\s*$`
);

/** The acts of a cell; `constants` are texts that it gives names to. */
export function tableActsOf(
  source: string,
  root: Syntax,
  constants: ReadonlyMap<string, string>
): readonly TableAct[] {
  if (!/execute|read_sql|to_sql|connect|create_engine/.test(source)) {
    return [];
  }
  const contentOf = (node: Syntax | undefined): string | null => {
    const text = node ? textOf(source, node) : '';
    return node?.name === 'VariableName'
      ? (constants.get(text) ?? null)
      : stringContent(text);
  };
  const choices = nodesIn(root).filter(({ name }) => name === 'IfStatement');
  const mayBeLeftOut = ({ list }: Call): boolean =>
    choices.some(({ from, to }) => list && from <= list.from && list.to <= to);
  const actsIn = (call: Call): readonly TableAct[] => {
    const { word, owner, given, list } = call;
    if (OPENING.test(word)) {
      const isKnown = !owner || textOf(source, owner) === 'sqlite3';
      const place = given[0] ?? keywordOf(source, list, 'database');
      return [openedBy(isKnown ? contentOf(place) : null)];
    }
    if (word === 'to_sql') {
      return writtenBy(call, source, contentOf);
    }
    const text = RUNNING.test(word) ? contentOf(given[0]) : null;
    return (text ?? '').split(';').flatMap(actOf);
  };
  // A branch may ask first whether the rows are there.
  return callsIn(source, root).flatMap(call =>
    actsIn(call).filter(({ kind }) => kind !== 'adds' || !mayBeLeftOut(call))
  );
}

/** A path, or the address of a file of SQLite's. */
function openedBy(text: string | null): TableAct {
  const [, inAddress] = /^sqlite:\/\/\/(.*)$/.exec(text ?? '') ?? [];
  const path = inAddress ?? (text?.includes('://') ? '' : text);
  const isInMemory = /^:memory:$|^file:.*(?::memory:|mode=memory)/.test(
    path ?? ''
  );
  return { kind: 'opens', name: isInMemory ? '' : (path ?? '') };
}

/** A frame that is written to a table. */
function writtenBy(
  { given, list }: Call,
  source: string,
  contentOf: (node: Syntax | undefined) => string | null
): TableAct[] {
  const name = contentOf(keywordOf(source, list, 'name') ?? given[0]);
  const how = keywordOf(source, list, 'if_exists');
  const kind = how ? contentOf(how) : 'fail';
  if (name === null || kind === null) {
    return [];
  }
  const table = name.toLowerCase();
  return kind === 'append'
    ? [
        { kind: 'keeps', name: table, columns: [] },
        { kind: 'adds', name: table, columns: null }
      ]
    : [{ kind: kind === 'replace' ? 'clears' : 'makes', name: table }];
}

/** What one statement does; nothing for those of which that is not told. */
function actOf(statement: string): TableAct[] {
  const text = statement
    .replace(/--[^\n]*/g, '')
    .trim()
    .toLowerCase();
  const kept = KEEPS.exec(text);
  if (kept) {
    const [, name = '', columns = ''] = kept;
    return [{ kind: 'keeps', name, columns: uniqueColumns(columns) }];
  }
  const added = /\bon\s+conflict\b|\bselect\b/.test(text)
    ? null
    : ADDS.exec(text);
  if (added) {
    const [, name = '', columns] = added;
    return [
      {
        kind: 'adds',
        name,
        columns: columns === undefined ? null : wordsOf(columns)
      }
    ];
  }
  for (const [kind, pattern] of PLAIN) {
    const [, name] = pattern.exec(text) ?? [];
    if (name !== undefined) {
      return [{ kind, name }];
    }
  }
  return [];
}

const PLAIN = [
  ['makes', MAKES],
  ['clears', CLEARS],
  ['shows', SHOWS]
] as const;

/** Columns that hold no value twice, by themselves or together with others. */
function uniqueColumns(columns: string): readonly string[] {
  return columns.split(/,(?![^(]*\))/).flatMap(column => {
    if (!/\b(?:primary\s+key|unique)\b/.test(column)) {
      return [];
    }
    const [, several] =
      /^\s*(?:constraint\s+\w+\s+)?(?:primary\s+key|unique)\s*\(([^)]*)\)/.exec(
        column
      ) ?? [];
    return several === undefined
      ? wordsOf(column).slice(0, 1)
      : wordsOf(several);
  });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\w+/g) ?? [];
}
