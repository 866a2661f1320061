// Which values the kernel saw hold texts.
import type { DataProfile, ExecutionReport } from '../model';
import type { Kin } from './kin';
import type { Prepared } from './prepared';

/** What a source left under a name. */
export type Holding = {
  /** True for a set. */
  readonly isSet: boolean;
};

const TEXT = /^(?:builtins|numpy)\.str_?$/;
const SET = /^builtins\.(?:frozen)?set$/;
/** What pandas, numpy and polars call columns of texts, and of any objects: hardly ever others than texts. */
const COLUMN = /^(?:object|str(?:ing)?\b.*|String|Utf8|<U\d+)$/;
const COUNTED = /^\d*$/;

/** Keeps the newest report of each source. */
export class TextRecord {
  constructor(private readonly kin: Kin) {}

  /** True where it says of texts what was not known of the source. */
  note(normalised: string, report: ExecutionReport | null): boolean {
    if (!report?.texts) {
      return false;
    }
    const said = saysOf(report);
    const before = this.newest.get(normalised)?.said ?? NOTHING_SAID;
    this.newest.set(normalised, { report, said });
    return before !== said;
  }

  /** What a source left under a name, if that holds texts, or what its column or its labels hold; null where that is not known, or no texts. */
  heldBy(
    prepared: Prepared,
    name: string,
    column: string | null
  ): Holding | null {
    const kin = this.kin.of(prepared);
    const its = kin.roles.translated(name, prepared.roles);
    const found = this.newest.get(kin.normalised);
    if (!found) {
      return null;
    }
    const { types = {}, texts = [], profiles = {} } = found.report;
    const type = types[its] ?? '';
    const isText =
      column !== null
        ? columnHoldsTexts(profiles[its], column)
        : texts.includes(its) ||
          TEXT.test(type) ||
          columnHoldsTexts(profiles[its], '');
    return isText ? { isSet: SET.test(type) } : null;
  }

  /** By normalised source, with what the report says of texts. */
  private readonly newest = new Map<
    string,
    { readonly report: ExecutionReport; readonly said: string }
  >();
}

function columnHoldsTexts(
  profile: DataProfile | undefined,
  column: string
): boolean {
  const { columns = [] } = profile ?? {};
  const found = columns.find(({ name }) => name === column);
  return found
    ? COLUMN.test(found.type)
    : column === 'columns' && !columns.every(({ name }) => COUNTED.test(name));
}

/** As `saysOf` tells it of a report without texts and tables. */
const NOTHING_SAID = '[[],[]]';

function saysOf({ texts, profiles = {} }: ExecutionReport): string {
  const columns = Object.values(profiles).map(one =>
    one.columns.map(({ name, type }) => `${name} ${type}`)
  );
  return JSON.stringify([texts, columns]);
}
