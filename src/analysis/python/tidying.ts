// Code that, run once more, leaves what it left: it tidies what is tidy by then.

import type { CellAnalysis } from '../cell-analysis';

import type { Syntax } from './syntax';
import {
  assignmentOf,
  callOf,
  hasCall,
  mentions,
  rootOf,
  textOf,
  withoutParentheses
} from './syntax-words';
import { isLimited, isTidied } from './tidy-steps';

/** Methods that change in place what they are called on, once and for all. */
const SETTING =
  /^(?:sort|add|discard|clear|dropna|fillna|drop_duplicates|[fb]fill|setdefault|set|set_[xy](?:label|lim|ticks|scale)|set_title|legend|suptitle)$/;
/** States that give something else with every look. */
const CHANCE = /^(?:random|entropy|clock|network|packages)$/;

/** True when a second run changes nothing that the first has changed, as long as nobody else did in between. */
export function tidies(
  source: string,
  root: Syntax,
  {
    updates,
    bindings,
    references,
    effects
  }: Pick<CellAnalysis, 'updates' | 'bindings' | 'references' | 'effects'>
): boolean {
  const read = new Set(references.map(({ name }) => name));
  const places = [
    ...updates.filter(({ certainty }) => certainty !== 'possible'),
    ...bindings.filter(({ name }) => read.has(name))
  ];
  return (
    places.length > 0 &&
    !effects.some(({ state }) => CHANCE.test(state)) &&
    places.every(({ name, range }) =>
      isTidy(source, statementAt(root, range.from), name)
    )
  );
}

/** The statement at the margin around a place. */
function statementAt(root: Syntax, at: number): Syntax | undefined {
  const around = ({ children }: Syntax): Syntax | undefined =>
    children.find(({ from, to }) => from <= at && at < to);
  const found = around(root);
  return found?.name === 'StatementGroup' ? around(found) : found;
}

/** True for a statement that changes the name, and leaves it the same when it runs again. */
function isTidy(
  source: string,
  statement: Syntax | undefined,
  name: string
): boolean {
  if (statement?.name === 'ExpressionStatement') {
    return isSetting(source, statement.children[0], name);
  }
  const change = statement && changeOf(source, statement);
  if (
    !change ||
    rootOf(source, change.target) !== name ||
    hasCall(change.target)
  ) {
    return false;
  }
  const { target, isUpdate } = change;
  const value = withoutParentheses(change.value);
  const isPlain = !mentions(source, value, new Set([name])) && !hasCall(value);
  return isPlain || (!isUpdate && isTidied(source, target, value));
}

/** One target and its value: `x = …`, or `x |= …` and `x &= …`, which are done once; other signs add up. */
function changeOf(
  source: string,
  statement: Syntax
): {
  readonly target: Syntax;
  readonly value: Syntax;
  readonly isUpdate: boolean;
} | null {
  const isUpdate = statement.name === 'UpdateStatement';
  if (isUpdate) {
    const [target, sign, value] = statement.children;
    const isOnce = sign && /^[|&]=$/.test(textOf(source, sign));
    return isOnce && target && value ? { target, value, isUpdate } : null;
  }
  if (statement.name !== 'AssignStatement') {
    return null;
  }
  const { targets, values } = assignmentOf(statement);
  const [target] = targets;
  const [value] = values;
  const isOne = targets.length === 1 && values.length === 1;
  return isOne && target && value ? { target, value, isUpdate } : null;
}

/** `x.sort()`: a method that sets, and needs nothing of the value for it. */
function isSetting(
  source: string,
  node: Syntax | undefined,
  name: string
): boolean {
  const call = callOf(source, node);
  return (
    call?.owner !== null &&
    call?.list !== undefined &&
    SETTING.test(call.word) &&
    rootOf(source, call.owner) === name &&
    !hasCall(call.owner) &&
    !hasCall(call.list) &&
    !isLimited(source, call) &&
    !mentions(source, call.list, new Set([name]))
  );
}
