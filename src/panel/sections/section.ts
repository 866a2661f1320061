// A part of a page as plain data: one table, what it lacks, and a way to search it.
import type { ExecutionId } from '../../model';

/** One row of a section. */
export type SectionRow = {
  /** Unique within the section. */
  readonly key: string;
  /** One text for each column. */
  readonly cells: readonly string[];
  /** Executions that the row is from, in order; the last one can be gone to. */
  readonly executionIds?: readonly ExecutionId[];
  /** A longer text behind the row, shown on demand as it is. */
  readonly text?: { readonly label: string; readonly content: string };
  /** Where the row stands out or steps back. */
  readonly tone?: 'added' | 'removed' | 'changed' | 'warning' | 'quiet';
};

/** One titled part of a page. */
export type Section = {
  readonly id: string;
  readonly title: string;
  /** A few words beside the title; empty for none. */
  readonly summary: string;
  /** Titles of the columns; a table of names and values has none. */
  readonly head: readonly string[];
  readonly rows: readonly SectionRow[];
  /** What to say where there is no row. */
  readonly empty: string;
  /** Sentences about what is not known. */
  readonly unknown: readonly string[];
};

/** A section with the rows that hold every word of the query; null when none does. */
export function matchingSection(
  section: Section,
  query: string
): Section | null {
  const words = wordsOf(query);
  if (words.length === 0) {
    return section;
  }
  const rows = section.rows.filter(({ cells, text }) =>
    holdsWords([section.title, ...cells, text?.content ?? ''].join('\n'), words)
  );
  const unknown = section.unknown.filter(each => holdsWords(each, words));
  return rows.length + unknown.length === 0
    ? null
    : { ...section, rows, unknown };
}

/** Words of a query, without regard to case. */
export function wordsOf(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** True when the text holds each of the words. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every(word => lower.includes(word));
}
