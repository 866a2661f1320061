// Every message of every connection once: notebooks, consoles, several connections to one kernel, repeated messages.
import type { IConsoleTracker } from '@jupyterlab/console';
import type { INotebookTracker } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';

import { idOf } from '../../recording';
import { FakeKernel, type Heard } from '../../testing/fake-kernel';
import { Guard } from '../guard';
import { MessageSource, type IKernelListener } from '../message-source';

class Connection {
  readonly id = 'kernel-1';
  readonly anyMessage = new Signal<this, object>(this);
  readonly statusChanged = new Signal<this, string>(this);
  readonly connectionStatusChanged = new Signal<this, string>(this);
  readonly disposed = new Signal<this, void>(this);

  carry({ message, direction }: Heard): void {
    this.anyMessage.emit({ msg: message, direction });
  }
}

class Panel {
  readonly isDisposed = false;
  readonly disposed = new Signal<this, void>(this);
  readonly kernelChanged = new Signal<this, object>(this);
  readonly sessionContext: object;

  constructor(connection: Connection | null) {
    this.sessionContext = {
      isDisposed: false,
      kernelChanged: this.kernelChanged,
      session: connection && { kernel: connection }
    };
  }
}

class Tracker {
  readonly widgetAdded = new Signal<this, Panel>(this);
  private readonly _panels: Panel[] = [];

  add(panel: Panel): Panel {
    this._panels.push(panel);
    this.widgetAdded.emit(panel);
    return panel;
  }

  forEach(visit: (panel: Panel) => void): void {
    this._panels.forEach(visit);
  }
}

function scene(options: { fails?: boolean } = {}) {
  const notebooks = new Tracker();
  const consoles = new Tracker();
  const heard: string[] = [];
  const listener: IKernelListener = {
    entered: () => heard.push('entered'),
    left: (_panel, _connection, why) => heard.push(`left ${why}`),
    message: (_connection, message, { direction, panel }) => {
      heard.push(
        `${direction} ${idOf(message)} ${panel ? 'panel' : 'console'}`
      );
      if (options.fails) {
        throw new Error('a fault of ours');
      }
    },
    statusChanged: (_connection, status) => heard.push(status),
    connected: () => heard.push('connected'),
    disposed: () => heard.push('disposed')
  };
  const faults: string[] = [];
  const source = () =>
    new MessageSource({
      notebooks: notebooks as unknown as INotebookTracker,
      consoles: consoles as unknown as IConsoleTracker,
      listener,
      guard: new Guard(cause => faults.push(cause))
    });
  return { notebooks, consoles, heard, faults, source };
}

it('attaches to notebooks that are open already, that open later, and to their later kernels', () => {
  const { notebooks, heard, source } = scene();
  notebooks.add(new Panel(new Connection()));
  source();
  const late = notebooks.add(new Panel(null));
  expect(heard).toEqual(['entered', 'connected']);
  late.kernelChanged.emit({ newValue: new Connection() });
  late.kernelChanged.emit({ newValue: null });
  late.disposed.emit();
  expect(heard.slice(2)).toEqual(['entered', 'connected', 'left changed']);
});

it('passes a message on once, through whichever connections and however often it comes', () => {
  const { notebooks, consoles, heard, source } = scene();
  source();
  const [own, other] = [new Connection(), new Connection()];
  notebooks.add(new Panel(own));
  consoles.add(new Panel(other));
  heard.length = 0;
  const kernel = new FakeKernel();
  const messages = [
    kernel.request('m1', 'x'),
    ...kernel.start('m1', 'x'),
    kernel.stream('m1', 'a'),
    kernel.stream('m1', 'a'),
    kernel.idle('m1')
  ];
  messages.forEach(one => {
    own.carry(one);
    if (one.direction === 'recv') {
      other.carry(one);
      own.carry(one);
    }
  });
  expect(heard).toHaveLength(messages.length);
  expect(new Set(heard).size).toBe(messages.length);
});

it('says which code a console sent', () => {
  const { consoles, heard, source } = scene();
  source();
  const connection = new Connection();
  consoles.add(new Panel(connection));
  connection.carry(new FakeKernel().request('m1', 'x'));
  expect(heard.at(-1)).toBe('send m1 console');
});

it('remembers a bounded number of messages', () => {
  const { notebooks, heard, source } = scene();
  source();
  const connection = new Connection();
  notebooks.add(new Panel(connection));
  const kernel = new FakeKernel();
  const first = kernel.stream('m1', 'a');
  connection.carry(first);
  for (let n = 0; n < 10_000; n++) {
    connection.carry(kernel.stream('m1', 'a'));
  }
  const before = heard.length;
  connection.carry(first);
  expect(heard.length).toBe(before + 1);
});

it('keeps faults of ours from whoever emits, and tells each once', () => {
  const told = jest.spyOn(console, 'error').mockImplementation();
  const { notebooks, faults, heard, source } = scene({ fails: true });
  source();
  const connection = new Connection();
  const panel = new Panel(connection);
  notebooks.add(panel);
  const kernel = new FakeKernel();
  connection.carry(kernel.stream('m1', 'a'));
  connection.carry(kernel.stream('m1', 'b'));
  expect(heard.filter(entry => entry.startsWith('recv'))).toHaveLength(2);
  expect(faults).toEqual(['reading a message']);
  expect(told).toHaveBeenCalledTimes(1);
  told.mockRestore();
});

it('tells of a closed notebook that its kernel may go on', () => {
  const { notebooks, heard, source } = scene();
  source();
  const panel = notebooks.add(new Panel(new Connection()));
  panel.disposed.emit();
  expect(heard.at(-1)).toBe('left closed');
});
