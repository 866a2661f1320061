// What is recorded when people, kernels, servers and other clients do what they do; in a real JupyterLab and kernel.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import {
  expectRun,
  latest,
  recordedRuns,
  statusesOf
} from '../support/recorded-runs';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

// Galata leaves real kernels running, and a notebook of the same path would find its old one.
test.afterEach(async ({ request, tmpPath }) => {
  const sessions = (await (await request.get('/api/sessions')).json()) as {
    readonly id: string;
    readonly path: string;
  }[];
  for (const { id, path } of sessions) {
    if (path.startsWith(tmpPath)) {
      await request.delete(`/api/sessions/${id}`);
    }
  }
});

const PYTHON = process.env.RETRACE_UI_PYTHON ?? 'python';

/** Long enough for a slow machine to do something in the middle of it. */
const LONG =
  'import time\nfor i in range(300):\n    print(i, flush=True)\n    time.sleep(0.1)';

/** Starts a command and does not wait for what it starts. */
function begin(page: IJupyterLabPageFixture, command: string): Promise<void> {
  return page.evaluate(id => {
    void window.jupyterapp.commands.execute(id);
  }, command);
}

function kernelIdOf(page: IJupyterLabPageFixture): Promise<string> {
  return page.evaluate(() => {
    const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
    return panel.sessionContext.session?.kernel?.id ?? '';
  });
}

test('a failure in the middle, an interrupt, a moved cell and a restart are told apart', async ({
  page,
  tmpPath
}) => {
  test.setTimeout(180_000);
  const path = `${tmpPath}/ways.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    'x = 1\nprint("hi")\nx',
    '1/0',
    'y = 2'
  ]);
  await begin(page, 'notebook:run-all-cells');
  const failed = await expectRun(page, path, ['a ok', 'b error', 'c aborted']);
  expect(failed.packages).toBeGreaterThan(20);
  expect(failed.gaps).toEqual([]);
  const [first, second, third] = failed.executions;
  expect(first).toMatchObject({
    sequence: 1,
    cellIndex: 0,
    executionCount: 1,
    source: 'x = 1\nprint("hi")\nx',
    shown: 'hi\n|1',
    bound: ['x']
  });
  expect(second).toMatchObject({ shown: 'ZeroDivisionError', bound: [] });
  expect(third).toMatchObject({ executionCount: null, bound: null });

  await notebook.edit('b', LONG);
  await begin(page, 'notebook:run-all-cells');
  const before = ['a ok', 'b error', 'c aborted', 'a ok'];
  await expectRun(page, path, [...before, 'b running', 'c queued']);
  await begin(page, 'notebook:interrupt-kernel');
  const interrupted = await expectRun(page, path, [
    ...before,
    'b interrupted',
    'c aborted'
  ]);
  expect(interrupted.executions[3]?.documentHash).not.toBe(first?.documentHash);

  await notebook.edit('b', LONG.replace('300', '20'));
  await notebook.activate('b');
  await begin(page, 'notebook:run-cell');
  await expectRun(page, path, [
    ...before,
    'b interrupted',
    'c aborted',
    'b running'
  ]);
  await notebook.edit('b', 'edited while it runs');
  await notebook.activate('b');
  await begin(page, 'notebook:move-cell-up');
  const moved = await expectRun(page, path, [
    ...before,
    'b interrupted',
    'c aborted',
    'b ok'
  ]);
  expect(moved.executions.at(-1)).toMatchObject({
    cellIndex: 1,
    source: LONG.replace('300', '20')
  });
  expect(moved.executions.at(-1)?.shown).toContain('19\n');

  await notebook.restart();
  await notebook.run('a');
  await expectRun(page, path, ['a ok']);
  const runs = await recordedRuns(page, path);
  expect(runs.map(({ end }) => end)).toEqual(['restarted', null]);
});

test('a restart by another client and a kernel that dies begin a new run', async ({
  page,
  request,
  tmpPath
}) => {
  const path = `${tmpPath}/ends.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    'x = 1',
    'import os\nprint("last words", flush=True)\nimport time; time.sleep(1)\nos._exit(1)',
    'y = 2'
  ]);
  await notebook.run('a');
  await expectRun(page, path, ['a ok']);
  const kernelId = await kernelIdOf(page);
  await request.post(`/api/kernels/${kernelId}/restart`);
  await expectRun(page, path, []);
  await notebook.run('a');
  const second = await expectRun(page, path, ['a ok']);
  expect(second.packages).toBeGreaterThan(20);
  expect(second.executions[0]?.bound).toEqual(['x']);

  await begin(page, 'notebook:run-all-cells');
  await expect
    .poll(async () => (await recordedRuns(page, path)).length, {
      timeout: 40_000
    })
    .toBe(3);
  const runs = await recordedRuns(page, path);
  expect(runs.map(({ end }) => end)).toEqual(['restarted', 'died', null]);
  expect(statusesOf(runs[1])).toEqual(['a ok', 'a ok', 'b lost', 'c aborted']);
  expect(runs[1]?.executions[2]?.shown).toBe('last words\n');
});

