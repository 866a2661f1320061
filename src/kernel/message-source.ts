// Every message of every kernel connection that the application owns anyway, each message once.
import type { IConsoleTracker } from '@jupyterlab/console';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { ISessionContext } from '@jupyterlab/apputils';
import type { Kernel } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';

import { idOf, type Direction, type KernelMessage } from '../recording';
import type { Guard } from './guard';

/** Ids remembered per kernel: connections of one page run no further apart than this many messages. */
const REMEMBERED = 8192;

/** Hears what happens on kernel connections. */
export interface IKernelListener {
  /** A notebook uses a kernel now. */
  entered(panel: NotebookPanel, connection: Kernel.IKernelConnection): void;
  /** `changed`: the notebook got another kernel or none. `closed`: it was closed, and its kernel may go on. */
  left(
    panel: NotebookPanel,
    connection: Kernel.IKernelConnection,
    why: 'changed' | 'closed'
  ): void;
  /** A message; `panel` is the notebook whose connection carried it, null for consoles. */
  message(
    connection: Kernel.IKernelConnection,
    message: KernelMessage,
    from: {
      readonly direction: Direction;
      readonly panel: NotebookPanel | null;
    }
  ): void;
  statusChanged(
    connection: Kernel.IKernelConnection,
    status: Kernel.Status
  ): void;
  /** The socket is open (again), and nothing has been sent on it but a request for the kernel's info. */
  connected(connection: Kernel.IKernelConnection): void;
  /** The connection is gone. */
  disposed(connection: Kernel.IKernelConnection): void;
}

/**
 * Attaches to the kernel connections of notebooks and consoles. It never opens a connection: a further one would cost
 * the notebook the messages that the server keeps for it over a network failure.
 */
export class MessageSource implements IDisposable {
  private readonly _listener: IKernelListener;
  private readonly _guard: Guard;
  private readonly _attached = new WeakSet<Kernel.IKernelConnection>();
  private readonly _seen = new Map<string, Set<string>>();
  private readonly _detach: (() => void)[] = [];
  private _isDisposed = false;

  constructor(options: {
    readonly notebooks: INotebookTracker;
    readonly consoles: IConsoleTracker | null;
    readonly listener: IKernelListener;
    readonly guard: Guard;
  }) {
    this._listener = options.listener;
    this._guard = options.guard;
    const { notebooks, consoles } = options;
    const addNotebook = (_: unknown, panel: NotebookPanel): void =>
      this._guard.run('attaching to a notebook', () => this._addPanel(panel));
    notebooks.widgetAdded.connect(addNotebook);
    this._detach.push(() => notebooks.widgetAdded.disconnect(addNotebook));
    notebooks.forEach(panel => addNotebook(notebooks, panel));
    if (consoles !== null) {
      const addConsole = (
        _: unknown,
        panel: { readonly sessionContext: ISessionContext }
      ): void =>
        this._guard.run('attaching to a console', () =>
          this._addConsole(panel.sessionContext)
        );
      consoles.widgetAdded.connect(addConsole);
      this._detach.push(() => consoles.widgetAdded.disconnect(addConsole));
      consoles.forEach(panel => addConsole(consoles, panel));
    }
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    this._detach.splice(0).forEach(detach => detach());
  }

  private _addPanel(panel: NotebookPanel): void {
    const { sessionContext } = panel;
    let current: Kernel.IKernelConnection | null = null;
    const use = (connection: Kernel.IKernelConnection | null): void => {
      const before = current;
      current = connection;
      if (before !== null && before !== connection) {
        this._listener.left(panel, before, 'changed');
      }
      if (connection !== null && before !== connection) {
        this._listener.entered(panel, connection);
        this._attach(connection, panel);
      }
    };
    sessionContext.kernelChanged.connect((_, { newValue }) =>
      this._guard.run('following a kernel', () => {
        if (!panel.isDisposed && !sessionContext.isDisposed) {
          use(newValue);
        }
      })
    );
    panel.disposed.connect(() =>
      this._guard.run('closing a notebook', () => {
        if (current !== null) {
          this._listener.left(panel, current, 'closed');
        }
      })
    );
    use(sessionContext.session?.kernel ?? null);
  }

  private _addConsole(sessionContext: ISessionContext): void {
    const use = (connection: Kernel.IKernelConnection | null): void => {
      if (connection !== null) {
        this._attach(connection, null);
      }
    };
    sessionContext.kernelChanged.connect((_, { newValue }) =>
      this._guard.run('following a kernel', () => use(newValue))
    );
    use(sessionContext.session?.kernel ?? null);
  }

  private _attach(
    connection: Kernel.IKernelConnection,
    panel: NotebookPanel | null
  ): void {
    if (this._attached.has(connection)) {
      return;
    }
    this._attached.add(connection);
    connection.anyMessage.connect((_, { msg, direction }) => {
      this._guard.run('reading a message', () => {
        if (!this._isDisposed && this._isNew(connection.id, msg, direction)) {
          this._listener.message(connection, msg, { direction, panel });
        }
      });
    });
    connection.statusChanged.connect((_, status) =>
      this._guard.run('following a status', () =>
        this._listener.statusChanged(connection, status)
      )
    );
    connection.connectionStatusChanged.connect((_, status) => {
      if (status === 'connected') {
        this._guard.run('following a connection', () =>
          this._listener.connected(connection)
        );
      }
    });
    connection.disposed.connect(() =>
      this._guard.run('closing a connection', () =>
        this._listener.disposed(connection)
      )
    );
    this._listener.connected(connection);
  }

  /** Several connections of this page to one kernel each get every message, and a network failure may repeat some. */
  private _isNew(
    kernelId: string,
    message: KernelMessage,
    direction: Direction
  ): boolean {
    const id = idOf(message);
    if (direction === 'send' || id === '') {
      return true;
    }
    const seen = this._seen.get(kernelId) ?? new Set<string>();
    this._seen.set(kernelId, seen);
    if (seen.has(id)) {
      return false;
    }
    seen.add(id);
    forgetOldest(seen, REMEMBERED);
    return true;
  }
}

/** Takes out of a set what went in first, until it has no more entries than `limit`. */
export function forgetOldest(entries: Set<string>, limit: number): void {
  for (const oldest of entries) {
    if (entries.size <= limit) {
      return;
    }
    entries.delete(oldest);
  }
}
