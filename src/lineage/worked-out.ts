// Parts of values that a class of the notebook works out: who reads one sees the whole value, and who sets one may set any other.
import type { Carried } from './prepared';
import type { Version } from './version';

/** `.area`, or `["area"]`, as which attributes and items are one. */
const PART = /^(?:\.(\w+)|\["(.*)"\])$/;

/** Methods that answer for whatever is asked for. */
const FOR_ALL = /^__(?:getattr|getattribute)__$/;

/** True for a part that the class of a value has code for: a property. */
export function isWorkedOut(
  { carried }: Pick<Version, 'carried'>,
  part: string
): boolean {
  if (carried.length === 0) {
    return false;
  }
  const [, attribute, item] = PART.exec(part) ?? [];
  const name = attribute ?? item ?? '';
  return carried.some(one => one.isInstance === true && hasCodeFor(one, name));
}

function hasCodeFor({ methods }: Carried, name: string): boolean {
  return (
    methods?.some(
      ({ definition }) =>
        definition.name === name || FOR_ALL.test(definition.name)
    ) ?? false
  );
}
