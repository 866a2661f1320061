// On which display options it hangs how a frame or an array looks, told by its size and its types.
import type { DataProfile, Execution } from '../model';
import { ambientName } from './prepare';

/** An option that counts, up to a size from which on all values of it come to the same; null where every value counts. */
export type DisplayNeed = {
  readonly option: string;
  readonly size: number | null;
};

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
  'numpy.linewidth': '75'
};

const FRACTIONS = /^(?:float|complex|Float|>f|<f)/;
/** A row of text beyond which lines are broken. */
const NARROW = 60;
/** How wide a number is at least. */
const NUMBER = 8;
/** Where options hold for the statements inside alone. */
const INSIDE = /\b(?:option_context|printoptions)\s*\(([^)]*)\)/g;
const PRINTED = /\b(?:print|display)\s*\(\s*([A-Za-z_]\w*)\s*[,)]/g;

/** The pseudo-name of a display option. */
export function optionName(option: string): string {
  return ambientName('display', option);
}

const OPTIONS = `${ambientName('display')}:`;

/** True for the pseudo-name of a display option. */
export function isOption(name: string): boolean {
  return name.startsWith(OPTIONS);
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
  return isOpen ? 'all' : now;
}

/** The options on which the frames and arrays hang that an execution showed, as far as the kernel told of them. */
export function needsOf(
  source: string,
  { report, status }: Execution
): readonly DisplayNeed[] {
  if (!report?.profiles || status !== 'ok') {
    return [];
  }
  const profiles = new Map(Object.entries(report.profiles));
  const found: DisplayNeed[] = [];
  const last = profiles.get('_');
  if (last) {
    found.push(...needsOfProfile(last, false));
  }
  for (const [, name = ''] of source.matchAll(PRINTED)) {
    const profile = profiles.get(name);
    found.push(...(profile ? needsOfProfile(profile, true) : []));
  }
  return found.length === 0 ? found : outsideOf(source, found);
}

/** Without those that the cell sets itself around what it shows. */
function outsideOf(
  source: string,
  needs: readonly DisplayNeed[]
): readonly DisplayNeed[] {
  const inside = [...source.matchAll(INSIDE)].map(([, given = '']) => given);
  return needs.filter(({ option }) => {
    const word = option.replace(/^.*\./, '');
    return !inside.some(given => new RegExp(`\\b${word}\\b`).test(given));
  });
}

function needsOfProfile(
  { kind, shape, columns }: DataProfile,
  isText: boolean
): readonly DisplayNeed[] {
  const hasFractions = columns.some(({ type }) => FRACTIONS.test(type));
  const [rows = 0, width = 0] = shape;
  return kind === 'array'
    ? needsOfArray(shape, hasFractions)
    : [
        ...all('pandas', hasFractions ? 'precision float_format' : ''),
        ...all('pandas', 'show_dimensions'),
        { option: 'pandas.max_rows', size: rows },
        ...(rows > 60 ? all('pandas', 'min_rows') : []),
        ...(kind === 'series'
          ? []
          : [{ option: 'pandas.max_columns', size: width }]),
        ...(isText && width * NUMBER > NARROW
          ? all('pandas', 'width expand_frame_repr')
          : []),
        ...(isText || kind === 'series'
          ? []
          : all('pandas', 'notebook_repr_html'))
      ];
}

function needsOfArray(
  shape: readonly number[],
  hasFractions: boolean
): readonly DisplayNeed[] {
  const size = shape.reduce((product, one) => product * one, 1);
  const inRow = shape[shape.length - 1] ?? 0;
  return [
    ...all(
      'numpy',
      hasFractions ? 'precision suppress floatmode formatter sign' : ''
    ),
    { option: 'numpy.threshold', size },
    ...(size > 1000 ? all('numpy', 'edgeitems') : []),
    ...(inRow * NUMBER > NARROW ? all('numpy', 'linewidth') : [])
  ];
}

function all(library: string, words: string): DisplayNeed[] {
  return words
    .split(' ')
    .filter(word => word !== '')
    .map(word => ({ option: `${library}.${word}`, size: null }));
}

/** What all executions of one source needed; a larger value needs more. */
export class DisplayNeeds {
  /** Adds what one execution needed; true when that was news. */
  add(needs: readonly DisplayNeed[]): boolean {
    let isNews = false;
    for (const need of needs) {
      const known = this.byOption.get(need.option);
      if (!known || (known.size ?? 0) < (need.size ?? 0)) {
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
