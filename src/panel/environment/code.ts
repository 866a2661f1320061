// Code beside the notebook, and trackers, as sections.
import type { RunFacts } from '../../facts';
import type { GitState, Translator } from '../../model';
import type { Section, SectionRow } from '../sections';
import { changeRows, differenceOf, treeText } from './git-changes';
import { unknownSentences } from './software';

/** The working tree, its difference to the commit, and modules of the user's own. */
export function codeSection(
  { context, executions, modules }: RunFacts,
  translator: Translator
): Section {
  const states = {
    imported: translator.__('imported'),
    reloaded: translator.__('reloaded'),
    changed: translator.__('changed on disk since it was imported')
  };
  const rows = (modules ?? []).map((each): SectionRow => ({
    key: `module ${each.path}`,
    cells: [
      each.path,
      [...new Set(each.states.map(({ state }) => states[state]))].join(', ') ||
        states.imported
    ],
    executionIds: each.states.map(({ executionId }) => executionId),
    ...(each.text !== null && {
      text: { label: translator.__('Text'), content: each.text }
    }),
    ...(each.states.some(({ state }) => state === 'changed') && {
      tone: 'warning' as const
    })
  }));
  return {
    id: 'code',
    title: translator.__('Code beside the notebook'),
    summary: '',
    head: [],
    rows: [
      ...gitRows(context?.git ?? null, translator),
      ...changeRows(context, executions, translator),
      ...rows
    ],
    empty: translator.__(
      'No git working tree and no module of your own is known.'
    ),
    unknown: unknownSentences(
      context?.unknown ?? {},
      item => item === 'git' || item === 'modules',
      translator
    )
  };
}

function gitRows(
  git: GitState | null,
  translator: Translator
): readonly SectionRow[] {
  if (!git) {
    return [];
  }
  const { branch, commit, isDirty, remote } = git;
  const rows: readonly SectionRow[] = [
    { key: 'remote', cells: [translator.__('Remote'), remote] },
    { key: 'branch', cells: [translator.__('Branch'), branch] },
    { key: 'commit', cells: [translator.__('Commit'), commit] },
    {
      key: 'dirty',
      cells: [translator.__('Working tree'), treeText(git, translator)],
      ...(isDirty && { tone: 'warning' as const }),
      ...differenceOf(git, translator)
    }
  ];
  return rows.filter(({ cells }) => cells[1] !== '');
}

/** Runs of experiment trackers; no section where there was none. */
export function trackersSection(
  { trackers }: RunFacts,
  translator: Translator
): Section | null {
  return trackers.length === 0
    ? null
    : {
        id: 'trackers',
        title: translator.__('Experiment trackers'),
        summary: '',
        head: [translator.__('Tracker'), translator.__('Run')],
        rows: trackers.map(({ executionId, id, tracker }) => ({
          key: `${tracker} ${id}`,
          cells: [TRACKERS[tracker], id],
          executionIds: [executionId]
        })),
        empty: '',
        unknown: []
      };
}

const TRACKERS = {
  mlflow: 'MLflow',
  wandb: 'Weights & Biases',
  comet: 'Comet'
};
