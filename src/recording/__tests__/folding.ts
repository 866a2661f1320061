// Drives a run with messages, as a recorder does, and reads back what would be stored.
import {
  asCellId,
  asDocumentHash,
  asRunId,
  type Execution,
  type Output,
  type Run
} from '../../model';
import { blankRun } from '../../testing/blank-run';
import type { Heard } from '../../testing/fake-kernel';
import {
  executeRequestOf,
  fromMessage,
  RunFold,
  type RunEvent,
  type StoredExecution
} from '..';

export const aRun: Run = {
  ...blankRun(1),
  runId: asRunId('run'),
  notebookPath: 'a.ipynb',
  kernel: {
    kernelId: 'k',
    processId: 'p',
    name: 'python3',
    displayName: 'Python 3',
    language: 'python'
  }
};

export const AT = '2026-01-01T00:00:01.000Z';

/** The events that a heard message leads to. */
function eventsOf({ message, direction }: Heard): RunEvent[] {
  const request = executeRequestOf(message, direction);
  if (request !== null) {
    const place = {
      cellId: asCellId(request.cellId),
      cellIndex: 0,
      documentHash: asDocumentHash('d')
    };
    return request.isSilent
      ? []
      : [
          {
            kind: 'submitted',
            msgId: request.msgId,
            at: AT,
            code: request.code,
            place: request.cellId === '' ? null : place
          }
        ];
  }
  const event = fromMessage(message, AT);
  return event === null ? [] : [event];
}

/** A run fold, and what the store would hold of it. */
export class Folded {
  readonly fold: RunFold;
  readonly heads = new Map<string, Execution>();
  readonly outputs = new Map<string, readonly Output[]>();
  readonly sources = new Map<string, string>();

  constructor(options: { cap?: number; stored?: StoredExecution[] } = {}) {
    this.fold = new RunFold({
      run: aRun,
      outputCapBytes: options.cap ?? 1 << 20,
      ...(options.stored ? { stored: options.stored } : {})
    });
  }

  hear(...messages: readonly (Heard | readonly Heard[])[]): this {
    messages.flat().forEach(heard => this.apply(...eventsOf(heard)));
    return this;
  }

  apply(...events: readonly RunEvent[]): this {
    events.forEach(event => this.fold.apply(event));
    return this;
  }

  store(options = { withRunning: true }): this {
    const changes = this.fold.takeChanges(options);
    changes.executions.forEach(head => this.heads.set(idOfHead(head), head));
    for (const { executionId, source, outputs } of changes.payloads) {
      const id = executionId.slice('run/'.length);
      if (source !== undefined) {
        this.sources.set(id, source);
      }
      if (outputs !== undefined) {
        this.outputs.set(id, outputs);
      }
    }
    return this;
  }

  head(msgId: string): Execution {
    const head = this.store().heads.get(msgId);
    if (head === undefined) {
      throw new Error(`No execution ${msgId}`);
    }
    return head;
  }

  outputsOf(msgId: string): readonly Output[] {
    return this.store().outputs.get(msgId) ?? [];
  }

  /** Everything that would be stored, in a form that compares. */
  everything(): object {
    this.store();
    return {
      run: this.fold.run,
      heads: [...this.heads.values()].sort((a, b) =>
        a.executionId < b.executionId ? -1 : 1
      ),
      outputs: Object.fromEntries([...this.outputs].sort()),
      sources: Object.fromEntries([...this.sources].sort())
    };
  }
}

function idOfHead(head: Execution): string {
  return head.executionId.slice('run/'.length);
}
