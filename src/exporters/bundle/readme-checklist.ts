// What the literature on reproducible machine learning asks for, and what this record has of it.
import { checklistOf, degreeOf, factsOf, type ChecklistRow } from '../../facts';
import { languageOf } from '../../languages';
import { english } from '../../model';
import { inline } from './markdown';
import type { Subject } from './subject';

const MARKS: { readonly [state in ChecklistRow['state']]: string } = {
  filled: '[x]',
  note: '[x]',
  none: '[x]',
  missing: '[ ]',
  unknown: '[ ]'
};

/** One line for each row, of the executions that are in the bundle alone. */
export function checklistLines({ plan, record }: Subject): string[] {
  const { context, history, outputs, proof } = record;
  const wanted = new Set(plan.steps.map(({ executionId }) => executionId));
  const executions = history.executions.filter(({ executionId }) =>
    wanted.has(executionId)
  );
  const facts = factsOf({
    history: { ...history, executions },
    context,
    analyse: languageOf(plan.language)?.analyse,
    outputs: new Map(
      [...outputs].map(([id, kept]) => [id, kept.outputs ?? []])
    ),
    proofs: proof ? [proof] : []
  });
  const rows = checklistOf(facts, english);
  const { asked, met, next, reached } = degreeOf(rows);
  const notes = context?.notes ?? {};
  return [
    reached === null
      ? `${met} of the ${asked} rows of the level “${next}” are filled.`
      : `Level reached: ${reached}.`,
    '',
    ...rows.map(({ evidence, id, state, title, wanted }) => {
      const note = state === 'note' ? (notes[id] ?? '') : '';
      const text = note || evidence || wanted;
      return `- ${MARKS[state]} ${inline(title)}: ${inline(text)}`;
    })
  ];
}
