// The languages of notebooks that the bench has kernels for.
import {
  pythonSpelling,
  rSpelling,
  type Spelling
} from '../../src/testing/truth/spelling';

/** Ids as `src/languages` has them. */
export type TruthLanguage = 'python' | 'r';

const SPELLINGS: Readonly<Record<TruthLanguage, Spelling>> = {
  python: pythonSpelling,
  r: rSpelling
};

const KERNELS = {
  python: { name: 'python3', language: 'python' },
  r: { name: 'ir', language: 'R' }
} as const;

/** A language that was asked for; null for one that the bench has no kernels for. */
export function truthLanguage(id: string): TruthLanguage | null {
  return id === 'python' || id === 'r' ? id : null;
}

/** What drawn sessions and edits look at. */
export function spellingOf(language: TruthLanguage): Spelling {
  return SPELLINGS[language];
}

/** The kernel as a history file names it. */
export function kernelOf(language: TruthLanguage): {
  readonly name: string;
  readonly language: string;
} {
  return KERNELS[language];
}

/** What a task says of its language: nothing where it is Python, so that answers are found that were kept before there were others. */
export function taskLanguage({
  language
}: {
  readonly language: TruthLanguage;
}): { readonly language?: TruthLanguage } {
  return language === 'python' ? {} : { language };
}
