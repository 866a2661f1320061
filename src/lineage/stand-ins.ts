// What stands for the names of a step in keys that do not hang on how variables are called.
import { FOG } from './fog';
import type { Prepared } from './prepared';
import type { Interner } from './interner';
import type { Read, Step } from './version';

/**
 * What stands for a sight of a name. A name that only the bodies behind others mention counts by its place among such: `others`
 * are those so far.
 */
function standIn(
  { roles }: Pick<Prepared, 'roles'>,
  id: string,
  name: string,
  others: string[]
): string {
  if (roles.has(name)) {
    return roles.ofSight(id, name);
  }
  if (isOutside(name)) {
    return id;
  }
  const at = others.indexOf(name);
  const place = at < 0 ? others.push(name) - 1 : at;
  return `#${place}${id.slice(name.length)}`;
}

/** The number of what stands for a sight of a name; kept with the source unless it hangs on what else is read. */
export function codeOf(
  { roles }: Pick<Prepared, 'roles'>,
  { id, name }: Pick<Read, 'id' | 'name'>,
  others: string[],
  interner: Interner
): number {
  const codes = roles.codesIn(interner);
  const known = codes.get(id);
  if (known !== undefined) {
    return known;
  }
  const code = interner.intern(standIn({ roles }, id, name, others));
  if (roles.has(name) || isOutside(name)) {
    codes.set(id, code);
  }
  return code;
}

/** What stands for a name that a step leaves. */
export function standInOf({ prepared, reads }: Step, name: string): string {
  const { roles } = prepared;
  if (roles.has(name) || isOutside(name)) {
    return roles.of(name);
  }
  const others: string[] = [];
  for (const read of reads) {
    const isOther = !roles.has(read.name) && !isOutside(read.name);
    if (read.name === name) {
      return `#${others.length}`;
    }
    if (isOther && !others.includes(read.name)) {
      others.push(read.name);
    }
  }
  return name;
}

/** True for what stands for state outside of the namespace, or for all of it. */
function isOutside(name: string): boolean {
  return name[0] === '@' || name === FOG;
}
