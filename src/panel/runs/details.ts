// The payloads of open executions, read once and again when what they show has changed.
import type { Execution, ExecutionId, ExecutionPayload } from '../../model';

/** Which part of an execution's detail is in front. */
export type DetailTab = 'code' | 'changes';

/** An open execution's payload and how it is shown. */
export type Detail = {
  /** Null until it was read. */
  readonly payload: ExecutionPayload | null;
  readonly tab: DetailTab;
  /** True after the user asked for the remote references of its outputs. */
  readonly loadsRemote: boolean;
};

const EMPTY: Detail = { payload: null, tab: 'code', loadsRemote: false };
/** So many payloads stay in memory. */
const CAPACITY = 40;

/** Details of executions; what was not looked at for long is forgotten. */
export class Details {
  constructor(read: (executionId: ExecutionId) => Promise<ExecutionPayload>) {
    this._read = read;
  }

  get(executionId: ExecutionId): Detail {
    return this._details.get(executionId) ?? EMPTY;
  }

  setTab(executionId: ExecutionId, tab: DetailTab): void {
    this._put(executionId, { ...this.get(executionId), tab });
  }

  allowRemote(executionId: ExecutionId): void {
    this._put(executionId, { ...this.get(executionId), loadsRemote: true });
  }

  /** Reads what is missing or has changed; true when anything did. */
  async refresh(execution: Execution): Promise<boolean> {
    const { executionId } = execution;
    const stamp = stampOf(execution);
    if (this._stamps.get(executionId) === stamp) {
      return false;
    }
    const payload = await this._read(executionId);
    this._stamps.set(executionId, stamp);
    this._put(executionId, { ...this.get(executionId), payload });
    return true;
  }

  /** Forgets everything, as after the store was cleared. */
  clear(): void {
    this._details.clear();
    this._stamps.clear();
  }

  private _put(executionId: ExecutionId, detail: Detail): void {
    this._details.delete(executionId);
    this._details.set(executionId, detail);
    for (const oldest of this._details.keys()) {
      if (this._details.size <= CAPACITY) {
        break;
      }
      this._details.delete(oldest);
      this._stamps.delete(oldest);
    }
  }

  private readonly _details = new Map<ExecutionId, Detail>();
  private readonly _read: (id: ExecutionId) => Promise<ExecutionPayload>;
  private readonly _stamps = new Map<ExecutionId, string>();
}

/** Changes whenever the payload may have. */
function stampOf(execution: Execution): string {
  const { gaps, outputBytes, outputCount, outputsHash, status } = execution;
  return [status, outputCount, outputBytes, outputsHash, gaps].join();
}