test('a reload in mid-cell continues the run, and what ended unheard is lost with what the kernel remembers', async ({
  page,
  tmpPath
}) => {
  test.setTimeout(180_000);
  const path = `${tmpPath}/reload.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    'import time\nfor i in range(200):\n    print(i, flush=True)\n    time.sleep(0.1)\nz = 1',
    '"second"',
    'import time; time.sleep(1.2)\nw = 1'
  ]);
  await notebook.activate('a');
  await begin(page, 'notebook:run-all-cells');
  await expectRun(page, path, ['a running', 'b queued', 'c queued']);
  await notebook.reload();
  const continued = await expectRun(page, path, ['a ok', 'b ok', 'c ok']);
  expect(continued.number).toBe(1);
  expect(continued.executions[0]).toMatchObject({
    gaps: ['outputs-partial'],
    bound: ['i', 'time', 'z']
  });
  expect(continued.executions[0]?.shown).toContain('199\n');
  expect(continued.executions[1]).toMatchObject({ shown: "'second'" });
  await expect
    .poll(async () => (await latest(page, path))?.gaps)
    .toEqual(['page-away']);

  await notebook.activate('c');
  await begin(page, 'notebook:run-cell');
  await expectRun(page, path, ['a ok', 'b ok', 'c ok', 'c running']);
  await notebook.reload();
  const lost = await expectRun(page, path, ['a ok', 'b ok', 'c ok', 'c lost']);
  expect(lost.executions[3]).toMatchObject({ bound: [], executionCount: 4 });
});

test('code of a console and of another process is recorded without a cell', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/others.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, ['x = 1']);
  await notebook.run('a');
  const kernelId = await kernelIdOf(page);
  await notebook.command('notebook:create-console');
  await page.waitForFunction(() =>
    [...window.jupyterapp.shell.widgets('main')].some(
      widget =>
        'console' in widget &&
        (widget as unknown as NotebookPanel).sessionContext.session?.kernel
          ?.connectionStatus === 'connected'
    )
  );
  await notebook.command('console:inject', { path, code: 'x = 1' });
  await expectRun(page, path, ['a ok', '- ok']);

  const client = [
    'import os, sys',
    'from jupyter_client import BlockingKernelClient',
    'from jupyter_core.paths import jupyter_runtime_dir',
    `file = os.path.join(jupyter_runtime_dir(), "kernel-${kernelId}.json")`,
    'client = BlockingKernelClient(connection_file=file)',
    'client.load_connection_file()',
    'client.start_channels()',
    'client.wait_for_ready()',
    'client.execute_interactive("x = 1\\nprint(7)")',
    'client.execute_interactive("quiet = 1", silent=True, store_history=False)',
    'client.stop_channels()'
  ];
  await promisify(execFile)(PYTHON, ['-c', client.join('\n')]);
  const run = await expectRun(page, path, ['a ok', '- ok', '- ok']);
  expect(run.executions[2]).toMatchObject({
    source: 'x = 1\nprint(7)',
    shown: '7\n'
  });
});

test('two pages on one kernel record each execution once', async ({
  baseURL,
  context,
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/tabs.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    'x = 1',
    'import time; time.sleep(3)\nprint("done")'
  ]);
  await notebook.activate('a');
  await begin(page, 'notebook:run-all-cells');
  await expectRun(page, path, ['a ok', 'b running']);
  const other = await context.newPage();
  await other.goto(`${baseURL}/doc/tree/${path}`);
  await other.waitForFunction(
    () =>
      (window.jupyterapp?.shell.currentWidget as NotebookPanel | null)
        ?.sessionContext?.session?.kernel?.connectionStatus === 'connected'
  );
  const both = await expectRun(page, path, ['a ok', 'b ok']);
  expect(both.executions[1]).toMatchObject({ shown: 'done\n', gaps: [] });

  await other.evaluate(async () => {
    const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
    panel.content.activeCellIndex = 0;
    await window.jupyterapp.commands.execute('notebook:run-cell');
  });
  await notebook.run('a');
  const run = await expectRun(page, path, ['a ok', 'b ok', 'a ok', 'a ok']);
  expect(run.executions.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(run.executions.every(({ cellIndex }) => cellIndex !== null)).toBe(
    true
  );
  await other.close();
});

test('a rename, input, closing while running, and no kernel', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/old.ipynb`;
  const renamed = `${tmpPath}/new.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    'secret = input("who? ")',
    'import time; time.sleep(2)\nlate = 1'
  ]);
  await notebook.activate('a');
  await begin(page, 'notebook:run-cell');
  await page.locator('.jp-Stdin-input').fill('hunter2');
  await page.locator('.jp-Stdin-input').press('Enter');
  const asked = await expectRun(page, path, ['a ok']);
  expect(JSON.stringify(asked)).not.toContain('hunter2');

  await page.evaluate(
    ([from, to]) =>
      window.jupyterapp.serviceManager.contents.rename(from!, to!),
    [path, renamed]
  );
  await expectRun(page, renamed, ['a ok']);
  expect(await recordedRuns(page, path)).toEqual([]);

  await page.evaluate(async () => {
    const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
    panel.content.activeCellIndex = 1;
    void window.jupyterapp.commands.execute('notebook:run-cell');
    await panel.context.save();
  });
  await expectRun(page, renamed, ['a ok', 'b running']);
  await page.evaluate(() => window.jupyterapp.shell.currentWidget?.close());
  await new Promise(resolve => setTimeout(resolve, 3000));
  await new WorkedNotebook(page, renamed).reopen();
  const run = await expectRun(page, renamed, ['a ok', 'b lost']);
  expect(run).toMatchObject({ number: 1, gaps: ['page-away'] });
  expect(run.executions[1]?.bound).toEqual(['late', 'time']);

  await page.evaluate(() => {
    const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
    return panel.sessionContext.shutdown();
  });
  await expect
    .poll(async () => (await latest(page, renamed))?.end)
    .toBe('shut-down');
});

test('a flood of output leaves a capped record that says so, and the cell itself is as without Retrace', async ({
  page,
  tmpPath
}) => {
  test.setTimeout(180_000);
  const path = `${tmpPath}/flood.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    // Below the server's limit of messages, and before what goes beyond it.
    'from IPython.display import display, clear_output\nh = display(0, display_id=True)\nfor i in range(200): h.update(i)\nfor i in range(200):\n    clear_output(wait=True)\n    print(i)',
    'for i in range(3000): print(i, flush=True)',
    'print("█" * 3_000_000)'
  ]);
  await notebook.activate('a');
  await begin(page, 'notebook:run-all-cells');
  const run = await expectRun(page, path, ['a ok', 'b ok', 'c ok']);
  expect(run.executions[2]?.gaps).toContain('outputs-partial');
  expect(run.gaps).toEqual(['output-dropped']);
  expect(run.executions[0]?.shown).toBe('199\n');
});

