// Walks what happened and what would happen together, from a cell that differs to the first places where they part.
import type { CellId } from '../model';
import {
  isEqualLater,
  newestOfSource,
  positionOf,
  presentCellOf,
  type CauseScene,
  type Missing,
  type Parting
} from './cause-scene';
import { causeAt, distinct, leaves, withoutEchoes, writes } from './cause';
import {
  deletedNames,
  firstBelow,
  againKind,
  goneKind,
  lastDeleter,
  shadowsOf
} from './lost-names';
import type { Cause, CauseKind } from './forecast-types';
import { FoundCauses } from './found-causes';
import { isFile } from './ambient-names';
import { NONE } from './nothing';
import type { Read, Step } from './version';

/** Finds causes; remembers pairs of steps that it has compared. */
export class CauseFinder {
  constructor(private readonly scene: CauseScene) {
    this.deleted = deletedNames(scene.simulated);
  }

  /** Why a recorded step of a cell is not what a fresh run would do; empty when nothing specific is known. */
  compare(actual: Step, expected: Step): readonly Cause[] {
    const known = this.compared.get(expected, actual);
    if (known) {
      return known;
    }
    this.compared.set(expected, actual, NONE);
    const causes = distinct(this.compareFresh(actual, expected));
    this.compared.set(expected, actual, causes);
    return causes;
  }

  /** Why a cell would find no value under names that it surely reads. */
  explainAbsent(expected: Step, actual: Step | null): readonly Cause[] {
    if (expected.absent.length === 0) {
      return NONE;
    }
    const causes =
      this.explained.get(expected, actual) ??
      distinct(this.absences(expected, actual));
    this.explained.set(expected, actual, causes);
    return causes;
  }

  private absences(expected: Step, actual: Step | null): readonly Cause[] {
    const { simulated, timeline } = this.scene;
    return expected.absent.flatMap(name => {
      const deleter = this.lastDeleter(name, expected);
      if (deleter) {
        return causeAt('name-deleted', name, deleter.cellId, deleter);
      }
      const read = actual?.reads.find(one => one.name === name);
      const binder =
        read?.version?.baseStep ??
        firstBelow(
          simulated,
          positionOf(this.scene, expected.cellId) ?? 0,
          step => writes(step, name)
        )?.step ??
        timeline.lastBinder(name);
      return binder
        ? this.missing({ name, reader: expected, actual: binder })
        : causeAt('undefined', name, expected.cellId, null);
    });
  }

  private compareFresh(actual: Step, expected: Step): readonly Cause[] {
    const edited = causeAt('edited', null, expected.cellId, actual);
    const isRenamed =
      actual.prepared.normalised !== expected.prepared.normalised;
    if (isRenamed && actual.prepared.form !== expected.prepared.form) {
      return [edited];
    }
    if (actual.execution?.status === 'interrupted') {
      return [causeAt('interrupted', null, actual.cellId, actual)];
    }
    const causes = [
      ...this.compareSights(actual, expected, step => step.reads),
      ...shadowsOf(actual, expected)
    ];
    const found = withoutEchoes(
      causes.length > 0
        ? causes
        : this.compareSights(actual, expected, step => step.aside),
      expected.cellId
    );
    return isRenamed && found.length === 0 ? [edited] : found;
  }

  private compareSights(
    actual: Step,
    expected: Step,
    sightsOf: (step: Step) => readonly Read[]
  ): readonly Cause[] {
    const { roles } = expected.prepared;
    return sightsOf(actual).flatMap(read => {
      const name = roles.translated(read.name, actual.prepared.roles);
      const other = sightsOf(expected).find(
        one => one.path === read.path && one.name === name
      );
      return other && other.key !== read.key
        ? this.compareReads(actual, expected, read, other)
        : NONE;
    });
  }

  private compareReads(
    actualReader: Step,
    reader: Step,
    actual: Read,
    expected: Read
  ): readonly Cause[] {
    const { name } = actual;
    const part = (a: Step | null, e: Step | null): readonly Cause[] =>
      this.part({ name, reader, actualReader, actual: a, expected: e });
    const isOutside = !actual.version && !expected.version;
    if (isOutside && isFile(name)) {
      return [causeAt('file-changed', name, reader.cellId, actualReader)];
    }
    const causes: Cause[] = [];
    const hasBases = actual.baseKey !== 0 && expected.baseKey !== 0;
    if (hasBases && actual.baseKey !== expected.baseKey) {
      const base = actual.version?.baseStep ?? null;
      const other = expected.version?.baseStep ?? null;
      const isFound = isFile(name) && base?.key === other?.key;
      causes.push(
        ...(isFound
          ? [causeAt('file-left', name, reader.cellId, actualReader)]
          : part(base, other))
      );
    }
    actual.parts.forEach((mine, path) => {
      const theirs = expected.parts.get(path);
      if (mine.key !== theirs?.key) {
        causes.push(...part(mine.step, theirs?.step ?? null));
      }
    });
    expected.parts.forEach((theirs, path) => {
      if (!actual.parts.has(path)) {
        causes.push(...part(null, theirs.step));
      }
    });
    return causes;
  }

