// What outputs and files prove against a cell of which the code tells nothing.
import { causeAt } from './cause';
import type { CauseFinder } from './causes';
import type { SimulatedCell } from './documents';
import type { FileRecord } from './files';
import type { Cause } from './forecast-types';
import { leftFiles, showsWritingTimes } from './left-files';
import { grownTables } from './grown-tables';
import { otherNames } from './listed-names';
import { madeFile } from './made-files';
import { madeTables } from './made-tables';
import type { Records } from './outside';
import { metNothing } from './presences';
import type { Moment } from './timeline';
import { varied } from './varied';
import type { Step } from './version';

/** A verdict with what proves it; null where nothing does. */
export function proven(
  bench: Records & {
    readonly cells: readonly SimulatedCell[];
    readonly files: FileRecord;
    readonly finder: CauseFinder;
    readonly hasFixedHashes: boolean;
  },
  { step, index }: SimulatedCell,
  moment: Moment
): {
  readonly verdict: 'random' | 'differs' | 'fails';
  readonly causes: readonly Cause[];
} | null {
  const { timeline, cells } = bench;
  const actual = moment.step;
  const at = (kind: Cause['kind']): Cause[] => [
    causeAt(kind, null, actual.cellId, actual)
  ];
  const above = (): readonly Step[] =>
    cells.filter(one => one.index < index).map(one => one.step);
  const meeting = { timeline, moment, above };
  const { tells } = actual.execution ?? {};
  const chances = tells?.hasDrawnId
    ? at('drawn-id')
    : tells?.saysSet && !bench.hasFixedHashes
      ? at('hash-order')
      : showsWritingTimes(meeting)
        ? at('clock')
        : varied(bench, step);
  if (chances.length > 0) {
    return { verdict: 'random', causes: chances };
  }
  const tables = madeTables(meeting);
  if (tables.length > 0) {
    return { verdict: 'fails', causes: tables };
  }
  const made = madeFile(moment, cells, bench.files);
  const left = made
    ? [made]
    : [
        ...leftFiles(meeting),
        ...grownTables(meeting),
        ...otherNames(bench.finder, meeting, step)
      ];
  return left.length > 0
    ? { verdict: 'differs', causes: left }
    : metNothing(meeting, bench.files);
}
