// R source -> what it does to the notebook's names.
import type { CellAnalysis } from '../cell-analysis';
import { analyseNothing } from '../analyse-nothing';
import type { Effect } from '../effect';
import { Frame } from './frame';
import { looksInR } from './looks';
import { methodRulesOfR } from './methods';
import { needsInR } from './needs';
import { normaliseR } from './normalise';
import { spelledInR } from './spelled';
import { originsInR } from './origins';
import { parseR } from './parse';
import { readyAtInR } from './ready';
import { rangeOf, RSyntaxError, type RNode } from './syntax';
import { textsIn } from './texts-in';
import { visit } from './walk';

/**
 * Analyses a cell of R. Any text is taken; a cell that is no R is told as one of which nothing could be said. Values of R
 * have no other names: an assignment to a part is an update of one name, and calls change nothing but environments.
 */
export function analyseR(source: string): CellAnalysis {
  const parsed = parse(source);
  if (parsed instanceof RSyntaxError) {
    return refused(source, parsed);
  }
  const frame = new Frame(null, visit);
  parsed.forEach(statement => frame.visit(statement));
  const last = parsed[parsed.length - 1];
  if (last && isShown(last)) {
    const range = rangeOf(last);
    frame.effects.push({ state: 'display', action: 'read', range });
    SHOWING.forEach(name => frame.generics.add(name));
  }
  let known: CellAnalysis['origins'];
  let needs: CellAnalysis['needs'];
  const origins = (): NonNullable<CellAnalysis['origins']> =>
    (known ??= originsInR(source, parsed, frame));
  const result = resultOf(frame, source);
  return {
    form: { text: result.normalised, roles: rolesIn(result) },
    dispatch: {
      generics: [...frame.generics].sort(),
      classes: classesIn(parsed),
      rules: methodRulesOfR
    },
    looks: looksInR(parsed),
    readyAt: readyAtInR(parsed, result.bindings),
    get origins() {
      return origins();
    },
    get needs() {
      return (needs ??= needsInR(source, parsed));
    },
    ...result,
    effects: result.effects.map(effect => withNames(effect, result, origins))
  };
}

/** State of which it counts which names hang on it. */
const CHANCES = new Set(['clock', 'day', 'entropy', 'network', 'random']);

/** The effect with the names that hang on it, where that is told. */
function withNames(
  effect: Effect,
  { bindings, updates, unanalysed, bindsUnknown }: CellAnalysis,
  origins: () => NonNullable<CellAnalysis['origins']>
): Effect {
  if (!CHANCES.has(effect.state) || unanalysed.length > 0 || bindsUnknown) {
    return effect;
  }
  const { from } = effect.range;
  const names = new Set([...bindings, ...updates].map(({ name }) => name));
  const into = [...names].filter(
    name =>
      origins()
        .get(name)
        ?.statements.some(one => one.from <= from && from < one.to) ?? true
  );
  return { ...effect, into };
}

/** How names are spelt counts. */
function rolesIn(found: CellAnalysis): ReadonlyMap<string, string> {
  const { bindings, references, updates, definitions, asked = [] } = found;
  const named = [...bindings, ...references, ...updates, ...definitions];
  const names = [
    ...named.map(({ name }) => name),
    ...asked,
    ...(found.builtinReferences ?? []),
    ...found.calls,
    ...found.deletes
  ];
  return new Map(names.map(name => [name, name]));
}

/** What R calls to show the value of an expression. */
const SHOWING = ['format', 'print', 'show'];

/** Longer texts are no names of classes. */
const CLASS_LIMIT = 60;

function classesIn(statements: readonly RNode[]): readonly string[] {
  const texts = statements.flatMap(statement => textsIn(statement));
  return [...new Set(texts.filter(text => text.length < CLASS_LIMIT))].sort();
}

function parse(source: string): readonly RNode[] | RSyntaxError {
  try {
    return parseR(source);
  } catch (error) {
    if (error instanceof RSyntaxError) {
      return error;
    }
    throw error;
  }
}

/** A cell that R itself would refuse runs nothing. */
function refused(source: string, error: RSyntaxError): CellAnalysis {
  const range = { from: Math.min(error.at, source.length), to: source.length };
  const reason = `This is not understood as R. ${error.message}`;
  return { ...analyseNothing(source), unanalysed: [{ range, reason }] };
}

/** R shows the value of an expression unless it is an assignment, a loop or a definition. */
function isShown(node: RNode): boolean {
  return !['assignment', 'for', 'while', 'repeat', 'function'].includes(
    node.kind
  );
}

/** Names that stand for what functions gave. */
function valuesIn({ given }: Frame): CellAnalysis['values'] {
  const oneShot = [...given].map(([name, callee]) => ({
    name,
    callee,
    over: []
  }));
  return { oneShot, consumed: [], sharing: [], holdings: [], generators: [] };
}

function resultOf(frame: Frame, source: string): CellAnalysis {
  const left = new Set(frame.bindings.map(({ name }) => name));
  const deletes = [...frame.deletes];
  return {
    bindings: frame.bindings
      .filter(({ name }) => !frame.deletes.has(name))
      .map(binding => ({
        ...binding,
        isCertain: frame.bound.has(binding.name)
      })),
    references: frame.references,
    builtinReferences: [...frame.builtins].sort(),
    updates: frame.updates,
    deletes: deletes.filter(name => !left.has(name) || !frame.bound.has(name)),
    definitions: frame.definitions,
    calls: [...frame.calls],
    handovers: frame.handovers,
    heldCode: frame.heldCode,
    values: valuesIn(frame),
    asked: [...frame.asked].sort(),
    searches: true,
    bindsUntold: true,
    imports: frame.imports,
    literals: [...frame.literals].sort(),
    effects: frame.effects,
    files: frame.files,
    bindsUnknown: frame.bindsUnknown,
    normalised: normaliseR(source),
    spelled: spelledInR(source),
    completeness: frame.unanalysed.length === 0 ? 'complete' : 'partial',
    unanalysed: frame.unanalysed
  };
}
