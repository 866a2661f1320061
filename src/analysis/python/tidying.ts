// Code that, run once more, leaves what it left: it tidies what is tidy by then.

import type { CellAnalysis } from '../cell-analysis';
import type { Update } from '../name-uses';

import { stringContent } from './access';
import { setsLabels } from './labels-set';
import type { Syntax } from './syntax';
import {
  assignmentOf,
  callOf,
  hasCall,
  isItem,
  mentions,
  rootOf,
  statementsOf,
  textOf,
  withoutParentheses,
  type Call
} from './syntax-words';
import { replacesOnce } from './replaced-once';
import { isLimited, isTidied } from './tidy-steps';

/** Methods that change in place what they are called on, once and for all. */
const SETTING =
  /^(?:sort|sort_values|sort_index|add|discard|clear|dropna|fillna|drop_duplicates|[fb]fill|setdefault|set|set_(?!index|trace)\w+|legend|suptitle|update_(?:layout|traces|[xy]axes)|add_(?:weighted_)?(?:nodes?|edges?)(?:_from)?)$/;
/** States that give something else with every look. */
const CHANCE = /^(?:random|entropy|clock|network|packages)$/;

/**
 * Whether a second run changes nothing that the first has changed, as long as nobody else did in between: `all` where it does
 * the same altogether, `values` where it shows before what it changes.
 */
export function tidies(
  source: string,
  root: Syntax,
  {
    updates,
    bindings,
    references,
    effects
  }: Pick<CellAnalysis, 'updates' | 'bindings' | 'references' | 'effects'>
): NonNullable<CellAnalysis['tidies']> {
  const read = new Set(references.map(({ name }) => name));
  const own = new Set(bindings.map(({ name }) => name));
  const places = [
    ...updates.filter(({ certainty }) => certainty !== 'possible'),
    ...bindings.filter(({ name }) => read.has(name))
  ];
  const isTidying =
    places.length > 0 &&
    !effects.some(({ state }) => CHANCE.test(state)) &&
    places.every(({ name, range }) =>
      isTidy(source, statementAt(root, range.from), name, own)
    );
  if (!isTidying) {
    return 'nothing';
  }
  const looking = lookingBefore(source, root, places);
  return looking.length === 0
    ? 'all'
    : looking.every(({ name }) => name === 'ExpressionStatement')
      ? 'values'
      : 'nothing';
}

/** Other statements that look at what is changed below them: at what was there at the first run, at what is tidy at the next. */
function lookingBefore(
  source: string,
  root: Syntax,
  places: readonly Pick<Update, 'name' | 'range'>[]
): readonly Syntax[] {
  const changing = places.map(one => ({
    name: one.name,
    statement: statementAt(root, one.range.from)
  }));
  return statementsOf(root).filter(
    looking =>
      changing.every(({ statement }) => statement !== looking) &&
      changing.some(
        ({ name, statement }) =>
          statement !== undefined &&
          looking.from < statement.from &&
          looksAt(source, looking, name, partOf(source, statement))
      )
  );
}

/** True where code looks at a value, unless at another part of it alone. */
function looksAt(
  source: string,
  code: Syntax,
  name: string,
  part: string | null
): boolean {
  const pending = [code];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.name === 'VariableName' && textOf(source, node) === name) {
      return true;
    }
    const other = part === null ? null : partIn(source, node);
    const isOther = other !== null && other !== part;
    pending.push(...(isOther ? [] : node.children));
  }
  return false;
}

/** The part that a statement changes: `a` of `x["a"] = …`; null for more. */
function partOf(source: string, statement: Syntax): string | null {
  const target = changeOf(source, statement)?.target;
  return target ? partIn(source, target) : null;
}

/** `a` of `x["a"]`. */
function partIn(source: string, node: Syntax): string | null {
  const [owner, , key, end] = node.children;
  return isItem(node) &&
    owner?.name === 'VariableName' &&
    key?.name === 'String' &&
    end?.name === ']'
    ? stringContent(textOf(source, key))
    : null;
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
  name: string,
  own: ReadonlySet<string>
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
  return isPlain || (!isUpdate && isTidied(source, target, value, own));
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
    (SETTING.test(call.word) ||
      setsLabels(source, call) ||
      replacesOnce(source, call) ||
      givesItems(call)) &&
    rootOf(source, call.owner) === name &&
    !hasCall(call.owner) &&
    !hasCall(call.list) &&
    !isLimited(source, call) &&
    !mentions(source, call.list, new Set([name]))
  );
}

/** `x.update({"a": 1})`: items under keys, which are there by then. */
function givesItems({ word, given }: Call): boolean {
  const [only, ...others] = given;
  return (
    word === 'update' &&
    others.length === 0 &&
    only?.name === 'DictionaryExpression'
  );
}
