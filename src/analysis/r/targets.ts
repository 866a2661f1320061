// What the target of an assignment stands for: a name, or a part of the value of one.
import { partOf, type RNode, type RNodeOf } from './syntax';

/** The name that an assignment binds as a whole, a string too; null for parts. */
export function nameOf(target: RNode): string | null {
  if (target.kind === 'operator' && target.operator === '(') {
    const [inner] = target.operands;
    return inner ? nameOf(inner) : null;
  }
  if (target.kind === 'name') {
    return target.name;
  }
  return target.kind === 'string' ? target.text : null;
}

/** The name whose value an assignment to a part changes; null when there is none. */
export function rootOf(target: RNode): string | null {
  switch (target.kind) {
    case 'name':
      return target.name;
    case 'index':
    case 'member':
      return rootOf(target.object);
    case 'call': {
      const first = target.arguments[0]?.value;
      return first ? rootOf(first) : null;
    }
    default:
      return null;
  }
}

/** The outermost part of the root that is assigned to. */
export function pathOf(target: RNode): string | null {
  if (target.kind === 'call') {
    return attributeOf(target);
  }
  if (target.kind !== 'index' && target.kind !== 'member') {
    return null;
  }
  return target.object.kind === 'name'
    ? (partOf(target) ?? placeIn(target))
    : pathOf(target.object);
}

/** Functions that set an attribute of a value, and leave what it was in no other. */
const ATTRIBUTES =
  /^(?:names|colnames|rownames|row\.names|dimnames|dim|levels|class|oldClass|comment|units|body|formals|environment)$/;

/** A part by which the whole value is known: the attribute of a name that a call sets. */
function attributeOf({
  callee,
  arguments: list
}: RNodeOf<'call'>): string | null {
  const isOwn = callee.kind === 'name' && ATTRIBUTES.test(callee.name);
  const [only, ...more] = list;
  return isOwn && only?.value?.kind === 'name' && more.length === 0
    ? `|${callee.name}`
    : null;
}

/** `[2]`, `[[2]]`: a part that may have a name as well, so who looks at a named one looks at it too. */
function placeIn(target: RNodeOf<'index' | 'member'>): string | null {
  const [only, ...more] = target.kind === 'index' ? target.arguments : [];
  const isPlace = only?.value?.kind === 'number' && more.length === 0;
  return isPlace ? `|${only.value.text}` : null;
}

/** Whether doing it again changes nothing: a part that is named, and not taken away by its number. */
export function isReplacement(target: RNode, value: RNode): boolean {
  if (target.kind === 'call') {
    return attributeOf(target) !== null;
  }
  if (target.kind !== 'index' && target.kind !== 'member') {
    return false;
  }
  const isRemoval = value.kind === 'constant' && value.text === 'NULL';
  const isNamed = partOf(target) !== null || placeIn(target) !== null;
  return target.object.kind === 'name' && isNamed && !isRemoval;
}
