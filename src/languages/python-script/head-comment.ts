// What the reader of a script is told before the code: what it is, how to run it, what to mind.
import type { OmissionReason, PlanWarning, ScriptPlan } from '../../lineage';
import { commentText } from './literals';
import type { Requirements } from './requirements';

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
  'absolute-path': 'used files that other machines may not have',
  installs: 'installed or removed packages, which this script does not do again'
};

/** `2026-11-21 10:00:03` in UTC; empty when the text is no ISO time. */
export function timeText(iso: string | null): string {
  const [, day, time] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(iso ?? '') ?? [];
  return day && time ? `${day} ${time}` : '';
}

/** The head comment; `labels` names each step by its execution. */
export function headComment(
  plan: ScriptPlan,
  {
    fileName,
    requirements,
    labels
  }: {
    readonly fileName: string;
    readonly requirements: Requirements;
    readonly labels: ReadonlyMap<string, string>;
  }
): string[] {
  const { pins, notes } = requirements;
  const notebook = commentText(plan.notebookPath) || 'a notebook';
  const opened = timeText(plan.openedAt);
  const count = plan.steps.length;
  const warnings = [...notes, ...plan.warnings.map(worded)].map(commentText);
  return [
    `What really ran in run ${plan.runNumber} of ${notebook}${opened ? `, opened ${opened}` : ''} (times are UTC):`,
    `${count} cell ${count === 1 ? 'execution' : 'executions'}, in the order in which they ran. Written by Retrace.`,
    '',
    'Keep it beside the notebook, so that it finds the same files. To run it:',
    `    uv run ${fileName}`,
    `or: ${pins.length > 0 ? `pip install ${pins.map(shellWord).join(' ')} && ` : ''}python ${fileName}`,
    ...section('Left out:', omissions(plan)),
    ...section('Mind:', warnings)
  ].map(line => `# ${line}`.trimEnd());

  function worded({ kind, executionId, detail }: PlanWarning): string {
    const label = executionId === null ? undefined : labels.get(executionId);
    const subject = label ? capitalised(label) : 'Some code';
    const isWhole = kind === 'incomplete-run' || kind === 'no-environment';
    const sentence = isWhole ? WARNED[kind] : `${subject} ${WARNED[kind]}`;
    return detail
      ? `${sentence} (${detail.replace(/\.$/, '')}).`
      : `${sentence}.`;
  }
}

/** A requirement as one word of a command line; names, versions and addresses in it were checked. */
function shellWord(pin: string): string {
  return pin.includes(' ') ? `"${pin}"` : pin;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? ['', title, ...items.map(item => `- ${item}`)] : [];
}

function omissions({ omitted }: ScriptPlan): string[] {
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
