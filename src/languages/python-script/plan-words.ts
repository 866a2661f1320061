// What is said about a plan beside its code: in the head of a script, in the README of a bundle.
import type { OmissionReason, PlanWarning, ScriptPlan } from '../../lineage';
import { labelOf } from './step-label';

const OMITTED: Readonly<Record<OmissionReason, string>> = {
  repeats: 'did again what is here already',
  'no-effect': 'nothing here depends on',
  'not-run': 'never started',
  'source-lost': 'whose code is not known'
};

const WARNED: Readonly<Record<PlanWarning['kind'], string>> = {
  'partial-analysis':
    'was not understood in full, so everything before it was kept',
  'failed-step': 'ended in an error or was interrupted in the notebook',
  'lost-step': 'ended while nobody was listening: how is not known',
  'incomplete-run': 'The record of the run has gaps',
  'no-environment': 'Package versions are not known, so none are pinned',
  unseeded: 'drew random numbers without a seed: its results differ each time',
  clock:
    'read the clock or another thing that differs each time: so may its results',
  network: 'asked a server: what it answers may have changed',
  folder: 'asked which files are in a folder: elsewhere there may be others',
  'absolute-path': 'used files that other machines may not have',
  'masked-secret':
    'held a secret that was never stored: put it where the mark “[secret: …]” stands before you run it',
  installs: 'installed or removed packages, which this script does not do again'
};

/** What to mind before relying on it: one English sentence each. */
export function warningSentences({ steps, warnings }: ScriptPlan): string[] {
  const labels = new Map(
    steps.map(step => [step.executionId, labelOf(step)] as const)
  );
  return warnings.map(({ kind, executionId, detail }) => {
    const label = executionId === null ? undefined : labels.get(executionId);
    const subject = label ? capitalised(label) : 'Some code';
    const isWhole = kind === 'incomplete-run' || kind === 'no-environment';
    const sentence = isWhole ? WARNED[kind] : `${subject} ${WARNED[kind]}`;
    return detail && kind !== 'masked-secret'
      ? `${sentence} (${detail.replace(/\.$/, '')}).`
      : `${sentence}.`;
  });
}

/** How many executions were left out for each reason. */
export function omissionSentences({ omitted }: ScriptPlan): string[] {
  return (Object.keys(OMITTED) as OmissionReason[]).flatMap(reason => {
    const count = omitted.filter(entry => entry.reason === reason).length;
    const noun = count === 1 ? 'execution' : 'executions';
    return count > 0
      ? [
          `${count} ${noun} that ${OMITTED[reason]}`.replace(
            'that whose',
            'whose'
          )
        ]
      : [];
  });
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
