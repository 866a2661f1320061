// Whether the packages that a run had are there where it is to be replayed.
import type { Environment, Package } from '../model';
import { normalised } from './trouble';

/** One distribution that is not as it was. */
export type PackageGap = {
  readonly name: string;
  /** In the run. */
  readonly wanted: string;
  /** Where the replay would run; null when it is not installed. */
  readonly here: string | null;
};

/** What a replay may stumble over. */
export type Readiness = {
  /** Not installed: the replay would stop there. */
  readonly missing: readonly PackageGap[];
  /** Installed in another version: the replay may show something else. */
  readonly other: readonly PackageGap[];
  /** Versions of the language where they differ; null when they are equal or one is not known. */
  readonly language: { readonly wanted: string; readonly here: string } | null;
  /** All of it in a sentence; empty when nothing stands in the way. */
  readonly sentence: string;
};

/** Compares what the steps need, at the versions of the run, with what is installed elsewhere. */
export function canRunHere(
  requires: readonly Package[],
  run: Environment | null,
  here: Environment
): Readiness {
  const installed = new Map(
    here.packages.map(({ name, version }) => [normalised(name), version])
  );
  const gaps = requires
    .map(({ name, version }) => ({
      name,
      wanted: version,
      here: installed.get(normalised(name)) ?? null
    }))
    .filter(gap => gap.here !== gap.wanted);
  const missing = gaps.filter(gap => gap.here === null);
  const other = gaps.filter(gap => gap.here !== null);
  const versions = [run?.languageVersion ?? '', here.languageVersion] as const;
  const isOther = versions.every(Boolean) && versions[0] !== versions[1];
  const language = isOther ? { wanted: versions[0], here: versions[1] } : null;
  return {
    missing,
    other,
    language,
    sentence: sentenceOf(missing, other, language)
  };
}

function sentenceOf(
  missing: readonly PackageGap[],
  other: readonly PackageGap[],
  language: Readiness['language']
): string {
  const parts = [
    missing.length > 0
      ? `not installed here: ${listed(missing.map(({ name, wanted }) => `${name} ${wanted}`))}`
      : '',
    other.length > 0
      ? `in another version: ${listed(other.map(({ name, wanted, here }) => `${name} ${here} instead of ${wanted}`))}`
      : '',
    language
      ? `the language is ${language.here} instead of ${language.wanted}`
      : ''
  ].filter(part => part !== '');
  const text = parts.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The first five and how many more. */
function listed(names: readonly string[]): string {
  const more = names.length - 5;
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
