// Reads the kernel's fingerprints of one run before any lineage is known: which values changed, and which did not.
import type { Execution, RunHistory } from '../model';
import {
  isUsersName,
  reportedNames,
  type Evidence,
  type Knowledge
} from './knowledge';
import type { Prepared } from './prepare';
import { justBefore } from './sharing';

/** An execution that started; `prepared` is null where its source is lost. */
export type Started = {
  readonly execution: Execution;
  readonly prepared: Prepared | null;
};

/** An execution with what is known of its source; null for one that never started. */
export function startedOf(
  { sources }: RunHistory,
  execution: Execution,
  prepare: (source: string) => Prepared
): Started | null {
  if (execution.status === 'aborted' || execution.status === 'queued') {
    return null;
  }
  const source = sources.get(execution.sourceHash);
  const isKnown =
    source !== undefined && !execution.gaps.includes('source-unknown');
  return { execution, prepared: isKnown ? prepare(source) : null };
}

/** Reads one run's reports in order. */
export class EvidenceGatherer {
  constructor(private readonly knowledge: Knowledge) {}

  /** Adds what the report of the run's next execution shows. */
  add({ execution, prepared }: Started): void {
    const { knowledge, last } = this;
    const { report } = execution;
    if (!report && last.size === 0) {
      return;
    }
    const evidence = this.evidenceOf(execution);
    knowledge.evidence.set(execution.executionId, evidence);
    if (prepared) {
      noteChanges(knowledge, prepared, evidence.changed.keys());
      noteBound(knowledge, prepared, execution);
      knowledge.files.add(prepared.normalised, execution);
      knowledge.noteLook(prepared.normalised, execution);
      if (execution.status === 'ok') {
        knowledge.noteStreams(prepared.normalised, execution);
      }
    }
    const sequence = execution.sequence ?? 0;
    writtenNames(prepared, execution).forEach(name => last.delete(name));
    for (const [name, print] of Object.entries(report?.values ?? {})) {
      last.set(name, { print, sequence });
    }
  }

  private evidenceOf(execution: Execution): Evidence {
    const { report } = execution;
    const unchanged = new Set<string>();
    const changed = new Map<string, number>();
    for (const [name, print] of Object.entries(report?.values ?? {})) {
      const before = this.last.get(name);
      if (before?.print === print) {
        unchanged.add(name);
      } else if (before) {
        changed.set(name, before.sequence);
      }
    }
    report?.sampled?.forEach(name => unchanged.delete(name));
    report?.unchanged?.forEach(name => unchanged.add(name));
    report?.changed?.filter(isUsersName).forEach(name => {
      unchanged.delete(name);
      changed.set(name, justBefore(execution));
    });
    return { unchanged, changed };
  }

  private readonly last = new Map<
    string,
    { print: string; sequence: number }
  >();
}

function noteChanges(
  knowledge: Knowledge,
  { updates, normalised }: Prepared,
  changed: Iterable<string>
): void {
  const possible = new Set(updates.map(({ name }) => name));
  for (const name of changed) {
    if (possible.has(name)) {
      knowledge.noteChange(normalised, name);
    }
  }
}

function noteBound(
  knowledge: Knowledge,
  { normalised }: Prepared,
  execution: Execution
): void {
  const names = reportedNames(execution);
  if (names && execution.status === 'ok') {
    const known = knowledge.boundBySource.get(normalised);
    if (!known || [...names].some(name => !known.has(name))) {
      const all = new Set([...(known ?? []), ...names]);
      knowledge.boundBySource.set(normalised, all);
    }
  }
}

function writtenNames(
  prepared: Prepared | null,
  { report }: Execution
): string[] {
  return [
    ...(prepared?.strong ?? []),
    ...(prepared?.weak ?? []),
    ...(prepared?.deletes ?? []),
    ...(prepared?.updates.map(({ name }) => name) ?? []),
    ...(report?.bound ?? []),
    ...(report?.rebound ?? []),
    ...(report?.deleted ?? [])
  ].filter(isUsersName);
}
