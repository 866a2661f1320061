// What a slice has to count although no name in the code tells: state behind callables, classes changed later, folders.
import { fileName, type Carried, type Prepared } from './prepare';
import type { World } from './world';

const LISTING = /\b(?:i?glob|rglob|iterdir|listdir|scandir|walk)\b/;

/** Names that the code calls and whose values came out of a call themselves: they may remember what they were called with. */
export function rememberingCallees(
  world: World,
  { calls, normalised, own }: Prepared
): string[] {
  return calls.filter(name => {
    const version = world.get(name);
    if (!version || own.has(name)) {
      return false;
    }
    const { baseStep, carried } = version;
    const maker = baseStep.prepared.normalised;
    const isMade = follows(maker, name, '=') || follows(maker, name, '(');
    const isDefined = carried.some(one => one.definition.name === name);
    return isMade && !isDefined && follows(normalised, name, '(');
  });
}

/** Names whose memory the code may change through a view that it makes itself: `flat = grid.ravel()`, `flat[0] = 1`. */
export function changedThroughViews({
  values,
  normalised
}: Prepared): string[] {
  const lines = normalised.split('\n').map(line => line.trim());
  return values.sharing
    .filter(one =>
      lines.some(line => {
        const [first, second = '', third = ''] = line.split(' ');
        const isChange =
          /^\S+=$/.test(second) ||
          (second === '[' && /\] \S*= /.test(line)) ||
          (second === '.' && line.includes(`${third} (`));
        return first === one.name && isChange;
      })
    )
    .map(one => one.with);
}

/** Pseudo-names of the files that show when the code lists a folder. */
export function listedFiles(
  { contents }: World,
  { normalised }: Prepared
): string[] {
  return listsFolder({ normalised }) ? [...contents.keys()].map(fileName) : [];
}

/** True for code that asks which files are in a folder. */
export function listsFolder({
  normalised
}: Pick<Prepared, 'normalised'>): boolean {
  return LISTING.test(normalised);
}

/** True when somebody has changed the class in place since it was defined: its instances have changed with it. */
export function isPatched(
  world: World,
  { definition, isClass }: Carried
): boolean {
  const version = isClass ? world.get(definition.name) : undefined;
  return (
    version !== undefined &&
    version.carried.some(one => one.definition === definition) &&
    (version.parts.size > 0 ||
      !version.baseStep.prepared.definitions.has(definition.name))
  );
}

/** True where `sign` stands behind the name itself: `name(…)`, not `other.name(…)`. */
function follows(normalised: string, name: string, sign: string): boolean {
  const words = normalised.split(/\s+/);
  return words.some(
    (word, at) =>
      word === name && words[at + 1] === sign && words[at - 1] !== '.'
  );
}
