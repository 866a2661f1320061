// How much a notebook says in words.
import type { DocumentCell } from '../model';

/** The text cells of a notebook. */
export type Prose = {
  readonly cells: number;
  /** Headings, code and addresses do not count. */
  readonly words: number;
};

/** Null for a document that is not known. */
export function proseOf(
  document: readonly DocumentCell[] | null | undefined
): Prose | null {
  if (!document) {
    return null;
  }
  const texts = document
    .filter(({ type }) => type === 'markdown')
    .map(({ source }) => wordsIn(source))
    .filter(words => words > 0);
  return {
    cells: texts.length,
    words: texts.reduce((sum, words) => sum + words, 0)
  };
}

function wordsIn(markdown: string): number {
  const text = markdown
    .replace(/^(`{3,}|~{3,})[^]*?(?:^\1|$(?![^]))/gm, ' ')
    .replace(/^#{1,6} .*$/gm, ' ')
    .replace(/\S+:\/\/\S+/g, ' ');
  return text.match(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
}
