// Classes that code asks for what they have, and makes no instances of.
import { builtinNames } from '../analysis';
import { escaped } from '../model';
import { withoutGiven } from './mentions';
import type { Carried, MethodBody, Prepared } from './prepared';

/** What every class has and no notebook gives it: how it is called, and what it is made from. */
const OF_ALL = /^(?:__(?:name|qualname|module|doc|mro|bases?)__|mro)$/;
/** Before a class that is asked whether something is of it, or of which another one is made. */
const COMPARED =
  /\b(?:isinstance|issubclass)\s*\(\s*[\w.]+\s*,\s*(?:\(\s*(?:[\w.]+\s*,\s*)*)?$|\bissubclass\s*\(\s*$|\bclass\s+\w+\s*\((?:\s*[\w.]+\s*,)*\s*$/;
/** Methods that run as they stand, and constants. */
const PLAIN =
  /^\t*(?:@ staticmethod\n\t*)?(?:async )?def |^\t*@ classmethod\n\t*(?:async )?def \w+ \( cls\b|^\t*\w+ = /;
/** A class that another class makes, or that is given something. */
const KEYWORD = /^\t*class [^\n]*[(,] \w+ = /m;
/** Code that may change a class which it does not name. */
const UNNAMED =
  /\b(?:setattr|delattr|vars|exec|eval)\b|__(?:class|dict)__|\btype\s*\(|\bcls\b(?!\s*(?:\(|\.\s*\w+\s*(?:[-+*/%]|\/\/|\*\*)?=(?!=)))/;
/** Bases of which the making of a class calls nothing. */
const QUIET_BASES = /^(?:ABC|Protocol|Generic|NamedTuple|TypedDict)$/;

/** True where all that code does with a class under its name is to call methods of it, to read constants, or to compare it. */
export function isAskedAlone(
  text: string,
  name: string,
  classes: readonly Carried[]
): boolean {
  const pattern = new RegExp(`(?<![\\w.])${escaped(name)}(?!\\w)`, 'g');
  const own = classes.filter(
    ({ definition, isClass, isInstance }) =>
      isClass && !isInstance && definition.name === name
  );
  const isToldBy = (attribute: string): boolean =>
    OF_ALL.test(attribute) ||
    own.every(({ methods }) =>
      methods?.some(one => isNamed(one, attribute) && isPlain(one))
    );
  return (
    own.length > 0 &&
    classes.every(one => one.isInstance === true || own.includes(one)) &&
    [...text.matchAll(pattern)].every(({ index }) => {
      const [, attribute] =
        /^\s*\.\s*(\w+)/.exec(text.slice(index + name.length)) ?? [];
      return attribute === undefined
        ? COMPARED.test(text.slice(0, index))
        : isToldBy(attribute);
    })
  );
}

/** True for code that changes classes by their names alone, or sets attributes of the one that it is given. */
export function tellsChanges(texts: ReadonlySet<string>): boolean {
  return [...texts].every(text => !UNNAMED.test(withoutGiven(text)));
}

function isNamed({ definition }: MethodBody, name: string): boolean {
  return definition.name === name;
}

function isPlain({ definition }: MethodBody): boolean {
  return PLAIN.test(definition.text);
}

/** True where nothing but its own statements runs when a cell makes its classes. */
export function makesQuietly(
  { bases }: Pick<Prepared, 'bases'>,
  bodiesOf: (name: string) => readonly Carried[],
  depth = 8
): boolean {
  return (
    depth > 0 &&
    [...bases].every(base => {
      const behind = bodiesOf(base);
      return behind.length === 0
        ? builtinNames.has(base) || QUIET_BASES.test(base)
        : behind.every(({ definition: { parts }, methods }) => {
            const isTold =
              parts !== undefined &&
              !parts.isOpen &&
              !KEYWORD.test(parts.text) &&
              methods?.some(one => isNamed(one, '__init_subclass__')) === false;
            return (
              isTold &&
              makesQuietly({ bases: new Set(parts.bases) }, bodiesOf, depth - 1)
            );
          });
    })
  );
}

/** A source without the bodies of methods that nothing in it calls: those of classes which it makes and does not name again. */
export function withoutIdle(
  source: string,
  { definitions }: Pick<Prepared, 'definitions'>
): string {
  const cuts: (readonly [number, number])[] = [];
  for (const { definition } of definitions.values()) {
    const { parts } = definition;
    if (parts && !/^\t*@/.test(parts.text) && !KEYWORD.test(parts.text)) {
      for (const { text, range } of parts.methods) {
        const head = range
          ? /:[ \t]*(?:#[^\n]*)?\n/.exec(source.slice(range.from, range.to))
          : null;
        if (range && head && /^\t*(?:@|(?:async )?def )/.test(text)) {
          cuts.push([range.from + head.index + 1, range.to]);
        }
      }
    }
  }
  const left = cuts
    .sort(([one], [other]) => other - one)
    .reduce((text, [from, to]) => text.slice(0, from) + text.slice(to), source);
  const isNamedAgain = [...definitions.keys()].some(
    name =>
      (left.match(new RegExp(`(?<!\\w)${escaped(name)}(?!\\w)`, 'g'))?.length ??
        0) > 1
  );
  return isNamedAgain ? source : left;
}
