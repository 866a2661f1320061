// `@dataclass`: fields from annotations, and the methods that come with them.

import type { Syntax } from '../syntax';

import { lookUp } from './classes';
import { evaluate, textOf, type Place } from './expressions';
import {
  is,
  Lost,
  tupleOf,
  type ClassThing,
  type Field,
  type Given,
  type InstanceThing,
  type Value
} from './values';

/** The fields that a class body declares, behind those of its base. */
export function dataclassFields(
  place: Place,
  body: Syntax,
  { attributes, fields }: ClassThing
): Field[] {
  const found = new Map<string, Field>();
  fields?.forEach(field => found.set(field.name, field));
  for (const statement of body.children) {
    const [target, type, , value] = statement.children;
    if (
      statement.name !== 'AssignStatement' ||
      type?.name !== 'TypeDef' ||
      !target
    ) {
      continue;
    }
    const name = textOf(place, target);
    const isOdd = /ClassVar|InitVar|KW_ONLY/.test(textOf(place, type));
    if (isOdd || found.has(name)) {
      throw new Lost('field');
    }
    const maker = value && value.name === 'CallExpression' ? value : null;
    const isField = maker && textOf(place, maker).startsWith('field(');
    found.set(
      name,
      isField
        ? fieldOf(place, name, maker)
        : {
            name,
            standard: attributes.get(name),
            factory: undefined,
            isCompared: true
          }
    );
    const standard = found.get(name)?.standard;
    if (isField && standard === undefined) {
      attributes.delete(name);
    } else if (isField && standard !== undefined) {
      attributes.set(name, standard);
    }
  }
  return [...found.values()];
}

function fieldOf(place: Place, name: string, maker: Syntax): Field {
  let standard: Value | undefined;
  let factory: Value | undefined;
  let isCompared = true;
  const list = maker.children[1]?.children ?? [];
  list.forEach((part, index) => {
    const value = list[index + 1];
    const keyword = list[index - 1];
    if (part.name !== 'AssignOp' || !value || !keyword) {
      return;
    }
    switch (textOf(place, keyword)) {
      case 'default':
        standard = evaluate(place, value);
        break;
      case 'default_factory':
        factory = evaluate(place, value);
        break;
      case 'compare':
        isCompared = evaluate(place, value) === true;
        break;
      default:
        throw new Lost('field');
    }
  });
  return { name, standard, factory, isCompared };
}

/** Gives the class what the decorator gives. */
export function makeDataclass(
  made: ClassThing,
  fields: readonly Field[],
  options: string
): void {
  if (
    options !== '' &&
    options !== '(order=True)' &&
    options !== '()' &&
    options !== '(frozen=True)'
  ) {
    throw new Lost('dataclass');
  }
  checkFields(made, fields);
  made.fields = fields;
  made.isOrdered = options === '(order=True)';
  made.isFrozen = options === '(frozen=True)';
}

/** Methods that a dataclass makes anew or that change what it makes. */
const SPECIAL =
  '__post_init__ __init__ __eq__ __repr__ __lt__ __le__ __gt__ __ge__ __hash__ __slots__ __setattr__'.split(
    ' '
  );

/** Gives up where Python would refuse, or make something else. */
function checkFields(
  { attributes, bases }: ClassThing,
  fields: readonly Field[]
): void {
  const isOdd =
    bases.some(base =>
      SPECIAL.some(name => lookUp(base, name) !== undefined)
    ) ||
    bases.some(({ isFrozen, isOrdered }) => isFrozen || isOrdered) ||
    ['__post_init__', '__slots__', '__setattr__'].some(name =>
      attributes.has(name)
    );
  const isMutable = fields.some(
    ({ standard }) =>
      typeof standard === 'object' &&
      standard !== null &&
      !is(standard, 'tuple')
  );
  const hasStandard = fields.map(
    ({ standard, factory }) => standard !== undefined || factory !== undefined
  );
  const first = hasStandard.indexOf(true);
  if (
    isOdd ||
    isMutable ||
    (first >= 0 && hasStandard.lastIndexOf(false) > first)
  ) {
    throw new Lost('dataclass');
  }
}

/** Fills the fields of a new instance. */
export function fill(
  call: (value: Value) => Value,
  instance: InstanceThing,
  { positional, keywords }: Given
): void {
  const fields = instance.class.fields ?? [];
  const names = new Set(fields.map(({ name }) => name));
  const isOdd = [...keywords.keys()].some(
    name =>
      !names.has(name) ||
      fields.findIndex(one => one.name === name) < positional.length
  );
  if (lookUp(instance.class, '__post_init__') !== undefined) {
    throw new Lost('fields');
  }
  if (positional.length > fields.length || isOdd) {
    throw new Lost('fields');
  }
  fields.forEach(({ name, standard, factory }, index) => {
    const given =
      index < positional.length
        ? positional[index]
        : keywords.has(name)
          ? keywords.get(name)
          : standard;
    const value =
      given === undefined && factory !== undefined ? call(factory) : given;
    if (value === undefined) {
      throw new Lost('fields');
    }
    instance.attributes.set(name, value);
  });
}

/** The compared fields of an instance. */
export function comparedOf({ class: made, attributes }: InstanceThing): Value {
  const fields = (made.fields ?? []).filter(({ isCompared }) => isCompared);
  return tupleOf(fields.map(({ name }) => attributes.get(name) ?? null));
}

/** As a dataclass writes itself. */
export function fieldsText(
  { class: made, attributes }: InstanceThing,
  repr: (value: Value) => string
): string {
  const fields = made.fields ?? [];
  const parts = fields.map(
    ({ name }) => `${name}=${repr(attributes.get(name) ?? null)}`
  );
  return `${made.name}(${parts.join(', ')})`;
}

/** True for an instance of a dataclass. */
export function isRecord(value: Value | undefined): value is InstanceThing {
  return is(value, 'instance') && value.class.fields !== null;
}
