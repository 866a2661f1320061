// Names of a stretch of code's own: those that may stand for what it was handed, and those that stand for what it made.

import type { Syntax } from './syntax';

/** Values that nobody else has. */
const FRESH =
  /^(?:Number|String|Boolean|None|FormatString|ContinuedString|ArrayExpression|DictionaryExpression|SetExpression|ComprehensionExpression|(?:Array|Set|Dictionary)ComprehensionExpression|UnaryExpression)$/;
const MAKER =
  /^(?:list|dict|set|tuple|sorted|defaultdict|Counter|deque|OrderedDict|str|int|float|bool|len|sum|abs|round|range|bytearray)$/;
const MAKING_METHOD =
  /^(?:copy|split|splitlines|strip|lower|upper|replace|join|format|zeros|ones|empty|arange|linspace|full|array|tolist)$/;
/** Names of one stretch of code. */
export type Names = {
  /** May stand for what the code was handed. */
  readonly given: Set<string>;
  /** Stand for what it made, wherever they are bound. */
  readonly fresh: Set<string>;
  /** Functions that it defines. */
  readonly inner: Set<string>;
};

/** Adds the names that a node binds. */
export function noteNames(
  { name, children }: Syntax,
  source: string,
  { given, fresh, inner }: Names
): void {
  if (name === 'AssignStatement') {
    const value = children[children.length - 1];
    const isOne = children.filter(one => one.name === ',').length === 0;
    for (const target of children.slice(0, -2)) {
      const isFresh = isOne && value !== undefined && isMade(value, source);
      const names = isFresh && target.name === 'VariableName' ? fresh : given;
      targetsIn(target).forEach(one => names.add(textOf(source, one)));
    }
  } else if (name === 'FunctionDefinition') {
    const own = children.find(one => one.name === 'VariableName');
    if (own) {
      inner.add(textOf(source, own));
    }
    namesIn(children.find(one => one.name === 'ParamList')).forEach(one =>
      given.add(textOf(source, one))
    );
  } else if (name === 'LambdaExpression') {
    namesIn(children.find(one => one.name === 'ParamList')).forEach(one =>
      given.add(textOf(source, one))
    );
  } else if (
    /^(?:ForStatement|WithStatement|NamedExpression|.*ComprehensionExpression|ImportStatement|MatchClause|TryStatement)$/.test(
      name
    )
  ) {
    const end = children.findIndex(one => /^(?:Body|in)$/.test(one.name));
    children
      .slice(0, end < 0 ? children.length : end)
      .flatMap(targetsIn)
      .forEach(one => given.add(textOf(source, one)));
  }
}

function isMade(value: Syntax, source: string): boolean {
  const [callee] = value.children;
  if (FRESH.test(value.name)) {
    return true;
  }
  if (value.name === 'BinaryExpression') {
    return !value.children.some(({ name }) => /^(?:and|or)$/.test(name));
  }
  if (value.name !== 'CallExpression' || !callee) {
    return false;
  }
  const last = callee.children[callee.children.length - 1];
  return callee.name === 'VariableName'
    ? MAKER.test(textOf(source, callee))
    : last?.name === 'PropertyName' && MAKING_METHOD.test(textOf(source, last));
}

/** Attributes and items among targets. */
export function membersIn(target: Syntax): Syntax[] {
  if (target.name === 'MemberExpression') {
    return [target];
  }
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(target.name)
    ? target.children.flatMap(membersIn)
    : [];
}

/** Plain names among targets. */
function targetsIn(target: Syntax): Syntax[] {
  if (target.name === 'VariableName') {
    return [target];
  }
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(target.name)
    ? target.children.flatMap(targetsIn)
    : [];
}

/** The parameters of a list. */
export function namesIn(list: Syntax | undefined): Syntax[] {
  return (list?.children ?? []).filter(
    ({ name }, index) =>
      name === 'VariableName' && list?.children[index - 1]?.name !== 'AssignOp'
  );
}

/** At what attributes and items begin. */
export function rootOf(member: Syntax): Syntax {
  let at = member;
  while (at.name === 'MemberExpression' && at.children[0]) {
    [at] = at.children as [Syntax];
  }
  return at;
}

/** The text of a node. */
export function textOf(source: string, { from, to }: Syntax): string {
  return source.slice(from, to);
}
