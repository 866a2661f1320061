// What a README says of the code beside the notebook.
import { gitStates, type GitState } from '../../model';
import { inline } from './markdown';
import type { Subject } from './subject';

/** The commits at which the notebook stood, and modules that are not there. */
export function codeLines({ modules, record }: Subject): string[] {
  const { context, history } = record;
  const [first, ...more] = gitStates(context);
  const missing = modules.filter(({ text }) => text === null);
  const later = more.filter(
    ({ commit }, index) => commit !== (more[index - 1] ?? first)?.commit
  );
  const afterOf = (state: GitState): string => {
    const change = context?.gitChanges?.find(({ git }) => git === state);
    const execution = history.executions.find(
      ({ executionId }) => executionId === change?.after
    );
    const count = execution?.executionCount ?? null;
    return count === null ? '' : `, seen after cell [${count}]`;
  };
  return [
    ...(first?.commit
      ? [
          `- The notebook stood in ${inline(first.remote || 'a git repository without a remote')} at commit ${commitText(first)}.`
        ]
      : []),
    ...later
      .filter(({ commit }) => commit !== '')
      .map(
        state =>
          `- Later it stood at commit ${commitText(state)}${afterOf(state)}.`
      ),
    ...missing.map(
      ({ name }) =>
        `- The module ${inline(name)} is not included: its text was not kept.`
    )
  ];
}

function commitText({ commit, isDirty }: GitState): string {
  return `${inline(commit)}${isDirty ? ', with changes that were not committed' : ''}`;
}
