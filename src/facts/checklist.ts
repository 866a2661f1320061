// The facts of a run -> the rows that the literature on reproducible machine learning asks for, and the degree reached.
import type { Translator } from '../model';
import { descriptionRows } from './checklist-descriptions';
import { materialRows } from './checklist-materials';
import type { ChecklistRow, Level, RowRule } from './checklist-row';
import { surroundingRows } from './checklist-surroundings';
import type { RunFacts } from './run-facts';

/** From the lowest degree up. */
export const LEVELS: readonly Level[] = ['low', 'medium', 'high'];

const RULES: readonly RowRule[] = [
  ...descriptionRows,
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
    return {
      id,
      level,
      title: rule.title(translator),
      state: isNoted ? 'note' : state,
      evidence,
      wanted: state === 'filled' || isNoted ? '' : rule.wanted(translator)
    };
  });
}

/** The highest degree of which, and below which, no row is open; null when not even the lowest is complete. */
export function levelOf(rows: readonly ChecklistRow[]): Level | null {
  const isOpen = (level: Level): boolean =>
    rows.some(
      row =>
        row.level === level &&
        (row.state === 'missing' || row.state === 'unknown')
    );
  const open = LEVELS.findIndex(isOpen);
  return LEVELS[(open < 0 ? LEVELS.length : open) - 1] ?? null;
}