test('the probe leaves names, history, counts, streams of random numbers and the file as they are without it', async ({
  page,
  tmpPath
}) => {
  const sources = [
    'import random\nimport numpy as np\nrandom.seed(1); np.random.seed(1)',
    '1 + 1',
    'random.random(), np.random.rand()',
    'sorted(n for n in dir() if n not in ("h",))',
    'list(In), {k: v for k, v in Out.items() if k < 4}, _, __',
    'get_ipython().execution_count'
  ];
  const saved = async (path: string): Promise<unknown> => {
    const notebook = await WorkedNotebook.open(page, path, sources);
    await notebook.runAll();
    return page.evaluate(async file => {
      const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
      await panel.context.save();
      return (await window.jupyterapp.serviceManager.contents.get(file))
        .content;
    }, path);
  };
  const path = `${tmpPath}/probed.ipynb`;
  const probed = await saved(path);
  const run = await latest(page, path);
  expect(run?.executions[0]?.bound).toEqual(['np', 'random']);

  await page.evaluate(async () => {
    const registry = window.jupyterapp.serviceManager.settings;
    const { schema } = await registry
      .fetch('jupyterlab-retrace:plugin')
      .then(found => found!);
    if (!('probe' in (schema.properties ?? {}))) {
      throw new Error('There is no such setting.');
    }
    const settings = (await window.galata.getPlugin(
      '@jupyterlab/apputils-extension:settings' as never
    )) as unknown as {
      set(plugin: string, key: string, value: boolean): Promise<void>;
    };
    await settings.set('jupyterlab-retrace:plugin', 'probe', false);
  });
  const barePath = `${tmpPath}/bare.ipynb`;
  const bare = await saved(barePath);
  const bareRun = await latest(page, barePath);
  expect(bareRun?.gaps).toEqual(['no-probe']);
  expect(bareRun?.executions[0]?.bound).toBeNull();
  expect(probed).toEqual(bare);
});
