// Script plan -> one Python file.
import type { ScriptPlan } from '../../lineage';
import type { CellOptions } from './cell-code';
import { scriptFileName } from './file-name';
import { headComment } from './head-comment';
import { helperSource, helpersIn, PREFIX, type HelperName } from './helpers';
import { SCRIPT_FILE } from './helpers-show';
import { hiddenUses } from './hidden-state';
import { movedImports } from './imports';
import { knownModules } from './known-modules';
import { metadataBlock } from './metadata';
import { nameUses } from './names';
import { normalised } from './normalise';
import { requirementsOf } from './requirements';
import { cellBlock, type ScriptCell } from './script-cell';
import { labelOf } from './step-label';
import { logicalLines } from './tokens';

/** The whole script: metadata, what the reader must know, set-up, imports, then a block for each execution. */
export function renderPython(plan: ScriptPlan): string {
  const cells = plan.steps.map(readStep);
  const prefix = freePrefix(cells);
  const names = namesOf(cells);
  const { future, imports, cuts } = movedImports(
    cells.map(cell => ({ ...cell, isPlain: isPlain(cell) })),
    knownModules(plan)
  );
  const blocks = cellBlocks(plan, cells, { prefix, names, cuts });
  const code = blocks.join('\n');
  const setUp = setUpLines(plan, cells, { prefix, names, code });
  const requirements = requirementsOf(plan.requires);
  const fileName = scriptFileName(plan.notebookPath, plan.runNumber, '.py');
  const head = [
    ...metadataBlock(plan, requirements.pins),
    '',
    ...headComment(plan, { fileName, requirements }),
    '',
    '# %% imports and set-up',
    ...future,
    ...setUp.first,
    ...imports,
    ...setUp.rest
  ].join('\n');
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** What is found out about the script as a whole before its cells are written. */
type Whole = {
  readonly prefix: string;
  readonly names: Names;
};

type Names = {
  /** Every name that some cell stores. */
  readonly stored: ReadonlySet<string>;
  /** Every name that some cell reads. */
  readonly read: ReadonlySet<string>;
};

function readStep(step: ScriptPlan['steps'][number]): ScriptCell {
  const text = normalised(step.source);
  const lines = logicalLines(text);
  const uses = lines.map(nameUses);
  return { step, label: labelOf(step), text, lines, uses };
}

function isPlain({ step, text }: ScriptCell): boolean {
  return (
    (step.status === 'ok' || step.status === 'lost') && !text.startsWith('%%')
  );
}

/** A prefix for helper names that no cell contains. */
function freePrefix(cells: readonly ScriptCell[]): string {
  let prefix = PREFIX;
  for (
    let number = 2;
    cells.some(({ text }) => text.includes(prefix));
    number++
  ) {
    prefix = `_retrace${number}_`;
  }
  return prefix;
}

function namesOf(cells: readonly ScriptCell[]): Names {
  const uses = cells.flatMap(cell => cell.uses.flat());
  const named = (wanted: string): Set<string> =>
    new Set(uses.filter(({ kind }) => kind === wanted).map(({ name }) => name));
  return { stored: named('store'), read: named('read') };
}

function cellBlocks(
  plan: ScriptPlan,
  cells: readonly ScriptCell[],
  {
    prefix,
    names,
    cuts
  }: Whole & { readonly cuts: ReturnType<typeof movedImports>['cuts'] }
): string[] {
  const helper = (name: HelperName): string => `${prefix}${name}`;
  const isBound = (name: string): boolean => names.stored.has(name);
  const bound = namesBefore(cells);
  const keepsResults = cells.some(
    ({ uses }, index) =>
      hiddenUses(uses.flat(), name => bound[index]?.has(name) === true).length >
      0
  );
  const hasFigures = drawsFigures(plan);
  let shown: CellOptions['shown'] = 'last';
  return cells.map((cell, index) => {
    const count = cell.step.executionCount;
    const show = (code: string): string =>
      keepsResults && count !== null
        ? `${helper('keep')}(${code}, ${count})`
        : `${helper('show')}(${code})`;
    const block = cellBlock(cell, {
      context: { label: cell.label, helper },
      show,
      shown,
      isBound,
      bound: bound[index] ?? { has: () => false },
      cuts: cuts[index] ?? [],
      hasFigures,
      knownSince: keepsResults ? knownSince(cells, index) : null
    });
    shown = interactivity(cell.text) ?? shown;
    return block;
  });
}

/** For each cell, whether cells before it store a name. */
function namesBefore(
  cells: readonly ScriptCell[]
): readonly Pick<ReadonlySet<string>, 'has'>[] {
  const first = new Map<string, number>();
  cells.forEach(({ uses }, index) => {
    for (const { kind, name } of uses.flat()) {
      if (kind === 'store' && !first.has(name)) {
        first.set(name, index);
      }
    }
  });
  return cells.map((_, index) => ({
    has: name => (first.get(name) ?? index) < index
  }));
}

/** The first count of the executions that ran one after the other just before the one at `index`; null for none. */
function knownSince(
  cells: readonly ScriptCell[],
  index: number
): number | null {
  let first: number | null = null;
  for (let at = index - 1; at >= 0; at--) {
    const { sequence, executionCount } = cells[at]?.step ?? {};
    const next = cells[at + 1]?.step.sequence ?? 0;
    if (sequence !== next - 1 || executionCount === null) {
      break;
    }
    first = executionCount ?? null;
  }
  return first;
}

/** `InteractiveShell.ast_node_interactivity = "all"`, which counts from the next cell on. */
function interactivity(text: string): CellOptions['shown'] | null {
  const value = /ast_node_interactivity\s*=\s*["'](\w+)["']/.exec(text)?.[1];
  return value === undefined
    ? null
    : value === 'all' || value === 'none'
      ? value
      : 'last';
}

function drawsFigures({ steps, requires }: ScriptPlan): boolean {
  return (
    requires.some(({ name }) => name.toLowerCase() === 'matplotlib') ||
    steps.some(({ source }) => /matplotlib|pylab|seaborn/.test(source))
  );
}

/** What stands around the moved imports: `first` before them, `rest` after them. */
function setUpLines(
  plan: ScriptPlan,
  cells: readonly ScriptCell[],
  { prefix, names, code }: Whole & { readonly code: string }
): { readonly first: readonly string[]; readonly rest: readonly string[] } {
  const os = `${prefix}os`;
  const calls = [
    `${os}.chdir(${os}.path.dirname(${os}.path.abspath(${SCRIPT_FILE})))  # where the notebook is`,
    ...environmentCalls(plan, cells, { prefix, names })
  ];
  const backend = `${os}.environ.setdefault("MPLBACKEND", "Agg")  # draws without a window`;
  const helpers = helpersIn([...calls, code].join('\n'), prefix);
  const sources = helpers.map(name => helperSource(name, prefix));
  const modules = sources.filter(source => /^import .*$/.test(source));
  const functions = sources.filter(source => source.includes('\n'));
  return {
    first: [...modules, ...(helpers.includes('figures') ? [backend] : [])],
    rest: [
      ...functions.map(source => `\n\n${source}`),
      ...(functions.length > 0 ? ['', ''] : []),
      ...calls
    ]
  };
}

/** Calls that make a plain script's surroundings those of a notebook. */
function environmentCalls(
  { steps, requires }: ScriptPlan,
  cells: readonly ScriptCell[],
  { prefix, names }: Whole
): string[] {
  const calls: string[] = [];
  const isPandas = ({ name }: { name: string }): boolean =>
    name.toLowerCase() === 'pandas';
  if (
    requires.some(isPandas) ||
    steps.some(({ source }) => /\bpandas\b/.test(source))
  ) {
    calls.push(`${prefix}pandas()`);
  }
  const isFree = (name: string): boolean =>
    names.read.has(name) && !names.stored.has(name);
  if (isFree('display')) {
    calls.push(`display = ${prefix}display`);
  } else if (
    names.read.has('display') &&
    cells.some(({ text }) => text.includes('IPython'))
  ) {
    calls.push(`${prefix}patch_display()`);
  }
  if (isFree('get_ipython')) {
    calls.push(`get_ipython = ${prefix}get_ipython`);
  }
  return calls;
}
