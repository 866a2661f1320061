// Which columns of a frame a call looks at that is told them by name: what turns the frame, counts in it or draws it.

import type { ColumnsSeen } from '../parts-seen';

import { labelsOf } from './labels';
import type { Place } from './place';
import type { Syntax } from './syntax';
import { spreads, textOf, wordOf, type Call } from './syntax-words';

/** A call that looks at no other columns once it is told some of them. */
type Naming = {
  /** The words of those that columns are given by, in the order of the call's arguments; empty for what is no column. */
  readonly order: readonly string[];
  /** It looks at all columns unless it is given one of each. */
  readonly needs: readonly (readonly string[])[];
  /** Keeps the whole frame in what it gives. */
  readonly keeps?: true;
};

const TURNED: readonly (readonly [string, Naming])[] = [
  [
    'pivot_table',
    {
      order: ['values', 'index', 'columns', ''],
      needs: [['values'], ['index', 'columns']]
    }
  ],
  ['pivot', { order: [], needs: [['values'], ['index'], ['columns']] }],
  [
    'melt',
    { order: ['id_vars', 'value_vars'], needs: [['id_vars'], ['value_vars']] }
  ]
];

/** Methods of frames. */
const METHODS: ReadonlyMap<string, Naming> = new Map<string, Naming>([
  ...TURNED,
  ['value_counts', { order: ['subset'], needs: [['subset']] }],
  ['duplicated', { order: ['subset', ''], needs: [['subset']] }],
  ['plot', { order: [], needs: [['y']] }],
  ['hist', { order: ['column', 'by'], needs: [['column']] }],
  ['boxplot', { order: ['column', 'by'], needs: [['column']] }]
]);

/** Methods of `df.plot`. */
const PLOTS = /^(?:scatter|hexbin|line|bar|barh|area|pie)$/;

const OF_X: Naming = { order: ['x', 'y', 'hue'], needs: [['x', 'y']] };
const OF_GRID: Naming = { ...OF_X, keeps: true };
const PANDAS = /^(?:pd|pandas)$/;
const SEABORN = /^(?:sns|sb|seaborn)$/;
const PLOTLY = /^(?:px|express)$/;

/** Functions of libraries that are handed a frame, by the names under which they are imported as a rule. */
const FUNCTIONS: readonly (readonly [RegExp, RegExp, Naming])[] = [
  ...TURNED.map(
    ([word, naming]) => [PANDAS, new RegExp(`^${word}$`), naming] as const
  ),
  [
    SEABORN,
    /^(?:scatter|line|hist|kde|ecdf|bar|count|box|boxen|violin|strip|swarm|point|reg|resid)plot$/,
    OF_X
  ],
  [SEABORN, /^(?:rel|dis|cat|lm|joint)plot$/, OF_GRID],
  [
    SEABORN,
    /^pairplot$/,
    {
      order: ['hue'],
      needs: [
        ['vars', 'x_vars'],
        ['vars', 'y_vars']
      ],
      keeps: true
    }
  ],
  [
    PLOTLY,
    /^(?:scatter(?:_3d)?|line(?:_3d)?|bar|histogram|box|violin|strip|ecdf|area|density_(?:heatmap|contour))$/,
    OF_X
  ],
  [PLOTLY, /^(?:pie|funnel_area)$/, { order: [], needs: [['names', 'values']] }]
];
/** Words of what names columns. */
const COLUMN =
  /^(?:x|y|z|by|hue|style|size|units|weights?|col|row|c|s|color|symbol|names|values|index|columns?|text|subset|(?:id_|value_|[xy]_)?vars|hover_\w+|custom_data|facet_\w+|animation_\w+|line_(?:dash|group)|pattern_shape|error_\w+|[xy]err|base|dimensions)$/;
const MAY_COLOUR = /^(?:c|s|color|size)$/;
/** What colours are called, and sizes, by which no column goes. */
const COLOUR =
  /^\["(?:[bgrcmykw]|C\d|#[\da-fA-F]+|(?:tab:|(?:dark|light)(?:er)?_?)?(?:red|green|blue|black|white|gr[ae]y|orange|purple|brown|pink|yellow|cyan|magenta|olive|navy|teal|gold|salmon|coral|crimson|skyblue|steelblue|lime|maroon|violet|indigo))"\]$|^\[\d+\]$/;

/** The columns of the frame whose method is called at `at + 2`; null where it may look at all. */
export function columnsOfMethodCall(
  place: Place,
  at: number,
  part: string
): ColumnsSeen | null {
  const call = place.callOfNode(at + 2);
  const naming = METHODS.get(part);
  return call && naming ? columnsTold(place.source, call, naming, 0) : null;
}

/** Those of `df.plot.scatter("a", "b")`. */
export function columnsOfPlot(place: Place, at: number): ColumnsSeen | null {
  const call = place.callOfNode(at + 3);
  const isPlot =
    place.memberAt(at) === 'plot' &&
    PLOTS.test(place.memberAt(at + 1) ?? '') &&
    place.isCalled(at + 2);
  return call && isPlot
    ? columnsTold(place.source, call, { order: ['x', 'y'], needs: [['y']] }, 0)
    : null;
}

/** The columns of the frame that a function is handed, first or as its data. */
export function columnsOfCall(place: Place, at: number): ColumnsSeen | null {
  const call = place.callAt(at);
  const node = place.path[at];
  if (!call?.owner || !node) {
    return null;
  }
  const { source } = place;
  const word = wordOf(source, call.list, node);
  if (
    word === null
      ? call.given[0] !== node
      : word !== 'data' && word !== 'data_frame'
  ) {
    return null;
  }
  const owner = textOf(source, call.owner).split('.').pop() ?? '';
  const found = FUNCTIONS.find(
    ([owners, words]) => owners.test(owner) && words.test(call.word)
  );
  const naming = found?.[2];
  return naming && !(naming.keeps && isKept(place, at + 2))
    ? columnsTold(source, call, naming, word === null ? 1 : 0, node)
    : null;
}

/** True unless a call stands alone as a statement. */
function isKept(place: Place, at: number): boolean {
  return place.path[at + 1]?.name !== 'ExpressionStatement';
}

/** Where a word for columns is given what is no constant, all may be looked at. */
function columnsTold(
  source: string,
  { list, given }: Call,
  { order, needs }: Naming,
  first: number,
  frame?: Syntax
): ColumnsSeen | null {
  const of: string[] = [];
  const words = new Set<string>();
  for (const [place, value] of given.entries()) {
    if (value === frame) {
      continue;
    }
    const told = wordOf(source, list, value);
    const word = told ?? order[place - first];
    if (word === undefined) {
      return null;
    }
    if (!COLUMN.test(word) || value.name === 'None') {
      continue;
    }
    const labels = labelsOf(source, value);
    if (labels === null) {
      return null;
    }
    of.push(
      ...labels.filter(label => !(MAY_COLOUR.test(word) && COLOUR.test(label)))
    );
    words.add(word);
  }
  return !spreads(list) &&
    needs.every(some => some.some(word => words.has(word)))
    ? { by: 'label', of, isForm: false }
    : null;
}
