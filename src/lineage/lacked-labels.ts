// Columns that frames were seen to lack: code that asks for one stops, and stops in a fresh run where the frame lacks it there, too.
import { escaped, type Execution } from '../model';
import type { SimulatedCell } from './documents';
import { failedLineOf } from './failed-at';
import type { Layout } from './layout';
import { showsErrorAlone } from './error-alone';
import { leavesAlike } from './stops-alike';
import type { Read, Step } from './version';
import { wordIn } from './wants';

/** `KeyError: 'price'`, `KeyError: "['price'] not found in axis"`. */
const LACKED = /^'(\w[^'"\\]*)'$|^"\['(\w[^'"\\]*)'\] not found in axis"$/;

/** A line that may pass over some of what stands in it, or is part of a statement that began above. */
const CHOOSING =
  /^\s|^(?:if|elif|else|for|while|try|except|with|def|class|async|@)\b|\b(?:and|or|if|else|for|lambda)\b/;

/** Where code asks for a label, behind the name of a frame: for a column alone, or for a level of the rows as well. */
const OF_COLUMNS = String.raw`\s*\[\s*LABEL\s*\]|\s*\.\s*drop\(\s*(?:columns\s*=\s*\[?\s*LABEL|\[?\s*LABEL\s*\]?\s*,\s*axis\s*=\s*(?:1|["']columns["']))`;
const OF_BOTH = String.raw`\s*\.\s*(?:groupby|sort_values)\(\s*(?:by\s*=\s*)?\[?\s*LABEL`;

/** True when a column was lacking, and a fresh run lacks the same before anything else. */
export function lacksAlike(
  actual: Step,
  { step, lacking }: SimulatedCell
): boolean {
  return (
    lacking.every(name => actual.absent.includes(name)) &&
    leavesAlike(actual, step) &&
    lacksTheSame(actual, step)
  );
}

/** Sources that stopped for want of a column, each with the newest step of it that did. */
export class LackedLabels {
  /** Notes how a recorded step ended. */
  note(step: Step): void {
    const { prepared, execution } = step;
    if (labelOf(execution) !== null) {
      this.steps.set(prepared.normalised, step);
    } else if (this.steps.size > 0 && execution) {
      this.steps.delete(prepared.normalised);
    }
  }

  /** The step that stopped for want of the same; undefined where none did. */
  stopOf(step: Step): Step | undefined {
    const known =
      this.steps.size > 0
        ? this.steps.get(step.prepared.normalised)
        : undefined;
    return known && lacksTheSame(known, step) ? known : undefined;
  }

  /** Forgets what replays taught. */
  forget(): void {
    this.steps.clear();
  }

  private readonly steps = new Map<string, Step>();
}

/** True where two steps of one source stop for want of the same column of a frame: the one did, and the other's lacks it, too. */
function lacksTheSame(actual: Step, expected: Step): boolean {
  const { execution, prepared } = actual;
  const label = labelOf(execution);
  const failed = execution && failedLineOf(prepared, execution);
  if (label === null || !failed || CHOOSING.test(failed.text)) {
    return false;
  }
  const above = prepared.source.slice(0, failed.from);
  const changed = changedReads(actual, expected).filter(
    ({ name }) => wordIn(failed.text, name) || wordIn(above, name)
  );
  const [one] = changed;
  return (
    one !== undefined &&
    changed.every(({ name }) => name === one.name) &&
    !wordIn(above, one.name) &&
    isLackedBy(actual, one, { label, line: failed.text })
  );
}

/** The label for want of which an execution showed an error, and nothing else; null where there is none. */
function labelOf(execution: Execution | null): string | null {
  const { ename, evalue = '' } = execution?.error ?? {};
  if (ename !== 'KeyError' || !execution || !showsErrorAlone(execution)) {
    return null;
  }
  const [, item, dropped] = LACKED.exec(evalue) ?? [];
  return item ?? dropped ?? null;
}

/** True for a frame that code asks first for a label in a line, and that has it no more than the one that was asked before. */
function isLackedBy(
  actual: Step,
  { name, version }: Read,
  { label, line }: { readonly label: string; readonly line: string }
): boolean {
  const before = actual.reads.find(read => read.name === name)?.version;
  const [had, has] = [before, version].map(one => one?.layout?.told());
  const quoted = `["']${escaped(label)}["']`;
  const asks = (what: string): boolean =>
    new RegExp(
      `^(?:(?!(?<![\\w.])${escaped(name)}\\b).)*(?<![\\w.])${escaped(name)}(?:${what.replace(/LABEL/g, quoted)})`
    ).test(line);
  return (
    had !== undefined &&
    has !== undefined &&
    had !== null &&
    has !== null &&
    isLacking(had, has, JSON.stringify([label])) &&
    (asks(OF_COLUMNS) || (asks(OF_BOTH) && had.rows.key === has.rows.key))
  );
}

function isLacking(had: Layout, has: Layout, label: string): boolean {
  return (
    had.kind === 'frame' &&
    has.kind === 'frame' &&
    has.columns.every(one => one.label !== label) &&
    (has.others === null ||
      (had.others?.key === has.others.key && has.others.chances.length === 0))
  );
}

/** What the one reads otherwise than the other. */
function changedReads({ reads }: Step, expected: Step): readonly Read[] {
  const known = new Map(reads.map(({ id, key }) => [id, key]));
  return expected.reads.filter(
    ({ id, key, name }) => known.get(id) !== key && name[0] !== '@'
  );
}
