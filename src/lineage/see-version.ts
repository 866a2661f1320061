// What a reader sees of the version that a name has: all of it, a part, or its form alone.
import { formOf } from './forms';
import { Joiner } from './joiner';
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
import type { World } from './world';

/** What is seen of a version; of none where nobody bound the name. */
export function seeVersion(
  world: Seer,
  sight: Sight,
  version: Version | null
): Read {
  const { knowledge, policy } = world;
  const { id, name, path, ignores, view = wholeView, form } = sight;
  if (!version) {
    const key = usualKey({ knowledge }, name);
    const parts = Parts.none;
    return { id, name, path, key, version, parts, baseKey: key, view };
  }
  const told =
    policy === 'precise' ? seeLayout(knowledge, sight, version) : null;
  const sizing = told?.sizing;
  if (path === null && form && policy === 'precise') {
    const key = formOf(knowledge, name, version, form);
    if (key !== null) {
      const { parts, baseKey } = version;
      return { id, name, path, key, version, parts, baseKey, view, sizing };
    }
  }
  const less = told?.isLess ? told : null;
  const isPlain = version.parts.size === 0;
  if (less || isPlain || (path === null && ignores.length === 0)) {
    const { baseKey, parts } = version;
    const { key } = less ?? version;
    const chances =
      less?.chances ?? (path === null ? chancesOfAll(version) : undefined);
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
  return seeParts(world, sight, version);
}

/** What is seen of a version by its parts, and whether that is less than all; null where the sight may take in all of it, or parts that the source replaces. */
function seeLayout(
  { interner }: Knowledge,
  { seen, ignores }: Sight,
  { layout }: Version
): (Aspect & { readonly isLess: boolean }) | null {
  const parts = layout && seen ? seen() : null;
  if (!parts || !layout) {
    return null;
  }
  const isReplaced = ignores.some(
    part =>
      part === WHOLE ||
      parts.columns.some(({ by, of }) => by !== 'label' || of.includes(part))
  );
  const told = isReplaced ? null : layout.told();
  const aspect = told && aspectSeen(new Joiner(interner), told, parts);
  return aspect && { ...aspect, isLess: told.kind !== 'other' };
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
  { id, name, path, ignores, view = wholeView }: Sight,
  version: Version
): Read {
  const { interner } = knowledge;
  const seesAll =
    path === null ||
    (policy === 'sound' && !hasColumns(knowledge.typeOf(name, version)));
  const parts = seesAll
    ? version.parts.without(ignores, interner)
    : version.parts.only(
        part =>
          (part === path || part === WHOLE || part.startsWith(OTHER_WAY)) &&
          !ignores.includes(part),
        interner
      );
  const isHidden = !seesAll && parts.has(path);
  const baseKey = isHidden ? 0 : version.baseKey;
  const key = parts.keyOn(baseKey, interner);
  return { id, name, path, key, version, parts, baseKey, view };
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
  return {
    id: name,
    name,
    path: null,
    key,
    version: null,
    parts: Parts.none,
    baseKey: key,
    view: wholeView
  };
}
