// What the reader of a script has to know about it.
import { countSecrets, type Gap, type RunHistory } from '../model';
import { elsewhere, isAbsolutePath } from './outside';
import { listsFolder } from './sound-outside';
import type { PlanWarning } from './slice-types';
import type { Step } from './version';

/** Gaps through which code may have run unseen. */
const HOLES: ReadonlySet<Gap['kind']> = new Set<Gap['kind']>([
  'joined-late',
  'page-away',
  'recording-off',
  'storage',
  'internal'
]);

/** Warnings about a run; `needsUnseen`: code that nobody recorded belongs to the slice. */
export function warningsOfRun(
  { run, environment }: RunHistory,
  needsUnseen: boolean
): PlanWarning[] {
  const warnings: PlanWarning[] = run.gaps
    .filter(({ kind }) => HOLES.has(kind))
    .map(({ kind, detail }) => ofRun('incomplete-run', detail || GAPS[kind]));
  if (needsUnseen && warnings.length === 0) {
    warnings.push(
      ofRun('incomplete-run', 'Code that was not recorded ran in between.')
    );
  }
  if (!environment) {
    warnings.push(ofRun('no-environment', ''));
  }
  return warnings;
}

/** Warnings about the steps of a slice, in their order. */
export function warningsOfSteps(
  history: RunHistory,
  included: readonly Step[]
): PlanWarning[] {
  return included.flatMap(step => ofStep(step, history));
}

function ofRun(kind: PlanWarning['kind'], detail: string): PlanWarning {
  return { kind, executionId: null, detail };
}

function ofStep(step: Step, { sources }: RunHistory): PlanWarning[] {
  const { execution, prepared } = step;
  if (!execution) {
    return [];
  }
  const { executionId, status } = execution;
  const warnings: PlanWarning[] = [];
  const warn = (kind: PlanWarning['kind'], detail: string): void => {
    warnings.push({ kind, executionId, detail });
  };
  if (!sources.has(execution.sourceHash)) {
    warn(
      'incomplete-run',
      'The code of an execution that belongs here is lost.'
    );
    return warnings;
  }
  const secrets = countSecrets(sources.get(execution.sourceHash) ?? '');
  if (secrets > 0) {
    warn('masked-secret', `${secrets}`);
  }
  const isOpen = step.readsUnseen || step.readsHistory;
  if (isOpen || prepared.completeness !== 'complete') {
    warn('partial-analysis', prepared.reasons.join(' '));
  }
  if (status === 'error' || status === 'interrupted') {
    warn('failed-step', execution.error?.ename ?? '');
  }
  if (status === 'lost' || status === 'running') {
    warn('lost-step', '');
  }
  if (step.isUnseeded) {
    warn('unseeded', '');
  }
  const met = new Set(
    step.chances.filter(one => one.step === step).map(({ kind }) => kind)
  );
  if (met.has('clock') || met.has('day')) {
    warn('clock', '');
  }
  if (met.has('network')) {
    warn('network', '');
  }
  if (listsFolder(prepared)) {
    warn('folder', '');
  }
  const paths = absolutePaths(step);
  if (paths.length > 0) {
    warn('absolute-path', paths.join(', '));
  }
  if (elsewhere(step).some(({ kind }) => kind === 'environment-changed')) {
    warn('installs', '');
  }
  return warnings;
}

/**
 * Files that the code names, or the kernel saw it use, by a path that begins at a root; but for what libraries fetch again where it is
 * missing.
 */
function absolutePaths({ prepared, execution }: Step): string[] {
  const used = execution?.report?.files ?? [];
  const seen = used.filter(({ path }) => !path.includes('/.cache/'));
  const paths = [...prepared.files, ...seen].map(({ path }) => path);
  return [...new Set(paths.filter(isAbsolutePath))];
}

/** Sentences for gaps that carry none of their own. */
const GAPS: { readonly [kind in Gap['kind']]: string } = {
  'joined-late': 'The kernel had run code before recording began.',
  'page-away': 'No page listened for a while.',
  'no-probe': 'The kernel has no probe.',
  'probe-failed': 'The probe did not answer.',
  'probe-partial': 'The probe left something out.',
  'recording-off': 'Recording was off for a while.',
  'output-dropped': 'The server dropped output.',
  storage: 'Something could not be stored.',
  internal: 'Recording failed for a while.'
};
