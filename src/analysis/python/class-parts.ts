// Classes by their parts: what a method does counts only for those who may call it.

import type { ClassParts, Definition, Method } from '../definition';

import { definitionOf } from './definitions';
import type { Facts } from './facts';
import { linesIn } from './lines-in';
import { normalise } from './normalise';
import type { Prepared } from './prepare';
import { BASE, type Event } from './scope';
import { childNamed, type Syntax } from './syntax';
import { nodesIn } from './syntax-words';

/** The definitions of a cell; of the classes at its top level with their parts. */
export function definitionsOf(
  prepared: Prepared,
  root: Syntax,
  { definitions, bodies }: Facts
): readonly Definition[] {
  if (definitions.length === 0) {
    return definitions;
  }
  const classes = new Map<number, Statement>();
  for (const whole of root.children) {
    const node = childNamed(whole, 'ClassDefinition') ?? whole;
    if (node.name === 'ClassDefinition') {
      classes.set(node.from, { whole, node });
    }
  }
  return classes.size === 0
    ? definitions
    : definitions.map(definition => {
        const { name, range } = definition;
        const found = classes.get(range?.from ?? -1);
        const events = bodies.get(name);
        return found && events
          ? {
              ...definition,
              parts: {
                ...partsOf(prepared, found, events),
                isAlone: root.children.length === 1
              }
            }
          : definition;
      });
}

/** A class, and the statement with its decorators. */
type Statement = { readonly whole: Syntax; readonly node: Syntax };

function partsOf(
  { straight, lines }: Prepared,
  { whole, node }: Statement,
  events: readonly Event[]
): Omit<ClassParts, 'isAlone'> {
  const doings = new Map<string, Event[]>();
  for (const event of events) {
    const { of = '' } = event;
    const known = doings.get(of) ?? [];
    known.push(event);
    doings.set(of, known);
  }
  const methods: Method[] = [];
  const places: Syntax[] = [];
  for (const statement of childNamed(node, 'Body')?.children ?? []) {
    const member = childNamed(statement, 'FunctionDefinition') ?? statement;
    const nameNode = childNamed(member, 'VariableName');
    const isApart = member.name === 'FunctionDefinition' || isPlain(member);
    if (isApart && nameNode) {
      const name = straight.slice(nameNode.from, nameNode.to);
      const text = normalise(straight, linesIn(lines, statement), []);
      const range = { from: statement.from, to: statement.to };
      methods.push({
        ...definitionOf(name, doings.get(name) ?? []),
        range,
        text
      });
      places.push(statement);
    }
  }
  for (const [name, own] of doings) {
    const isKnown = methods.some(one => one.name === name);
    if (!isKnown && name !== BASE) {
      const range = { from: whole.from, to: whole.to };
      methods.push({ ...definitionOf(name, own), range, text: '' });
    }
  }
  const around = linesIn(lines, whole).filter(
    ([first]) =>
      !places.some(
        ({ from, to }) => first && first.from >= from && first.from < to
      )
  );
  return {
    ...basesOf(straight, node),
    text: normalise(straight, around, []),
    methods
  };
}

/** Values that hang on nothing: constants, and collections of such. */
const CONSTANT =
  /^(?:Number|String|Boolean|None|(?:Array|Dictionary|Set|Tuple)Expression|UnaryExpression|ArithOp|[[\](){},:])$/;

/** True for `name = value` where nothing is called and no field of a data class is declared. */
function isPlain({ name: kind, children }: Syntax): boolean {
  const [target, sign, value] = children;
  return (
    kind === 'AssignStatement' &&
    children.length === 3 &&
    target?.name === 'VariableName' &&
    sign?.name === 'AssignOp' &&
    value !== undefined &&
    nodesIn(value).every(({ name }) => CONSTANT.test(name))
  );
}

function basesOf(
  source: string,
  node: Syntax
): Pick<ClassParts, 'bases' | 'isOpen'> {
  const given = childNamed(node, 'ArgList')?.children.slice(1, -1) ?? [];
  const bases: string[] = [];
  let isOpen = false;
  given.forEach((child, index) => {
    const isKeyword =
      given[index + 1]?.name === 'AssignOp' ||
      given[index - 1]?.name === 'AssignOp';
    if (isKeyword || /^(?:,|AssignOp)$/.test(child.name)) {
      return;
    }
    if (child.name === 'VariableName') {
      bases.push(source.slice(child.from, child.to));
    } else {
      isOpen = true;
    }
  });
  return { bases, isOpen };
}
