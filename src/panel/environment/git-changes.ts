// What became of the git working tree during the run, as rows.
import type { SeenExecution } from '../../facts';
import type { GitState, RunContext, Translator } from '../../model';
import type { SectionRow } from '../sections';

/** One row for each time that another state was seen; it says what of the state is another. */
export function changeRows(
  context: RunContext | null,
  executions: readonly SeenExecution[],
  translator: Translator
): readonly SectionRow[] {
  let last = context?.git ?? null;
  return (context?.gitChanges ?? []).map(({ after, git, unknown }) => {
    const seen = executions.find(
      ({ execution }) => execution.executionId === after
    );
    const count = seen?.execution.executionCount ?? null;
    const row: SectionRow = {
      key: `change ${after}`,
      cells: [
        count === null
          ? translator.__('Changed during the run')
          : translator.__('Changed, seen after [%1]', String(count)),
        git === null ? unknown : newsText(git, last, translator)
      ],
      ...(seen && { executionIds: [after] }),
      ...(git && differenceOf(git, translator)),
      tone: 'warning'
    };
    last = git ?? last;
    return row;
  });
}

/** What is said of the working tree itself. */
export function treeText(
  { isDirty }: GitState,
  translator: Translator
): string {
  return isDirty
    ? translator.__('changed since the commit')
    : translator.__('as committed');
}

/** The difference to the commit, as the text behind a row; nothing where there is none. */
export function differenceOf(
  { diff }: GitState,
  translator: Translator
): Pick<SectionRow, 'text'> {
  return diff === null || diff === ''
    ? {}
    : { text: { label: translator.__('Difference'), content: diff } };
}

function newsText(
  git: GitState,
  last: GitState | null,
  translator: Translator
): string {
  const { branch, commit } = git;
  return [
    ...(commit !== '' && commit !== last?.commit
      ? [translator.__('commit %1', commit)]
      : []),
    ...(branch === last?.branch
      ? []
      : [
          branch === ''
            ? translator.__('no branch')
            : translator.__('branch %1', branch)
        ]),
    treeText(git, translator)
  ].join(', ');
}
