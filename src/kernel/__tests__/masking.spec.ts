// Secrets in everything that a run can leave: none of them reaches the store, and lineage stays as it is.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import { asRunId, hashOf, type RunContext } from '../../model';
import { maskOf } from '../../recording';
import { FakeKernel, type Heard } from '../../testing/fake-kernel';
import { StoreDouble } from '../../testing/store-double';
import type { RunBatch } from '../../tokens';
import { Guard } from '../guard';
import { KernelWatch } from '../kernel-watch';
import { NotebookRecord } from '../notebook-record';

const AT = '2026-01-01T00:00:00.000Z';
/** Made up, and in pieces, so that nobody takes it for somebody's. */
const SECRET = `ghp_${'aB3dE6gH9'.repeat(4)}`;
const HALF = SECRET.slice(0, 17);
const PASSWORD = 'hunter2-hunter3';
const SOURCE = `client = login("${SECRET}", password="${PASSWORD}")\nclient.show()`;

/** Keeps the text of all that it is given. */
class ListeningStore extends StoreDouble {
  heard = '';

  override append(batch: RunBatch): Promise<void> {
    this.heard += JSON.stringify(batch);
    return super.append(batch);
  }

  override putContext(context: RunContext): Promise<void> {
    this.heard += JSON.stringify(context);
    return super.putContext(context);
  }
}

function panelOf(source: string): NotebookPanel {
  const sharedModel = {
    getSource: () => source,
    changed: new Signal<object, object>({})
  };
  const cells = Object.assign([{ id: 'A', type: 'code', sharedModel }], {
    changed: new Signal<object, object>({})
  });
  return {
    isDisposed: false,
    context: { path: 'a.ipynb', ready: Promise.resolve() },
    model: { isDisposed: false, cells }
  } as unknown as NotebookPanel;
}

/** A connection that sends what it is asked to and hears nothing. */
function connectionOf(kernel: FakeKernel): Kernel.IKernelConnection {
  return {
    id: 'kernel-1',
    name: 'python3',
    clientId: kernel.clientId,
    status: 'idle',
    connectionStatus: 'connected',
    requestExecute: () => ({ msg: { header: { msg_id: 'install' } } }),
    requestHistory: () =>
      Promise.resolve({ content: { status: 'ok', history: [] } })
  } as unknown as Kernel.IKernelConnection;
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

async function recorded(messages: (kernel: FakeKernel) => Heard[]) {
  const kernel = new FakeKernel();
  const connection = connectionOf(kernel);
  const store = new ListeningStore();
  const mask = maskOf();
  const watch = new KernelWatch({
    now: () => AT,
    languages: [],
    languageOf: () => 'python',
    displayNameOf: () => 'Python 3',
    isProbeOn: () => false,
    probeBudgetMs: () => 20,
    dataHashMegabytes: () => 256,
    mask: maskOf()
  });
  const faults: string[] = [];
  const record = new NotebookRecord(panelOf(SOURCE), {
    store,
    kernels: { runningIds: () => Promise.resolve(new Set(['kernel-1'])) },
    guard: new Guard(cause => faults.push(cause)),
    now: () => AT,
    serverRoot: '',
    whoAndWhere: () =>
      Promise.resolve({ user: 'ada', serverUrl: '', unknown: {} }),
    outputCapBytes: () => 1 << 20,
    mask,
    onChange: () => undefined,
    newRunId: () => asRunId('run-1'),
    isRecording: () => true
  });
  await Promise.resolve();
  watch.addRecord(record);
  watch.connected(connection);
  for (const { message, direction } of [
    kernel.request('m1', SOURCE, { cellId: 'A' }),
    ...kernel.start('m1', SOURCE),
    ...messages(kernel),
    kernel.reply('m1', 'error', 'ValueError'),
    kernel.idle('m1')
  ]) {
    watch.message(connection, message, { direction, record });
  }
  const text = `TOKEN = "${SECRET}"`;
  record.addCode({
    first: {
      workingDirectory: '/work',
      git: {
        remote: '',
        branch: 'main',
        commit: '',
        isDirty: true,
        diff: `+${text}`
      }
    },
    later: null,
    modules: [{ name: 'keys', path: 'keys.py', hash: hashOf(text), text }],
    unknown: {}
  });
  await record.flush(true);
  await jest.advanceTimersByTimeAsync(5000);
  await record.flush(true);
  const [run] = await store.list({ notebookPath: 'a.ipynb' });
  const [head] = run ? await store.executions(run.runId) : [];
  return { faults, head, mask, run, store };
}

describe('secrets', () => {
  it('in code, streams, displays, errors, reports and modules do not reach the store', async () => {
    const { faults, head, run, store } = await recorded(kernel => [
      kernel.stream('m1', `token ${HALF}`),
      kernel.stream('m1', `${SECRET.slice(17)} accepted\n`),
      kernel.iopub('m1', 'display_data', {
        data: {
          'text/html': `<b>${SECRET}</b>`,
          'application/json': { rows: [{ text: SECRET }] }
        },
        metadata: { note: SECRET }
      }),
      kernel.iopub('m1', 'error', {
        ename: 'ValueError',
        evalue: `bad ${SECRET}`,
        traceback: [`line 1 login("${SECRET}")`, `bad ${SECRET}`]
      })
    ]);
    expect(faults).toEqual([]);
    expect(store.heard).toContain('[secret: github-token] accepted');
    expect(store.heard).not.toContain(HALF);
    expect(store.heard).not.toContain(PASSWORD);
    expect(head?.error?.evalue).toBe('bad [secret: github-token]');
    expect(head?.maskedCount).toBeGreaterThanOrEqual(8);
    expect(run).toBeDefined();
  });

  it('leave the source hash that the masked document has', async () => {
    const { head, mask } = await recorded(() => []);
    expect(head?.sourceHash).toBe(hashOf(mask(SOURCE)));
    expect(head?.sourceHash).not.toBe(hashOf(SOURCE));
    expect(head?.firstLine).toBe(
      'client = login("[secret: github-token]", password="[secret: password]")'
    );
  });
});
