// Python source -> what it does to the notebook's names.

import type { CellAnalysis } from '../cell-analysis';
import { trimLines } from '../analyse-nothing';

import { visitExpression } from './expressions';
import { emptyFacts, type Facts } from './facts';
import { stateOf } from './flow';
import { visitStatement } from './statements';
import { parse } from './syntax';
import type { Walk } from './walk';

/** Analyses a cell of Python, 3.8 to 3.14, with IPython's additions. Any text is taken; what is not understood is said. */
export function analysePython(source: string): CellAnalysis {
  const walk: Walk = {
    source,
    facts: emptyFacts(),
    modules: new Map(),
    scope: { kind: 'module', parent: null },
    doubt: 0,
    branches: 0,
    loops: [],
    guards: 0,
    depth: 0,
    hasLazyAnnotations: false,
    statement: visitStatement,
    expression: visitExpression
  };
  walk.statement(walk, parse(source));
  return resultOf(walk.facts, trimLines(source));
}

function resultOf(facts: Facts, normalised: string): CellAnalysis {
  const end = (name: string): string => stateOf(facts.root, name);
  const bindings = facts.bindings
    .map(binding => ({ ...binding, isCertain: end(binding.name) === 'bound' }))
    .filter(({ name }) => /^(?:bound|maybe)$/.test(end(name)));
  const bound = new Set(bindings.map(binding => binding.name));
  return {
    bindings,
    references: facts.references,
    updates: facts.updates,
    deletes: [...facts.deleted].filter(name => !bound.has(name)),
    definitions: facts.definitions,
    calls: [...facts.calls],
    imports: facts.imports,
    effects: facts.effects,
    bindsUnknown: facts.bindsUnknown,
    normalised,
    completeness: facts.unanalysed.length === 0 ? 'complete' : 'partial',
    unanalysed: facts.unanalysed
  };
}
