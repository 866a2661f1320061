// Reads the kernel's fingerprints of one run before any lineage is known: which values changed, and which did not.
import type { Execution, RunHistory } from '../model';
import type { Evidence, Knowledge } from './knowledge';
import { NONE, NO_ENTRIES } from './nothing';
import type { Prepared } from './prepared';
import { isUsersName } from './reported-names';
import { justBefore } from './sharing';
import { needsOf } from './shown';
import type { Policy } from './world';

/** An execution that started, with what is known of it before any lineage is. */
export type Started = {
  readonly execution: Execution;
  /** Null where its source is lost. */
  readonly prepared: Prepared | null;
  /** Null where no report of its run has told anything yet. */
  readonly evidence: Evidence | null;
};

const NO_VALUES: Readonly<Record<string, string>> = {};

/** Of an execution without a report. */
const NOTHING_SHOWN: Evidence = { unchanged: NONE, changed: NO_ENTRIES };

/** Reads one run's reports in order. */
export class EvidenceGatherer {
  /** `policy`: what stayed as it was counts in slices alone. */
  constructor(
    private readonly knowledge: Knowledge,
    private readonly prepare: (source: string) => Prepared,
    private readonly policy: Policy
  ) {}

  /** Adds what the report of the run's next execution shows; null for one that never started. */
  add({ sources }: RunHistory, execution: Execution): Started | null {
    const { status, sourceHash, gaps } = execution;
    if (status === 'aborted' || status === 'queued') {
      return null;
    }
    const source = sources.get(sourceHash);
    const isKnown = source !== undefined && !gaps.includes('source-unknown');
    const prepared = isKnown ? this.prepare(source) : null;
    return { execution, prepared, evidence: this.gather(execution, prepared) };
  }

  private gather(
    execution: Execution,
    prepared: Prepared | null
  ): Evidence | null {
    const { knowledge, last } = this;
    const { report } = execution;
    knowledge.noteLacked(prepared, execution);
    if (prepared && execution.status === 'ok') {
      knowledge.well.note(prepared);
    }
    if (prepared) {
      knowledge.stars.noteBodies(prepared);
      knowledge.noteStop(prepared, execution, this.prepare);
    }
    if (!report && last.size === 0) {
      if (prepared?.analysis.searches) {
        noteDisplays(knowledge, prepared, execution);
      }
      return null;
    }
    const evidence = this.evidenceOf(execution);
    if (prepared) {
      knowledge.kin.note(prepared);
      noteChanges(knowledge, prepared, evidence.changed.keys(), execution);
      noteBound(knowledge, prepared, execution);
      knowledge.files.add(prepared.normalised, execution);
      knowledge.noteLook(prepared.normalised, execution);
      noteDisplays(knowledge, prepared, execution);
      if (execution.status === 'ok') {
        knowledge.noteStreams(prepared.normalised, execution, this.running);
      }
    }
    this.noteValues(prepared, execution);
    return evidence;
  }

  /** Keeps what is known of values after an execution. */
  private noteValues(prepared: Prepared | null, execution: Execution): void {
    const { last } = this;
    const sequence = execution.sequence ?? 0;
    const values = execution.report?.values ?? NO_VALUES;
    forWritten(prepared, execution, name => {
      if (typeof values[name] !== 'string' && isUsersName(name)) {
        last.delete(name);
      }
    });
    for (const name of Object.keys(values)) {
      const print = values[name] ?? '';
      const known = last.get(name);
      if (known) {
        known.print = print;
        known.sequence = sequence;
      } else {
        last.set(name, { print, sequence });
      }
    }
  }

  private evidenceOf(execution: Execution): Evidence {
    const { report } = execution;
    if (!report) {
      return NOTHING_SHOWN;
    }
    const { values, sampled, unchanged = NONE } = report;
    const news: readonly string[] = report.changed?.filter(isUsersName) ?? NONE;
    const isSlice = this.policy === 'sound';
    let same: string[] | null = null;
    let changed: Map<string, number> | null = null;
    for (const name of Object.keys(values)) {
      const before = this.last.get(name);
      if (before && before.print !== values[name]) {
        changed = noted(changed, name, before.sequence);
      } else if (isSlice && before && !sampled?.includes(name)) {
        same ??= [...unchanged];
        same.push(name);
      }
    }
    for (const name of news) {
      changed = noted(changed, name, justBefore(execution));
    }
    const stayed = same ?? unchanged;
    return {
      unchanged: stayed.some(name => news.includes(name))
        ? stayed.filter(name => !news.includes(name))
        : stayed,
      changed: changed ?? NO_ENTRIES
    };
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

function noteDisplays(
  knowledge: Knowledge,
  { analysis, normalised }: Prepared,
  execution: Execution
): void {
  knowledge.noteDisplays(normalised, needsOf(analysis, execution));
}

/** What the code updates, and what the kernel saw change while it ran: by a function that it called. */
function noteChanges(
  knowledge: Knowledge,
  { normalised, own, updates }: Prepared,
  changed: Iterable<string>,
  { report }: Execution
): void {
  const seen = report?.changed ?? NONE;
  if (updates.length + seen.length === 0) {
    return;
  }
  for (const name of changed) {
    const isUpdated = updates.some(one => one.name === name);
    if (isUpdated || (seen.includes(name) && !own.has(name))) {
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
