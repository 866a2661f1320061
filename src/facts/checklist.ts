// The facts of a run -> the rows that the literature on reproducible machine learning asks for, and the degree reached.
import type { Translator } from '../model';
import { descriptionRows } from './checklist-descriptions';
import { materialRows } from './checklist-materials';
import { methodRows } from './checklist-methods';
import {
  isMet,
  type ChecklistRow,
  type Level,
  type RowRule
} from './checklist-row';
import { surroundingRows } from './checklist-surroundings';
import type { RunFacts } from './run-facts';

/** From the lowest degree up. */
export const LEVELS: readonly Level[] = ['low', 'medium', 'high'];

const RULES: readonly RowRule[] = [
  ...descriptionRows,
  ...methodRows,
  ...materialRows,
  ...surroundingRows
];

/** One row a rule, lowest degree first. What the record lacks, a note of the user's fills. */
export function checklistOf(
  facts: RunFacts,
  translator: Translator
): readonly ChecklistRow[] {
  const notes = facts.context?.notes ?? {};
  return RULES.map(rule => {
    const { id, level } = rule;
    const { evidence, state } = rule.judge(facts, translator);
    const isNoted = state !== 'filled' && (notes[id] ?? '').trim() !== '';
    const present = isNoted ? 'note' : state;
    return {
      id,
      level,
      title: rule.title(translator),
      state: present,
      evidence,
      wanted: isMet(present) ? '' : rule.wanted(translator)
    };
  });
}

/** How far a run got. */
export type Degree = {
  /** The highest degree of which, and below which, no row is open; null when not even the lowest is complete. */
  readonly reached: Level | null;
  /** The one after it; null when there is no higher one. */
  readonly next: Level | null;
  /** Rows that the next degree adds, and how many of them are met. */
  readonly asked: number;
  readonly met: number;
  /** Titles of the others. */
  readonly open: readonly string[];
};

/** Of a whole checklist. */
export function degreeOf(rows: readonly ChecklistRow[]): Degree {
  const first = LEVELS.findIndex(level =>
    rows.some(row => row.level === level && !isMet(row.state))
  );
  const next = LEVELS[first] ?? null;
  const added = rows.filter(({ level }) => level === next);
  const open = added.filter(({ state }) => !isMet(state));
  return {
    reached: LEVELS[(next === null ? LEVELS.length : first) - 1] ?? null,
    next,
    asked: added.length,
    met: added.length - open.length,
    open: open.map(({ title }) => title)
  };
}
