// The forecast of one recording, in the form that every output of `check` is written from.
import {
  describe,
  findHazards,
  hintOf,
  remedyLabel,
  type Finding
} from '../hazards';
import { languageOf } from '../languages';
import { forecast, type UnknownReason, type Verdict } from '../lineage';
import {
  english,
  type CellId,
  type ExecutionId,
  type PresentCell,
  isSameDay
} from '../model';
import { placeOf, type Place } from './place';
import { analyserOf, type Recording } from './recording';

/** What shows a finding: a cell, an execution, or both. */
export type Evidence = {
  readonly executionId: ExecutionId | null;
  readonly cellId: CellId | null;
  readonly text: string;
};

/** A finding in words. */
export type Hazard = {
  readonly code: string;
  readonly name: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly remedy: string;
  /** The first cell that it affects, and where in its source. */
  readonly place: Place;
  /** All cells that it affects. */
  readonly affected: readonly CellId[];
  /** True when all of them would come out again here and now, and it speaks of other days and machines. */
  readonly isAdvice: boolean;
};

/** One code cell of the document. */
export type CheckedCell = {
  readonly cellId: CellId;
  readonly index: number;
  readonly verdict: Verdict;
  /** Set for `unknown`. */
  readonly reason: UnknownReason | null;
  readonly hazards: readonly Hazard[];
};

/** The whole answer of `check` about one file. */
export type Checked = {
  /** Every code cell, in order; a blank one that shows nothing is `unrun`. */
  readonly cells: readonly CheckedCell[];
  /** In the order of the document. */
  readonly hazards: readonly Hazard[];
  readonly notes: readonly string[];
};

/** Tells for every code cell what a run of the whole notebook from a fresh start at a moment, an ISO time, would do to its output. */
export function checkRecording(recording: Recording, now: string): Checked {
  const { document } = recording;
  const runs = recording.judged?.runs ?? recording.runs;
  const made = forecast({
    document,
    runs,
    isToday: moment => isSameDay(moment, now),
    analyse: analyserOf(recording),
    dryRuns: languageOf(recording.language)?.dryRuns
  });
  const words = new Words(recording);
  const byId = new Map(made.cells.map(cell => [cell.cellId, cell]));
  const hazards = findHazards(made)
    .map(finding => ({
      ...words.hazard(finding),
      isAdvice: finding.affected.every(
        cellId => byId.get(cellId)?.verdict === 'same'
      )
    }))
    .sort((a, b) => a.place.index - b.place.index);
  const cells = document.flatMap((cell, index) => {
    const judged = byId.get(cell.cellId);
    return cell.type === 'code'
      ? [
          {
            cellId: cell.cellId,
            index,
            verdict: judged?.verdict ?? ('unrun' as const),
            reason: judged?.reason ?? null,
            hazards: hazards.filter(one => one.affected.includes(cell.cellId))
          }
        ]
      : [];
  });
  return { cells, hazards, notes: notesOf(recording) };
}

function notesOf(recording: Recording): string[] {
  const { language, notes } = recording;
  return analyserOf(recording)
    ? [...notes]
    : [
        language
          ? `Nothing here reads ${language}: only the order of runs is judged.`
          : 'The file does not name its language: only the order of runs is judged.',
        ...notes
      ];
}

/** Words cells and executions by their places. */
class Words {
  constructor(private readonly recording: Recording) {
    recording.document.forEach((cell, index) =>
      this.cells.set(cell.cellId, { cell, index })
    );
    const { judged, runs } = recording;
    for (const { executions } of judged?.runs ?? runs) {
      executions.forEach(one => this.executions.set(one.executionId, one));
    }
  }

  hazard(finding: Finding): Omit<Hazard, 'isAdvice'> {
    const { affected, cause, code, names, rule, severity, subject } = finding;
    const at = this.cells.get(subject);
    return {
      code,
      name: rule,
      severity,
      message: describe(finding, {
        translator: english,
        cellLabel: cellId => this.cellLabel(cellId)
      }),
      evidence: this.evidence(finding),
      remedy: finding.remedy
        ? remedyLabel(finding.remedy, english)
        : hintOf(finding, english),
      place: placeOf(
        at?.cell.source ?? '',
        at?.index ?? 0,
        { cause: cause.kind, names },
        analyserOf(this.recording)
      ),
      affected
    };
  }

  cellLabel(cellId: CellId | null): string {
    const at = cellId === null ? undefined : this.cells.get(cellId);
    return at ? `cell[${at.index}]` : 'a deleted cell';
  }

  private evidence({ cause, evidence }: Finding): Evidence[] {
    const shown = evidence.map(id => this.ofExecution(id));
    const isNamed = shown.some(({ cellId }) => cellId === cause.cellId);
    return cause.cellId === null || isNamed
      ? shown
      : [this.ofCell(cause.cellId), ...shown];
  }

  private ofExecution(executionId: ExecutionId): Evidence {
    const execution = this.executions.get(executionId);
    const cellId = execution?.cellId ?? null;
    const label =
      cellId === null ? 'code outside the notebook' : this.cellLabel(cellId);
    if (this.recording.judged?.added.has(executionId)) {
      const isThere = cellId !== null && this.cells.has(cellId);
      const who = isThere ? label : 'a cell that is gone';
      const text = `${who} ran before, as the counts that are missing show`;
      return { executionId: null, cellId: isThere ? cellId : null, text };
    }
    const text = `${label} ran as execution ${execution?.sequence ?? '?'}: ${execution?.firstLine ?? ''}`;
    return { executionId, cellId, text };
  }

  private ofCell(cellId: CellId): Evidence {
    return { executionId: null, cellId, text: this.cellLabel(cellId) };
  }

  private readonly cells = new Map<
    CellId,
    { readonly cell: PresentCell; readonly index: number }
  >();
  private readonly executions = new Map<
    ExecutionId,
    Recording['runs'][number]['executions'][number]
  >();
}