  /** Why one name has two origins that are not the same. */
  part(parting: Parting): readonly Cause[] {
    const { actual, expected, name, reader } = parting;
    if (!actual) {
      return expected ? this.lacking(parting, expected) : [];
    }
    if (!expected) {
      return this.missing({ name, reader, actual });
    }
    if (actual.cellId !== null && actual.cellId === expected.cellId) {
      return this.otherVersion(parting, actual, expected);
    }
    return this.otherOrigin(parting, actual, expected);
  }

  /** The same cell left it, and not the same. */
  private otherVersion(
    parting: Parting,
    actual: Step,
    expected: Step
  ): readonly Cause[] {
    const { name, reader } = parting;
    const later = isEqualLater(this.scene, actual, expected);
    const { actualReader } = parting;
    if (later) {
      return [causeAt('older-version', name, reader.cellId, actualReader)];
    }
    const rewritten = newestOfSource(this.scene, expected);
    const isSame = actual.prepared.normalised === expected.prepared.normalised;
    return this.compare(isSame ? actual : (rewritten ?? actual), expected);
  }

  /** One cell left it in fact, another one would. */
  private otherOrigin(
    parting: Parting,
    actual: Step,
    expected: Step
  ): readonly Cause[] {
    const { name, reader } = parting;
    const { cellId } = actual;
    const place = positionOf(this.scene, cellId);
    if (cellId === null || place === undefined) {
      return this.missing({ name, reader, actual });
    }
    const readerPlace = positionOf(this.scene, reader.cellId) ?? 0;
    const present = this.scene.simulated.get(cellId);
    if (place === readerPlace) {
      return [causeAt(againKind(present, actual, name), name, cellId, actual)];
    }
    if (place > readerPlace) {
      return this.missing({ name, reader, actual });
    }
    const expectedPlace = positionOf(this.scene, expected.cellId) ?? 0;
    if (place < expectedPlace) {
      return this.lacking(parting, expected);
    }
    return present && leaves(present.step, actual, name)
      ? this.compare(actual, present.step)
      : [
          causeAt(
            goneKind(present?.step ?? null, actual, name),
            name,
            cellId,
            actual
          )
        ];
  }

  /** A cell above would leave something that was not there in fact. */
  private lacking(parting: Parting, expected: Step): readonly Cause[] {
    const { name, reader, actualReader, actual } = parting;
    const { timeline } = this.scene;
    const moments = expected.cellId ? timeline.ofCell(expected.cellId) : [];
    if (moments.length === 0) {
      return [causeAt('unrun', name, expected.cellId, null)];
    }
    const at = timeline.momentOf(actualReader);
    const newest = moments[moments.length - 1];
    const equals = timeline
      .ofKey(expected.key)
      .filter(({ step }) => step.cellId === expected.cellId);
    if (at && equals.some(({ order }) => order > at.order)) {
      return [causeAt('older-version', name, reader.cellId, actualReader)];
    }
    if (equals.some(({ run }) => run === at?.run)) {
      return [causeAt('out-of-order', name, actual?.cellId ?? null, actual)];
    }
    return newest && newest.step.key !== expected.key
      ? this.compare(newest.step, expected)
      : [
          causeAt('earlier-kernel', name, expected.cellId, newest?.step ?? null)
        ];
  }

  /** Something was there in fact that nothing above the reader would leave. */
  private missing({ name, reader, actual }: Missing): readonly Cause[] {
    const one = (kind: CauseKind, cellId: CellId | null): readonly Cause[] => [
      causeAt(kind, name, cellId, actual)
    ];
    const deleter = this.lastDeleter(name, reader);
    if (deleter) {
      return [causeAt('name-deleted', name, deleter.cellId, deleter)];
    }
    if (actual.cellId === null) {
      return one(actual.execution ? 'other-client' : 'undefined', null);
    }
    const moved = presentCellOf(this.scene, actual, reader);
    if (moved === null) {
      return one('deleted-cell', null);
    }
    const present = this.scene.simulated.get(moved);
    if (moved === reader.cellId) {
      return one(againKind(present, actual, name), moved);
    }
    if (!present || !leaves(present.step, actual, name)) {
      return one(goneKind(present?.step ?? null, actual, name), moved);
    }
    if (present.index > (positionOf(this.scene, reader.cellId) ?? 0)) {
      return one('bound-below', moved);
    }
    const deeper = [
      ...this.explainAbsent(present.step, actual),
      ...this.compare(actual, present.step)
    ];
    // It adds to what is there, and what it adds is there more than once.
    const isTwice = present.step.key === actual.key;
    return deeper.length > 0
      ? deeper
      : one(isTwice ? 'repeated' : 'definition-gone', moved);
  }

  private lastDeleter(name: string, reader: Step): Step | null {
    return this.deleted.has(name)
      ? lastDeleter(this.scene.simulated, name, reader)
      : null;
  }

  private readonly compared = new FoundCauses();
  private readonly explained = new FoundCauses();
  private readonly deleted: ReadonlySet<string>;
}
