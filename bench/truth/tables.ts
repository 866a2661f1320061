// Figures as Markdown tables, and single cases as short texts.
import { textOf } from '../../src/testing/truth/label';
import type { Score } from '../../src/testing/truth/score';
import type { Judged } from './judge';
import type { TaskCell } from './kernels';
import type { SlicedTarget, SliceResult } from './slices';

const share = (value: number): string =>
  Number.isNaN(value) ? '–' : `${(100 * value).toFixed(1)} %`;

/** One row for each tool. */
export function scoreTable(
  rows: readonly (readonly [string, Score])[]
): string {
  const head = [
    'forecast',
    'cells',
    'precision',
    'recall',
    'recall of told',
    'unknown',
    'alarms/100'
  ];
  const lines = rows.map(([name, score]) => [
    name,
    String(score.cells),
    share(score.precision),
    share(score.recall),
    share(score.toldRecall),
    share(score.unknown),
    score.alarmsPerHundred.toFixed(2)
  ]);
  return table(head, lines);
}

/** Labels down, verdicts across. */
export function confusionTable(title: string, { confusion }: Score): string {
  const said = ['same', 'differs', 'fails', 'random', 'unknown'] as const;
  return table(
    [`${title}: truth ↓`, ...said],
    Object.entries(confusion).map(([label, row]) => [
      label,
      ...said.map(one => String(row[one]))
    ])
  );
}

type SliceSummary = {
  readonly count: number;
  readonly sound: number;
  readonly size: number;
};

/** Slices with and without what the probe said. */
export function sliceTable(
  withProbe: SliceSummary,
  withoutProbe: SliceSummary
): string {
  const row = (name: string, one: SliceSummary): string[] => [
    name,
    String(one.count),
    share(one.sound),
    Number.isNaN(one.size) ? '–' : one.size.toFixed(3)
  ];
  return table(
    ['slices', 'targets', 'sound', 'size over smallest'],
    [row('with probe', withProbe), row('without probe', withoutProbe)]
  );
}

/** A slice that is unsound or too large; null for a good one. */
export function sliceText(one: SlicedTarget): string | null {
  const { truth, kernel, index, withProbe, withoutProbe, smallest } = one;
  const isLeast = ({ isSound, steps }: SliceResult): boolean =>
    isSound && steps.length === smallest.length;
  if (isLeast(withProbe) && isLeast(withoutProbe)) {
    return null;
  }
  const { id, notebook, session } = truth.plan;
  const ran = session.ran.filter(steps => steps.length > 0)[kernel] ?? [];
  return [
    `— ${id} ${notebook.name}, kernel ${kernel}, execution ${index + 1} of ${ran[index]?.id}`,
    `  ran ${ran
      .slice(0, index + 1)
      .map(step => step.id)
      .join(' ')}`,
    `  smallest: ${idsOf(smallest)}`,
    ...sliceLines('with probe', withProbe, smallest),
    ...sliceLines('without probe', withoutProbe, smallest),
    ...indented('target', ran[index]?.source ?? '')
  ].join('\n');
}

const idsOf = (steps: readonly TaskCell[]): string =>
  steps.map(({ cellId }) => cellId).join(' ');

/** The steps of a slice, and the sources by which it parts from the smallest. */
function sliceLines(
  title: string,
  { isSound, steps }: SliceResult,
  smallest: readonly TaskCell[]
): string[] {
  return [
    `  ${title}: ${idsOf(steps)}${isSound ? '' : '  UNSOUND'}`,
    ...without(steps, smallest).flatMap(one =>
      indented(`  superfluous ${one.cellId}`, one.code)
    ),
    ...without(smallest, steps).flatMap(one =>
      indented(`  missing ${one.cellId}`, one.code)
    )
  ];
}

/** Steps that are not among the others, each as often as it is there more. */
function without(
  steps: readonly TaskCell[],
  others: readonly TaskCell[]
): TaskCell[] {
  const left = others.map(({ code }) => code);
  return steps.filter(({ code }) => {
    const at = left.indexOf(code);
    left.splice(at, at < 0 ? 0 : 1);
    return at < 0;
  });
}

/** A Markdown table. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[]
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n'
  );
}

/** One case: what the user did, and what was said. */
export function caseText({
  truth,
  cell,
  label,
  said,
  because
}: Judged): string {
  const { id, notebook, kind, session } = truth.plan;
  const ran = session.ran
    .map(one => one.map(step => step.id.slice(1)).join(' '))
    .join(' | ');
  const order = session.document.map(one => one.id.slice(1)).join(' ');
  return [
    `— ${id} ${notebook.name} (${kind}) cell ${cell.cellId}: ${label}, said ${said}${because === '' ? '' : ` (${because})`}`,
    `  ran ${ran}; document ${order}`,
    ...indented('source', cell.source),
    ...(cell.shown && cell.shown.source !== cell.source
      ? indented('ran as', cell.shown.source)
      : []),
    ...indented('shown', cut(textOf(cell.shown?.done.outputs ?? []))),
    ...indented('fresh', cell.fresh ? cut(textOf(cell.fresh.outputs)) : '–'),
    ...leftLines(truth, cell)
  ].join('\n');
}

/** The names whose values differ between the history and a fresh run. */
function leftLines(truth: Judged['truth'], cell: Judged['cell']): string[] {
  const { shown, fresh } = cell;
  const then =
    shown && truth.replayed.kernels[shown.kernel]?.executions[shown.index];
  const [one, other] = [then?.left, fresh?.left];
  if (!one || !other) {
    return [];
  }
  const names = [...new Set([...one.wrote, ...other.wrote])].filter(
    name => one.values[name] !== other.values[name]
  );
  return names.length > 0 ? [`  values apart: ${names.join(', ')}`] : [];
}

function indented(title: string, text: string): string[] {
  return text
    .split('\n')
    .map((line, row) => `  ${row === 0 ? `${title}: ` : '    '}${line}`);
}

function cut(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
