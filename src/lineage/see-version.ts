// What a reader sees of the version that a name has: all of it, a part, or its form alone.
import { isSetPart, type PartsSeen } from '../analysis';
import { formOf } from './forms';
import type { Knowledge } from './knowledge';
import { isFree } from './late-layout';
import type { Aspect } from './layout';
import { aspectSeen } from './see-layout';
import { OTHER_WAY, Parts } from './parts';
import { WHOLE } from './prepared';
import type { Sight } from './prepared-reads';
import { hasColumns } from './value-types';
import type { Read, Version } from './version';
import { wholeView } from './views';
import { isWorkedOut } from './worked-out';
import type { World } from './world';

/** What is seen of a version; of none where nobody bound the name. */
export function seeVersion(
  world: Seer,
  sight: Sight,
  version: Version | null
): Read {
  const { knowledge, policy } = world;
  const { name, path: asked, ignores, form } = sight;
  const path =
    asked !== null && version && isWorkedOut(version, asked) ? null : asked;
  if (!version) {
    const key = usualKey({ knowledge }, name);
    return readOf(sight, version, { key, parts: Parts.none, baseKey: key });
  }
  const isPrecise = policy === 'precise';
  const told = isPrecise ? seeLayout(knowledge, sight, version) : null;
  const sizing = told?.aspect.sizing;
  const { baseKey, parts } = version;
  if (path === null && form && isPrecise) {
    const key = formOf(knowledge, name, version, form);
    if (key !== null) {
      return readOf(sight, version, { key, parts, baseKey }, undefined, sizing);
    }
  }
  const less = told?.isLess ? told.aspect : null;
  if (less || parts.size === 0 || (path === null && ignores.length === 0)) {
    const { key } = less ?? version;
    const chances =
      less?.chances ?? (path === null ? chancesOfAll(version) : undefined);
    return readOf(sight, version, { key, parts, baseKey }, chances, sizing);
  }
  return readOf(sight, version, seeParts(world, { ...sight, path }, version));
}

/** A read of what was seen of a name. */
export function readOf(
  {
    id,
    name,
    path,
    view = wholeView
  }: Pick<Sight, 'id' | 'name' | 'path' | 'view'>,
  version: Version | null,
  { key, parts, baseKey }: Pick<Read, 'key' | 'parts' | 'baseKey'>,
  chances?: Read['chances'],
  sizing?: Read['sizing']
): Read {
  return {
    id,
    name,
    path,
    key,
    version,
    parts,
    baseKey,
    view,
    chances,
    sizing
  };
}

/** What is seen of a version by its parts, and whether that is less than all; null where the sight may take in all of it, or parts that the source replaces. */
function seeLayout(
  { joiner }: Knowledge,
  { seen, ignores }: Sight,
  { layout }: Version
): { readonly aspect: Aspect; readonly isLess: boolean } | null {
  const parts = layout && seen ? seen() : null;
  if (!parts || !layout) {
    return null;
  }
  const isReplaced = ignores.length > 0 && isAmong(ignores, parts);
  const told = isReplaced ? null : layout.told();
  const aspect =
    told && aspectSeen(joiner, told, parts, ({ types }) => types.sizing);
  return aspect && { aspect, isLess: told.kind !== 'other' };
}

/** True where one of the parts may be what is looked at. */
function isAmong(some: readonly string[], { columns }: PartsSeen): boolean {
  return some.some(
    part =>
      part === WHOLE ||
      columns.some(({ by, of }) => by !== 'label' || of.includes(part))
  );
}

/** On what a value hangs by its parts: what hung on more may be gone. Undefined where they are not told. */
function chancesOfAll(version: Version): Read['chances'] {
  const { layout, chances, parts } = version;
  const mayBeLess = layout && chances.length + parts.size > 0;
  const told = mayBeLess && !isFree(version) ? layout.told() : null;
  return told && told.kind !== 'other' ? told.whole.chances : undefined;
}

/** What is seen of a version that has parts, where the sight may leave out some. */
function seeParts(
  { knowledge, policy }: Seer,
  { name, path, ignores }: Sight,
  version: Version
): Pick<Read, 'key' | 'parts' | 'baseKey'> {
  const { interner } = knowledge;
  const seesAll =
    path === null ||
    (policy === 'sound' && !hasColumns(knowledge.typeOf(name, version)));
  const parts = seesAll
    ? version.parts.without(ignores, interner)
    : version.parts.only(
        part =>
          (part === path ||
            part === WHOLE ||
            part.startsWith(OTHER_WAY) ||
            isSetPart(part) ||
            isWorkedOut(version, part)) &&
          !ignores.includes(part),
        interner
      );
  const isHidden = !seesAll && parts.has(path);
  const baseKey = isHidden ? 0 : version.baseKey;
  return { key: parts.keyOn(baseKey, interner), parts, baseKey };
}

/** Key of what stands under a name that nobody bound, or of state that nobody set. */
export function usualKey(
  { knowledge: { interner } }: Pick<World, 'knowledge'>,
  name: string
): number {
  return interner.intern(`absent ${name}`);
}

type Seer = Pick<World, 'knowledge' | 'policy'>;

/** What is seen of a file that no step wrote. */
export function seeOutside(
  { values, interner }: Knowledge,
  name: string,
  content: string
): Read {
  const key =
    values.keyOfPrint(name, content) ?? interner.intern(`${name}\n${content}`);
  return seeKey(name, key);
}

/** What is seen of a file that no step wrote, by the key of what it holds. */
export function seeKey(name: string, key: number): Read {
  const sight = { id: name, name, path: null };
  return readOf(sight, null, { key, parts: Parts.none, baseKey: key });
}
