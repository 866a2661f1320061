// What happens in a run, in the order in which it becomes known. A run is the fold of its events.
import type {
  CellId,
  DocumentHash,
  Environment,
  ExecutionReport,
  Gap,
  Json,
  MimeBundle,
  RunEnd
} from '../model';
import type { HashedFile } from './late-hashes';

/** Where in the notebook an execution belongs. */
export type Place = {
  readonly cellId: CellId;
  /** Position among all cells, from 0; null when the cell's place at submission is not known. */
  readonly cellIndex: number | null;
  /** The document at submission; null when it is not known. */
  readonly documentHash: DocumentHash | null;
};

/** What one message does to the outputs of an execution. Owns its data. */
export type OutputChange =
  | {
      readonly kind: 'stream';
      readonly name: 'stdout' | 'stderr';
      readonly text: string;
    }
  | {
      readonly kind: 'display';
      readonly type: 'display_data' | 'execute_result';
      readonly data: MimeBundle;
      readonly metadata: { readonly [key: string]: Json };
      /** Results only. */
      readonly executionCount: number | null;
      /** Empty for an output that cannot be updated. */
      readonly displayId: string;
    }
  | {
      readonly kind: 'update';
      readonly data: MimeBundle;
      readonly metadata: { readonly [key: string]: Json };
      readonly displayId: string;
    }
  | {
      readonly kind: 'error';
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    }
  | { readonly kind: 'clear'; readonly wait: boolean };

/** Something about one execution. `msgId` is that of its request; `at` is an ISO time of the page's clock. */
export type ExecutionEvent = {
  readonly msgId: string;
  readonly at: string;
} & (
  | {
      /** This page sent the request, or a server sent it for the page. */
      readonly kind: 'submitted';
      readonly code: string;
      readonly place: Place | null;
    }
  | {
      readonly kind: 'started';
      readonly code: string | null;
      readonly executionCount: number | null;
      /** For code that another client sent, when its cell is known. */
      readonly place: Place | null;
    }
  | { readonly kind: 'output'; readonly change: OutputChange }
  | {
      readonly kind: 'replied';
      readonly status: 'ok' | 'error' | 'aborted';
      readonly executionCount: number | null;
      readonly error: {
        readonly ename: string;
        readonly evalue: string;
      } | null;
      /** What a pager would show; it comes after all other outputs. */
      readonly pages: readonly MimeBundle[];
    }
  | { readonly kind: 'busy' }
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reported';
      readonly report: ExecutionReport;
      readonly isOk: boolean;
      readonly executionCount: number | null;
      /** When the report names a cell of this notebook. */
      readonly place: Place | null;
    }
  | {
      /** It ended while nobody listened, or will never be heard of again. */
      readonly kind: 'lost';
    }
);

/** Events of one kind. */
export type EventOf<Kind extends ExecutionEvent['kind']> = Extract<
  ExecutionEvent,
  { kind: Kind }
>;

/** An execution that a page learns of afterwards: from the probe's memory or the kernel's history. */
export type MissedExecution = {
  /** A made-up id when the request's is not known. */
  readonly msgId: string;
  readonly code: string | null;
  readonly executionCount: number | null;
  readonly place: Place | null;
  readonly report: ExecutionReport | null;
};

/** Something about the run itself. */
export type RunEvent =
  | ExecutionEvent
  | {
      readonly kind: 'environment';
      readonly at: string;
      readonly environment: Environment;
    }
  | {
      /** In the order in which they ran; all of them before anything that this page saw start. */
      readonly kind: 'missed';
      readonly at: string;
      readonly executions: readonly MissedExecution[];
    }
  | {
      /** Files that reports named already. */
      readonly kind: 'hashed';
      readonly at: string;
      readonly files: readonly HashedFile[];
    }
  | { readonly kind: 'gap'; readonly at: string; readonly gap: Omit<Gap, 'at'> }
  | {
      readonly kind: 'moved';
      readonly at: string;
      readonly notebookPath: string;
    }
  | { readonly kind: 'closed'; readonly at: string; readonly end: RunEnd };
