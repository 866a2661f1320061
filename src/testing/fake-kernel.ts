// The messages of a kernel, made by hand for tests: a conversation is a list of them.
import type { Direction, KernelMessage } from '../recording';

/** A message as a connection shows it. */
export type Heard = {
  readonly message: KernelMessage;
  readonly direction: Direction;
};

/** Makes the messages of one kernel process in conversation with one client. */
export class FakeKernel {
  /** Session of the process. */
  readonly session: string;
  /** Session of the client. */
  readonly clientId: string;
  private _next = 0;
  private _count = 0;

  constructor(options: { session?: string; clientId?: string } = {}) {
    this.session = options.session ?? 'process-1';
    this.clientId = options.clientId ?? 'client-1';
  }

  /** The client asks for code to be run. */
  request(
    msgId: string,
    code: string,
    options: { cellId?: string; silent?: boolean } = {}
  ): Heard {
    return {
      direction: 'send',
      message: {
        channel: 'shell',
        header: {
          msg_id: msgId,
          msg_type: 'execute_request',
          session: this.clientId
        },
        parent_header: {},
        metadata: { cellId: options.cellId },
        content: { code, silent: options.silent ?? false }
      }
    };
  }

  /** A message on IOPub that belongs to a request. */
  iopub(msgId: string, type: string, content: object): Heard {
    return this._received('iopub', msgId, type, content);
  }

  /** The kernel takes a request up and says which code it runs. */
  start(msgId: string, code: string): Heard[] {
    this._count += 1;
    return [
      this.iopub(msgId, 'status', { execution_state: 'busy' }),
      this.iopub(msgId, 'execute_input', {
        code,
        execution_count: this._count
      })
    ];
  }

  stream(msgId: string, text: string, name = 'stdout'): Heard {
    return this.iopub(msgId, 'stream', { name, text });
  }

  error(msgId: string, ename: string): Heard {
    return this.iopub(msgId, 'error', {
      ename,
      evalue: 'why',
      traceback: ['Traceback']
    });
  }

  /** Nothing more comes on IOPub for the request, save what threads print. */
  idle(msgId: string): Heard {
    return this.iopub(msgId, 'status', { execution_state: 'idle' });
  }

  busy(msgId: string): Heard {
    return this.iopub(msgId, 'status', { execution_state: 'busy' });
  }

  reply(msgId: string, status: 'ok' | 'error' | 'aborted', ename = ''): Heard {
    return this._received('shell', msgId, 'execute_reply', {
      status,
      ...(status === 'error' ? { ename, evalue: 'why' } : {}),
      ...(status === 'aborted' ? {} : { execution_count: this._count })
    });
  }

  private _received(
    channel: string,
    msgId: string,
    type: string,
    content: object
  ): Heard {
    this._next += 1;
    return {
      direction: 'recv',
      message: {
        channel,
        header: {
          msg_id: `${this.session}-${this._next}`,
          msg_type: type,
          session: this.session
        },
        parent_header: {
          msg_id: msgId,
          msg_type: 'execute_request',
          session: this.clientId
        },
        metadata: {},
        content
      }
    };
  }
}
