// Two sets of distributions -> those that differ.
import type { Package } from '../model';
import { canonicalName } from './package-list';

/** A distribution that differs; null: not installed. */
export type PackageDifference = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Equal versions from elsewhere, as another commit. */
  readonly isOriginOnly: boolean;
};

/** Sorted by name. */
export function packageDifferences(
  before: readonly Package[],
  after: readonly Package[]
): readonly PackageDifference[] {
  const byName = (packages: readonly Package[]) =>
    new Map(packages.map(each => [canonicalName(each.name), each]));
  const [one, other] = [byName(before), byName(after)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .sort()
    .flatMap(key => packageDifference(one.get(key), other.get(key)));
}

function packageDifference(
  before: Package | undefined,
  after: Package | undefined
): readonly PackageDifference[] {
  const difference = {
    name: (after ?? before)?.name ?? '',
    before: before?.version ?? null,
    after: after?.version ?? null
  };
  if (difference.before !== difference.after) {
    return [{ ...difference, isOriginOnly: false }];
  }
  const [one, other] = [before?.origin, after?.origin];
  const isElsewhere =
    one !== undefined &&
    other !== undefined &&
    (one.kind !== other.kind ||
      one.url !== other.url ||
      one.revision !== other.revision);
  return isElsewhere ? [{ ...difference, isOriginOnly: true }] : [];
}
