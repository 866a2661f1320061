// Reads the kernel's fingerprints of one run before any lineage is known: which values changed, and which did not.
import type { Execution, RunHistory } from '../model';
import type { Evidence, Knowledge } from './knowledge';
import { NONE, NO_ENTRIES } from './nothing';
import type { Prepared } from './prepared';
import { isUsersName } from './reported-names';
import { justBefore } from './sharing';
import { needsOf } from './shown';

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

/** Of an execution without a report. */
const NOTHING_SHOWN: Evidence = { unchanged: new Set(), changed: NO_ENTRIES };

/** Reads one run's reports in order. */
export class EvidenceGatherer {
  constructor(private readonly knowledge: Knowledge) {}

  /** Adds what the report of the run's next execution shows. */
  add({ execution, prepared }: Started): void {
    const { knowledge, last } = this;
    const { report } = execution;
    knowledge.noteLacked(execution);
    if (prepared && execution.status === 'ok') {
      knowledge.well.note(prepared);
    }
    if (prepared) {
      knowledge.stars.noteBodies(prepared);
    }
    if (!report && last.size === 0) {
      return;
    }
    const evidence = this.evidenceOf(execution);
    knowledge.evidence.set(execution.executionId, evidence);
    if (prepared) {
      knowledge.kin.note(prepared);
      noteChanges(knowledge, prepared, evidence.changed.keys());
      noteBound(knowledge, prepared, execution);
      knowledge.files.add(prepared.normalised, execution);
      knowledge.noteLook(prepared.normalised, execution);
      const needs = needsOf(prepared.analysis, execution);
      knowledge.noteDisplays(prepared.normalised, needs);
      if (execution.status === 'ok') {
        knowledge.noteStreams(prepared.normalised, execution, this.running);
      }
    }
    const sequence = execution.sequence ?? 0;
    forWritten(prepared, execution, name => {
      if (isUsersName(name)) {
        last.delete(name);
      }
    });
    const values = report?.values ?? {};
    for (const name of Object.keys(values)) {
      last.set(name, { print: values[name] ?? '', sequence });
    }
  }

  private evidenceOf(execution: Execution): Evidence {
    const { report } = execution;
    if (!report) {
      return NOTHING_SHOWN;
    }
    const unchanged = new Set<string>();
    let changed: Map<string, number> | null = null;
    const { values } = report;
    for (const name of Object.keys(values)) {
      const before = this.last.get(name);
      if (before?.print === values[name]) {
        unchanged.add(name);
      } else if (before) {
        changed = noted(changed, name, before.sequence);
      }
    }
    report.sampled?.forEach(name => unchanged.delete(name));
    report.unchanged?.forEach(name => unchanged.add(name));
    for (const name of report.changed ?? NONE) {
      if (isUsersName(name)) {
        unchanged.delete(name);
        changed = noted(changed, name, justBefore(execution));
      }
    }
    return { unchanged, changed: changed ?? NO_ENTRIES };
  }

  /** Streams of random numbers that have moved. */
  private readonly running = new Set<string>();
  private readonly last = new Map<
    string,
    { print: string; sequence: number }
  >();
}

/** The table with one more entry; most executions need none. */
function noted(
  table: Map<string, number> | null,
  name: string,
  sequence: number
): Map<string, number> {
  return (table ?? new Map<string, number>()).set(name, sequence);
}

function noteChanges(
  knowledge: Knowledge,
  { updates, normalised }: Prepared,
  changed: Iterable<string>
): void {
  if (updates.length === 0) {
    return;
  }
  for (const name of changed) {
    if (updates.some(one => one.name === name)) {
      knowledge.noteChange(normalised, name);
    }
  }
}

function noteBound(
  knowledge: Knowledge,
  prepared: Prepared,
  execution: Execution
): void {
  const { normalised } = prepared;
  const told = knowledge.reported.boundBy(prepared, execution);
  if (told && execution.status === 'ok') {
    knowledge.stars.note(prepared, told);
    const names = knowledge.stars.with(prepared, told);
    const known = knowledge.boundBySource.get(normalised);
    if (!known) {
      knowledge.boundBySource.set(normalised, names);
    } else if (known !== names && [...names].some(name => !known.has(name))) {
      knowledge.boundBySource.set(normalised, new Set([...known, ...names]));
    }
  }
}

/** Goes through the names that an execution writes by its source and by its report; some more than once. */
function forWritten(
  prepared: Prepared | null,
  { report }: Execution,
  visit: (name: string) => void
): void {
  prepared?.strong.forEach(visit);
  prepared?.weak.forEach(visit);
  prepared?.deletes.forEach(visit);
  prepared?.updates.forEach(({ name }) => visit(name));
  report?.bound.forEach(visit);
  report?.rebound.forEach(visit);
  report?.deleted.forEach(visit);
}
