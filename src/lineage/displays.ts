// On which display options it hangs how a frame or an array looks, told by its size and its types.
import type { DataProfile } from '../model';
import { ambientName } from './ambient-names';

/** An option that counts, up to a size from which on all values of it come to the same; null where every value counts. */
export type DisplayNeed = {
  readonly option: string;
  readonly size: number | null;
  /** It counts only where this one does not let all of the value through. */
  readonly unless?: DisplayNeed;
};

/** All options that are set: of what is not known. */
export const WHOLE: DisplayNeed = { option: '*', size: null };

/** What the options are where nobody sets them, as far as it matters here. */
const USUAL: Readonly<Record<string, string>> = {
  'pandas.max_rows': '60',
  'pandas.min_rows': '10',
  'pandas.max_columns': '20',
  'pandas.width': '80',
  'pandas.precision': '6',
  'numpy.precision': '8',
  'numpy.suppress': 'False',
  'numpy.threshold': '1000',
  'numpy.edgeitems': '3',
  'numpy.linewidth': '75',
  'ipython.shown': '"last_expr"',
  'python.warnings': 'default',
  'r.digits': '7',
  'r.scipen': '0',
  'r.OutDec': '.',
  'r.stringsAsFactors': 'FALSE'
};

const FRACTIONS = /^(?:float|complex|Float|>f|<f)/;
const OBJECTS = /^object/;
const TEXTS = /^(?:object|str|string|category)/;
/** A row of text beyond which lines are broken. */
const NARROW = 60;
/** How wide a number is at least. */
const NUMBER = 8;

/** The pseudo-name of a display option. */
export function optionName(option: string): string {
  return ambientName('display', option);
}

const OPTIONS = `${ambientName('display')}:`;

/** True for the pseudo-name of a display option. */
export function isOption(name: string): boolean {
  return name.startsWith(OPTIONS);
}

/** The option that a pseudo-name stands for. */
export function ownOption(name: string): string {
  return name.slice(OPTIONS.length);
}

/** What an option comes to for a value of some size; `usual` or undefined for one that nobody set. */
export function effectOfOption(
  { option, size }: DisplayNeed,
  value: string | undefined
): string {
  const set = value === undefined || value === 'usual' ? null : value;
  const now = set ?? USUAL[option] ?? 'None';
  const isOpen =
    size !== null &&
    (/^None$|inf|max/i.test(now) ||
      Number(now) >= size ||
      (option === 'pandas.max_columns' && Number(now) === 0));
  return isOpen ? ALL : now;
}

/** What an option comes to that shows all of a value. */
export const ALL = 'all';

/** True for what an option is without being set. */
export function isUsual(option: string, value: string | undefined): boolean {
  const set = value && effectOfOption({ option, size: null }, value);
  return set === (USUAL[option] ?? 'None');
}

/** The options on which it hangs how one described value looks; objects may be fractions. */
export function needsOfProfile(
  { kind, shape, columns }: DataProfile,
  isText: boolean
): readonly DisplayNeed[] {
  const hasType = (types: RegExp): boolean =>
    columns.some(({ type }) => types.test(type));
  const hasFractions = hasType(FRACTIONS) || hasType(OBJECTS);
  const [rows = 0, width = 0] = shape;
  if (kind === 'array') {
    return needsOfArray(shape, hasFractions);
  }
  const rowsShown = { option: 'pandas.max_rows', size: rows };
  return [
    ...all('pandas', hasFractions ? 'precision float_format' : ''),
    ...all('pandas', hasType(TEXTS) ? 'max_colwidth' : ''),
    ...all('pandas', 'show_dimensions'),
    rowsShown,
    { option: 'pandas.min_rows', size: null, unless: rowsShown },
    ...(kind === 'series'
      ? []
      : [{ option: 'pandas.max_columns', size: width }]),
    ...(isText ? needsOfWidth(width) : []),
    ...(isText || kind === 'series' ? [] : all('pandas', 'notebook_repr_html'))
  ];
}

function needsOfWidth(width: number): readonly DisplayNeed[] {
  return width * NUMBER > NARROW
    ? all('pandas', 'width expand_frame_repr')
    : [{ option: 'pandas.width', size: Number(USUAL['pandas.width']) }];
}

function needsOfArray(
  shape: readonly number[],
  hasFractions: boolean
): readonly DisplayNeed[] {
  const size = shape.reduce((product, one) => product * one, 1);
  const inRow = shape[shape.length - 1] ?? 0;
  const itemsShown = { option: 'numpy.threshold', size };
  return [
    ...all(
      'numpy',
      hasFractions ? 'precision suppress floatmode formatter sign' : ''
    ),
    ...all('numpy', 'legacy'),
    itemsShown,
    { option: 'numpy.edgeitems', size: null, unless: itemsShown },
    inRow * NUMBER > NARROW
      ? { option: 'numpy.linewidth', size: null }
      : {
          option: 'numpy.linewidth',
          size: Number(USUAL['numpy.linewidth'])
        }
  ];
}

/** Options that always count. */
export function all(library: string, words: string): DisplayNeed[] {
  return words === ''
    ? []
    : words
        .split(' ')
        .map(word => ({ option: `${library}.${word}`, size: null }));
}

function extent({ size, unless }: DisplayNeed): number {
  return unless ? extent(unless) : (size ?? Infinity);
}

/** What all executions of one source needed; a larger value needs more. */
export class DisplayNeeds {
  /** Adds what one execution needed; true when that was news. */
  add(needs: readonly DisplayNeed[]): boolean {
    let isNews = false;
    for (const need of needs) {
      const known = this.byOption.get(need.option);
      if (!known || extent(known) < extent(need)) {
        this.byOption.set(need.option, need);
        this.sorted = null;
        isNews = true;
      }
    }
    return isNews;
  }

  /** Sorted by option. */
  list(): readonly DisplayNeed[] {
    this.sorted ??= [...this.byOption.values()].sort((one, other) =>
      one.option < other.option ? -1 : 1
    );
    return this.sorted;
  }

  private sorted: readonly DisplayNeed[] | null = null;
  private readonly byOption = new Map<string, DisplayNeed>();
}
