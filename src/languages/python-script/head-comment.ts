// What the reader of a script is told before the code: what it is, how to run it, what to mind.
import type { ScriptPlan } from '../../lineage';
import { commentText } from './literals';
import { omissionSentences, warningSentences } from './plan-words';
import type { Requirements } from './requirements';

/** `2026-11-21 10:00:03` in UTC; empty when the text is no ISO time. */
export function timeText(iso: string | null): string {
  const [, day, time] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(iso ?? '') ?? [];
  return day && time ? `${day} ${time}` : '';
}

/** The head comment. */
export function headComment(
  plan: ScriptPlan,
  {
    fileName,
    requirements
  }: {
    readonly fileName: string;
    readonly requirements: Requirements;
  }
): string[] {
  const { pins, notes } = requirements;
  const install =
    pins.length > 0 ? `pip install ${pins.map(shellWord).join(' ')} && ` : '';
  return commentOn(plan, {
    commands: [`    uv run ${fileName}`, `or: ${install}python ${fileName}`],
    notes
  });
}

/** What a script is, how to run it, what was left out and what to mind; `notes` come first there. */
export function commentOn(
  plan: ScriptPlan,
  {
    commands,
    notes
  }: {
    readonly commands: readonly string[];
    readonly notes: readonly string[];
  }
): string[] {
  const notebook = commentText(plan.notebookPath) || 'a notebook';
  const opened = timeText(plan.openedAt);
  const count = plan.steps.length;
  const warnings = [...notes, ...warningSentences(plan)].map(commentText);
  return [
    `What really ran in run ${plan.runNumber} of ${notebook}${opened ? `, opened ${opened}` : ''} (times are UTC):`,
    `${count} cell ${count === 1 ? 'execution' : 'executions'}, in the order in which they ran. Written by Retrace.`,
    '',
    'Keep it beside the notebook, so that it finds the same files. To run it:',
    ...commands,
    ...section('Left out:', omissionSentences(plan)),
    ...section('Mind:', warnings)
  ].map(line => `# ${line}`.trimEnd());
}

/** A requirement as one word of a command line; names, versions and addresses in it were checked. */
function shellWord(pin: string): string {
  return pin.includes(' ') ? `"${pin}"` : pin;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length > 0 ? ['', title, ...items.map(item => `- ${item}`)] : [];
}
