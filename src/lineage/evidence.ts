// Reads the kernel's fingerprints of one run before any lineage is known: which values changed, and which did not.
import type { Execution, RunHistory } from '../model';
import { isUsersName, reportedNames, type Knowledge } from './knowledge';
import type { Prepared } from './prepare';
import type { Task } from './task';

/** An execution that started; `prepared` is null where its source is lost. */
export type Started = {
  readonly execution: Execution;
  readonly prepared: Prepared | null;
};

/** The executions of a run that started, in order. */
export function* startedExecutions(
  history: RunHistory,
  prepare: (source: string) => Prepared
): Task<Started[]> {
  const started: Started[] = [];
  for (const execution of history.executions) {
    if (execution.status !== 'aborted' && execution.status !== 'queued') {
      yield;
      const source = history.sources.get(execution.sourceHash);
      const isKnown =
        source !== undefined && !execution.gaps.includes('source-unknown');
      started.push({ execution, prepared: isKnown ? prepare(source) : null });
    }
  }
  return started;
}

/** Adds what one run's reports show. */
export function gatherEvidence(
  knowledge: Knowledge,
  started: readonly Started[]
): void {
  const last = new Map<string, { print: string; sequence: number }>();
  for (const { execution, prepared } of started) {
    if (!execution.report && last.size === 0) {
      continue;
    }
    const values = execution.report?.values ?? {};
    const unchanged = new Set<string>();
    const changed = new Map<string, number>();
    for (const [name, print] of Object.entries(values)) {
      const before = last.get(name);
      if (before?.print === print) {
        unchanged.add(name);
      } else if (before) {
        changed.set(name, before.sequence);
      }
    }
    const { report } = execution;
    report?.sampled?.forEach(name => unchanged.delete(name));
    report?.unchanged?.forEach(name => unchanged.add(name));
    report?.changed?.filter(isUsersName).forEach(name => {
      unchanged.delete(name);
      const before = last.get(name)?.sequence ?? (execution.sequence ?? 1) - 1;
      changed.set(name, changed.get(name) ?? before);
    });
    knowledge.evidence.set(execution.executionId, { unchanged, changed });
    if (prepared) {
      noteChanges(knowledge, prepared, changed.keys());
      noteBound(knowledge, prepared, execution);
      knowledge.noteLook(prepared.normalised, execution);
      if (execution.status === 'ok') {
        knowledge.noteStreams(prepared.normalised, execution);
      }
    }
    const sequence = execution.sequence ?? 0;
    writtenNames(prepared, execution).forEach(name => last.delete(name));
    for (const [name, print] of Object.entries(values)) {
      last.set(name, { print, sequence });
    }
  }
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
