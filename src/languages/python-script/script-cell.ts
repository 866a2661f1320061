// One step of a plan -> its block in the script.
import type { PlanStep } from '../../lineage';
import { countSecrets } from '../../model';
import { cellCode, type CellOptions } from './cell-code';
import { applyEdits, type Edit } from './edits';
import { timeText } from './head-comment';
import { hiddenUses, type HiddenUse } from './hidden-state';
import { failureCode } from './ipython-lines';
import { callWithText, quoted } from './literals';
import type { CellContext } from './magic';
import type { NameUse } from './names';
import { withPlainComments } from './plain-comments';
import { awaitsAtTopLevel, insideDefinitions } from './statements';
import { logicalLines, type LogicalLine } from './tokens';

/** A step, read. */
export type ScriptCell = {
  readonly step: PlanStep;
  /** `cell 3 [5]`. */
  readonly label: string;
  /** Its normalised source. */
  readonly text: string;
  readonly lines: readonly LogicalLine[];
  /** For each line, the names in it. */
  readonly uses: readonly (readonly NameUse[])[];
};

/** What the script as a whole decides about a cell. */
export type BlockOptions = CellOptions & {
  readonly context: CellContext;
  /** Names that earlier cells store. */
  readonly bound: Pick<ReadonlySet<string>, 'has'>;
  /** What is cut out because it stands at the top of the script. */
  readonly cuts: readonly Edit[];
  /** True when the cells may draw figures. */
  readonly hasFigures: boolean;
  /** First count of the unbroken series of executions before this one in the script; null for none. */
  readonly knownSince: number | null;
};

const NEEDS_LOOP =
  /\basyncio\s*\.\s*(?:create_task|ensure_future|gather|get_running_loop)\b/;

/** The lines of a cell's block: its mark, then its code. */
export function cellBlock(cell: ScriptCell, options: BlockOptions): string {
  const { step, label, text } = cell;
  const { context, cuts } = options;
  const own = applyEdits(text, cuts).trimEnd();
  const history = hiddenUses(cell.uses.flat(), name =>
    options.bound.has(name)
  ).map(use => historyCode(use, options));
  const masked = countSecrets(text) > 0;
  const code = [
    ...(masked
      ? [
          failureCode(
            context,
            'held a secret that was taken out; put it in and remove this line'
          )
        ]
      : []),
    ...history,
    cellCode(own, context, options)
  ]
    .join('\n')
    .trim();
  const body =
    code || (cuts.length > 0 ? '# Its imports are at the top.' : '# Empty.');
  const figures =
    options.hasFigures && callsSomething(body)
      ? [`${context.helper('figures')}()`]
      : [];
  const title = `# %% ${label} ${timeText(step.startedAt)}`.trimEnd();
  return [title, ...framed(step, body, context), ...figures].join('\n');
}

function historyCode(
  use: HiddenUse,
  { context, knownSince }: BlockOptions
): string {
  const results = context.helper('results');
  switch (use.kind) {
    case 'result':
      return `${use.name} = ${results}[${use.count}]`;
    case 'results':
      return `Out = _oh = ${results}`;
    case 'last':
      return knownSince === null
        ? failureCode(
            context,
            'used _, the last result of code that is not in this script'
          )
        : `_ = ${results}.last(${knownSince})`;
    case 'lost':
      return failureCode(context, `used ${use.name}, which only IPython keeps`);
  }
}

/** The code as it stands in the script: plain where it can be, run from a text where it cannot. */
function framed(
  { status }: PlanStep,
  code: string,
  context: CellContext
): string[] {
  const text = `${code}\n`;
  if (status === 'error' || status === 'interrupted') {
    const how =
      status === 'error'
        ? 'ended in an error'
        : 'was interrupted before its end';
    return [
      `# It ${how} in the notebook.`,
      callWithText(context.helper('try'), [quoted(context.label)], text)
    ];
  }
  const plain = /\0|\p{Cs}/u.test(code) ? null : withPlainComments(code);
  const lines = logicalLines(code);
  if (plain === null || awaitsAtTopLevel(lines) || NEEDS_LOOP.test(code)) {
    return [callWithText(context.helper('run'), [], text)];
  }
  return status === 'lost' ? ['# How it ended is not known.', plain] : [plain];
}

/** False for code that only imports, defines or stops: it draws nothing. */
function callsSomething(code: string): boolean {
  const lines = logicalLines(code);
  const inside = insideDefinitions(lines);
  return lines.some((line, index) => {
    const first = line.tokens[0]?.text ?? '';
    const isQuiet =
      /^(?:def|class|import|from|raise)$|^_retrace\d*_(?:shell|script|cd|set_env|write_file)$/.test(
        first
      );
    return (
      !inside[index] &&
      !isQuiet &&
      line.tokens.some(token => token.text === '(')
    );
  });
}
