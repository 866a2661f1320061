// What IPython keeps of the executions of one kernel process, under `_`, `__`, `_12` and `Out[12]`: each stands for the step that gave it.
import { HISTORY } from './ambient-names';
import { mayHaveChanged } from './changed-results';
import type { Knowledge } from './knowledge';
import { Parts } from './parts';
import type { Sight } from './prepared-reads';
import { NONE } from './nothing';
import type { Read, Step } from './version';
import { readOf } from './see-version';

type Result = {
  readonly step: Step;
  /** Where the step stands among all. */
  readonly at: number;
  /** Number of the execution among those of its process. */
  readonly count: number;
};

/** True for what is found by counting: another step in between, and it stands for something else. */
export function isCounted({ name }: Read): boolean {
  const mayBe = name[0] === '_' || name[0] === 'I' || name[0] === 'O';
  return mayBe && name !== '_' && HISTORY.test(name);
}

/** The results of one world, in the order in which they came. */
export class Results {
  /** Notes a step, whether it gave a result or not. */
  note(knowledge: Knowledge, step: Step): void {
    const { prepared, execution } = step;
    this.count = execution?.executionCount ?? this.count + 1;
    const at = this.steps.push(step) - 1;
    if (!prepared.givesResult) {
      return;
    }
    const { normalised } = prepared;
    if (execution?.status === 'ok' && execution.outputCount === 0) {
      knowledge.silent.add(normalised);
      return;
    }
    const isGiven = execution
      ? execution.status === 'ok'
      : step.absent.length === 0 &&
        !knowledge.silent.has(knowledge.kin.of(prepared).normalised) &&
        !knowledge.outcomes.get(step.key)?.outcome.hasFailed;
    if (isGiven) {
      this.given.push({ step, at, count: this.count });
    }
  }

  /** What a name of IPython's stands for now; null when no step is known that gave it, or its value may have changed since. */
  read({ interner }: Knowledge, { id, name, path }: Sight): Read | null {
    const result = this.find(name, path);
    if (!result || mayHaveChanged(result.step, this.stepsSince(result))) {
      return null;
    }
    const { step } = result;
    const key = interner.pair(interner.intern('result'), step.key);
    const { taint, chances } = step;
    const version = {
      key,
      baseKey: key,
      baseStep: step,
      parts: Parts.none,
      carried: NONE,
      taint,
      chances,
      serial: Infinity,
      layout: undefined
    };
    const sight = { id, name, path };
    return readOf(sight, version, { key, parts: Parts.none, baseKey: key });
  }

  /** Takes over what another world holds. */
  copyFrom(other: Results): void {
    other.given.forEach(result => this.given.push(result));
    this.count = other.count;
    other.steps.forEach(step => this.steps.push(step));
  }

  private stepsSince({ at }: Result): readonly Step[] {
    return this.steps.slice(at + 1);
  }

  private find(name: string, path: string | null): Result | undefined {
    if (/^_{1,3}$/.test(name)) {
      return this.given[this.given.length - name.length];
    }
    const isTable = name === 'Out' || name === '_oh';
    const text = isTable ? /^\[(\d+)\]$/.exec(path ?? '')?.[1] : name.slice(1);
    const count = text !== undefined && /^\d+$/.test(text) ? Number(text) : 0;
    for (let at = this.given.length - 1; at >= 0; at -= 1) {
      if (this.given[at]?.count === count) {
        return this.given[at];
      }
    }
    return undefined;
  }

  private readonly given: Result[] = [];
  private count = 0;
  private readonly steps: Step[] = [];
}
