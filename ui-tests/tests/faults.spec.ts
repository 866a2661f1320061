// Odd code, kernels without a probe, floods of output, browsers that keep nothing: recording goes on and says what is missing.
import { randomUUID } from 'node:crypto';

import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { chromium, type Page } from '@playwright/test';

import {
  expectRun,
  latest,
  recordedRuns,
  statusesOf
} from '../support/recorded-runs';
import { RunHistory } from '../support/run-history';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

test.afterEach(async ({ request, tmpPath }) => {
  const found = await request.get('/api/sessions');
  for (const { id, path } of (await found.json()) as Record<string, string>[]) {
    if (path?.startsWith(tmpPath)) {
      await request.delete(`/api/sessions/${id}`);
    }
  }
});

/** Changes one of our settings as the settings editor does. */
async function set(
  page: IJupyterLabPageFixture,
  key: string,
  value: boolean | number
): Promise<void> {
  await page.evaluate(
    async ([name, chosen]) => {
      const settings = (await window.galata.getPlugin(
        '@jupyterlab/apputils-extension:settings' as never
      )) as unknown as {
        set(plugin: string, key: string, value: unknown): Promise<void>;
      };
      await settings.set('jupyterlab-retrace:plugin', name, chosen);
    },
    [key, value] as const
  );
}

/** Loads JupyterLab into a page that Galata has not touched. */
async function load(page: Page, url: string): Promise<IJupyterLabPageFixture> {
  await page.goto(`${url}/lab/workspaces/${randomUUID()}`);
  await page.waitForFunction(
    // Reading the application is what makes Galata find it.
    () => 'galata' in window && Boolean(window.galata.app),
    null,
    { timeout: 60_000 }
  );
  await page.evaluate(() => window.jupyterapp.restored);
  return page as unknown as IJupyterLabPageFixture;
}

/** The state of the page's store. */
function storeState(
  page: IJupyterLabPageFixture
): Promise<{ condition: string; message: string }> {
  return page.evaluate(async () => {
    const store = (await window.galata.getPlugin(
      'jupyterlab-retrace:store' as never
    )) as unknown as { state: { condition: string; message: string } };
    return { ...store.state };
  });
}

/** Every exception that nobody caught in the page. */
function complaintsOf(page: {
  on(event: 'pageerror', listener: (error: Error) => void): unknown;
}): string[] {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  return complaints;
}

test('code that is odd, or that turns on its kernel, is recorded as it was sent', async ({
  page,
  tmpPath
}) => {
  const complaints = complaintsOf(page);
  const path = `${tmpPath}/odd.ipynb`;
  const long = `s = "${'é'.repeat(500_000)}"\nlen(s)`;
  const sources = [
    'def (',
    'x = 1\r\ny = 2\nz = 3\r\n',
    long,
    'import os\nos.chdir("/")',
    '%reset -f',
    'w = 1',
    'retrace = jupyterlab_retrace = carrier = ring = send = start = scope = ip = b = SOURCE = 7\nexec = eval = __import__ = get_ipython = __builtins__ = 7',
    'del exec, eval, __import__, get_ipython, __builtins__\nimport sys\nsys.exit()',
    'ok = 1'
  ];
  const notebook = await WorkedNotebook.open(page, path, sources);
  await notebook.run(...'abcdefghi');
  const run = await expectRun(page, path, [
    'a error',
    'b ok',
    'c ok',
    'd ok',
    'e ok',
    'f ok',
    'g ok',
    'h error',
    'i ok'
  ]);
  expect(run.executions.map(({ source }) => source)).toEqual(sources);
  const [, mixed, , , reset, after, names, , last] = run.executions;
  expect(mixed?.bound).toEqual(['x', 'y', 'z']);
  expect(reset?.bound).toEqual([]);
  expect(after?.bound).toEqual(['w']);
  expect(names?.bound).toEqual(expect.arrayContaining(['exec', 'retrace']));
  expect(last?.bound).toEqual(['ok']);
  expect(run.executions[0]?.shown).toBe('SyntaxError');
  expect(run.executions[2]?.shown).toBe('500000');
  expect(run.gaps).toEqual([]);
  await expect
    .poll(async () => (await notebook.forecast()).verdicts)
    .toMatchObject({ a: 'same', i: 'same' });
  expect(complaints).toEqual([]);
});

test('the saved file is the same without Retrace', async ({
  baseURL,
  context,
  tmpPath
}) => {
  const saved = async (
    page: IJupyterLabPageFixture,
    path: string
  ): Promise<unknown> => {
    const notebook = await WorkedNotebook.open(page, path, [
      'x = 1',
      'print(x)\nx',
      'x = 2',
      '1/0',
      'y = x'
    ]);
    await notebook.run('a', 'b', 'c', 'b', 'd', 'e');
    await notebook.edit('a', 'x = 5');
    await notebook.delete('e');
    await notebook.save();
    const content = await page.evaluate(async file => {
      const { contents } = window.jupyterapp.serviceManager;
      return (await contents.get(file)).content as unknown;
    }, path);
    return content;
  };
  const withRetrace = await load(await context.newPage(), baseURL ?? '');
  const path = `${tmpPath}/with.ipynb`;
  const file = await saved(withRetrace, path);
  expect(statusesOf(await latest(withRetrace, path))).toHaveLength(6);

  const plain = await context.newPage();
  await plain.addInitScript(() => {
    const find = Document.prototype.getElementById;
    Document.prototype.getElementById = function (id) {
      const element = find.call(this, id);
      if (element !== null && id === 'jupyter-config-data') {
        const config = JSON.parse(element.textContent ?? '');
        config.disabledExtensions = ['jupyterlab-retrace'];
        element.textContent = JSON.stringify(config);
      }
      return element;
    };
  });
  const without = await load(plain, baseURL ?? '');
  expect(
    await without.evaluate(() =>
      window.jupyterapp.commands.hasCommand('retrace:open-history')
    )
  ).toBe(false);
  expect(await saved(without, `${tmpPath}/without.ipynb`)).toEqual(file);
});

test('history follows a notebook that moves while it is closed, and a copy begins with none', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/first.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, ['x = 1']);
  await notebook.run('a');
  await expectRun(page, path, ['a ok']);
  await page.evaluate(async folder => {
    const { shell, serviceManager } = window.jupyterapp;
    const panel = shell.currentWidget as NotebookPanel;
    await panel.context.save();
    await panel.sessionContext.shutdown();
    panel.close();
    const { contents } = serviceManager;
    await contents.rename(`${folder}/first.ipynb`, `${folder}/second.ipynb`);
    for (const name of ['sub', 'other']) {
      await contents.save(`${folder}/${name}`, { type: 'directory' });
    }
    const inside = `${folder}/sub/second.ipynb`;
    await contents.rename(`${folder}/second.ipynb`, inside);
    await contents.rename(`${folder}/sub`, `${folder}/moved`);
    await contents.copy(`${folder}/moved/second.ipynb`, `${folder}/other`);
  }, tmpPath);

  const moved = new WorkedNotebook(page, `${tmpPath}/moved/second.ipynb`);
  const copy = new WorkedNotebook(page, `${tmpPath}/other/second.ipynb`);
  await moved.reopen();
  await moved.run('a');
  await expect
    .poll(async () =>
      (await recordedRuns(page as unknown as Page, moved.path)).map(run => [
        run.number,
        run.end,
        ...statusesOf(run)
      ])
    )
    .toEqual([
      [1, 'shut-down', 'a ok'],
      [2, null, 'a ok']
    ]);
  await copy.reopen();
  await copy.run('a');
  expect((await expectRun(page, copy.path, ['a ok'])).number).toBe(1);
  expect(await recordedRuns(page as unknown as Page, moved.path)).toHaveLength(
    2
  );
  expect(await recordedRuns(page as unknown as Page, path)).toEqual([]);
});

test('kernels without a probe are recorded, and the run says what is missing', async ({
  page,
  tmpPath
}) => {
  const mutePath = `${tmpPath}/mute.ipynb`;
  const mute = await WorkedNotebook.open(
    page,
    mutePath,
    ['x = 1'],
    'mute-python'
  );
  await mute.run('a');

  const path = `${tmpPath}/toy.ipynb`;
  const toy = await WorkedNotebook.open(
    page,
    path,
    ['one', 'two', 'three', 'four'],
    'toy'
  );
  await toy.run('a', 'b', 'c');
  const first = await expectRun(page, path, ['a ok', 'b ok', 'c ok']);
  expect(first).toMatchObject({ gaps: ['no-probe'], packages: 0 });
  expect(first.executions[1]).toMatchObject({ source: 'two', bound: null });
  expect(first.executions[1]?.shown).toBe('two\n');
  const history = new RunHistory(page);
  await history.open();
  await expect(history.root).toContainText(
    'There is no probe for this language'
  );
  expect((await toy.forecast()).causes).toEqual([]);

  await toy.edit('b', 'changed');
  await toy.run('a');
  expect((await toy.forecast()).causes).toEqual(['edited', 'out-of-order']);
  await toy.restart();
  await toy.run('b');
  const { causes } = await toy.forecast();
  expect(causes).toContain('earlier-kernel');

  await expect
    .poll(async () => (await latest(page, mutePath)).gaps, { timeout: 30_000 })
    .toEqual(['probe-failed']);
  expect(statusesOf(await latest(page, mutePath))).toEqual(['a ok']);
});

/** Bytes that JavaScript holds once all garbage is gone. */
async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}

test('floods of output end in a record that is small and says what was cut', async ({
  baseURL,
  context,
  tmpPath
}) => {
  // Hundreds of megabytes pass through the server.
  test.setTimeout(400_000);
  const plain = await context.newPage();
  const complaints = complaintsOf(plain);
  const page = await load(plain, baseURL ?? '');
  const path = `${tmpPath}/flood.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, ['"still here"']);
  await notebook.run('a');
  const before = await heapOf(plain);
  // Without a cell: JupyterLab itself stands still for minutes where it shows so much.
  const floods = [
    'for i in range(300_000): print(i)',
    'from IPython.display import display\nh = display(0, display_id=True)\nfor i in range(2000): h.update(i)',
    'from IPython.display import clear_output\nfor i in range(3000):\n    clear_output(wait=True)\n    print(i)',
    'display({"text/plain": "large", "application/x-flood": "x" * 200_000_000}, raw=True)'
  ];
  for (const flood of floods) {
    await notebook.runElsewhere(flood);
  }
  await notebook.run('a');
  const flooded = floods.map(() => '- ok');
  const run = await expectRun(
    page,
    path,
    ['a ok', ...flooded, 'a ok'],
    200_000
  );
  expect(run.gaps).toEqual(['output-dropped']);
  const [, lines, updates, cleared, large] = run.executions;
  expect(lines?.outputBytes).toBeGreaterThan(100_000);
  expect(updates?.shown).toMatch(
    /^\d+(?:\|IOPub message rate exceeded\b[^]*)?$/
  );
  expect(cleared?.outputBytes).toBeLessThan(1000);
  expect(large).toMatchObject({ gaps: ['outputs-capped'], shown: 'large' });
  expect((await heapOf(plain)) - before).toBeLessThan(100_000_000);

  const history = new RunHistory(page);
  await history.open();
  await expect(history.root).toContainText('The server dropped output');
  await history.executions.nth(4).click();
  await expect(history.details).toContainText('over the size cap');
  expect(complaints).toEqual([]);
});

test('a plain-http address, where browsers withhold digests and locks, is recorded all the same', async ({
  tmpPath
}) => {
  const { launchOptions, baseURL } = test.info().project.use;
  const url = new URL(baseURL ?? '');
  const origin = `http://retrace.test:${url.port}`;
  const browser = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      '--host-resolver-rules=MAP retrace.test 127.0.0.1'
    ]
  });
  const plain = await browser.newPage();
  const complaints = complaintsOf(plain);
  const page = await load(plain, origin);
  expect(
    await plain.evaluate(() => [
      isSecureContext,
      typeof crypto.subtle,
      'locks' in navigator,
      'storage' in navigator
    ])
  ).toEqual([false, 'undefined', false, false]);
  const path = `${tmpPath}/plain.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, ['x = 1', 'print(x)']);
  await notebook.runAll();
  const run = await expectRun(page, path, ['a ok', 'b ok']);
  expect(run.executions[1]).toMatchObject({ shown: '1\n', gaps: [] });
  expect(run.gaps).toEqual([]);
  expect(await storeState(page)).toMatchObject({ condition: 'ready' });
  const names = await plain.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name)
  );
  expect(names.filter(name => name?.includes(origin))).toHaveLength(1);
  expect(complaints).toEqual([]);
  await browser.close();
});

test('where the browser keeps nothing, runs are kept until the page closes, and the panel says so', async ({
  baseURL,
  context,
  tmpPath
}) => {
  const complaints: string[] = [];
  const ways: readonly [string, () => void, RegExp][] = [
    [
      'denied',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('Not allowed.', 'SecurityError');
        };
      },
      /does not let this page store anything.*Allow site data/
    ],
    [
      'silent',
      () => {
        // A request that never ends; and the five seconds for which the store waits begin to count when the test says so.
        IDBFactory.prototype.open = () =>
          new EventTarget() as unknown as IDBOpenDBRequest;
        const wait = window.setTimeout.bind(window);
        const held: (() => void)[] = [];
        window.setTimeout = ((callback: () => void, delay: number) => {
          if (delay !== 5000) {
            return wait(callback, delay);
          }
          held.push(callback);
          return 0;
        }) as typeof window.setTimeout;
        window.addEventListener('retrace-test-go-on', () =>
          held.splice(0).forEach(callback => callback())
        );
      },
      /storage does not answer.*Reload the page/
    ]
  ];
  for (const [name, breakStorage, sentence] of ways) {
    const plain = await context.newPage();
    plain.on('pageerror', error => complaints.push(error.message));
    await plain.addInitScript(breakStorage);
    const page = await load(plain, baseURL ?? '');
    const path = `${tmpPath}/${name}.ipynb`;
    const notebook = await WorkedNotebook.open(page, path, [
      'x = 1',
      'print(x)'
    ]);
    await notebook.runAll();
    if (name === 'silent') {
      expect((await storeState(page)).condition).toBe('opening');
      await plain.evaluate(() =>
        window.dispatchEvent(new Event('retrace-test-go-on'))
      );
    }
    const run = await expectRun(page, path, ['a ok', 'b ok']);
    expect(run.executions[1]?.shown).toBe('1\n');
    expect((await storeState(page)).condition).toBe('memory');
    const history = new RunHistory(page);
    await history.open();
    await expect(history.root.locator('.jp-RetraceBanner')).toContainText(
      sentence
    );
    await expect(history.executions).toHaveCount(2);
    await plain.close();
  }
  expect(complaints).toEqual([]);
});

test('settings hold at once: recording, size cap; a notebook without kernel; a kernel with a hostile name', async ({
  page,
  tmpPath
}) => {
  const strike = '<img src=x onerror="window.__strikes=1">';
  await page.route('**/api/kernelspecs**', async route => {
    const response = await route.fetch();
    const specs = await response.json();
    specs.kernelspecs.python3.spec.display_name = strike;
    await route.fulfill({ response, json: specs });
  });
  await page.evaluate(() =>
    window.jupyterapp.serviceManager.kernelspecs.refreshSpecs()
  );
  const path = `${tmpPath}/settings.ipynb`;
  const notebook = await WorkedNotebook.open(page, path, [
    'x = 1',
    'print("y" * 300_000)'
  ]);
  const history = new RunHistory(page);
  await history.open();
  await notebook.run('a');
  await expectRun(page, path, ['a ok']);
  await expect(history.runs).toContainText([strike]);

  await set(page, 'recording', false);
  await expect(history.root).toContainText('Recording is off');
  await notebook.run('a');
  await set(page, 'recording', true);
  await notebook.run('b');
  const whole = await expectRun(page, path, ['a ok', 'b ok']);
  expect(whole.gaps).toEqual(['recording-off']);
  expect(whole.executions[1]).toMatchObject({ gaps: [], executionCount: 3 });

  await set(page, 'outputCapMegabytes', 0.1);
  await notebook.run('b');
  const capped = await expectRun(page, path, ['a ok', 'b ok', 'b ok']);
  expect(capped.executions[2]?.gaps).toEqual(['outputs-capped']);

  const toggle = history.root.getByRole('button', {
    name: 'Record this notebook'
  });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'false');
  await notebook.run('a');
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await notebook.run('a');
  const toggled = await expectRun(page, path, ['a ok', 'b ok', 'b ok', 'a ok']);
  expect(toggled.executions[3]?.executionCount).toBe(6);
  expect(await page.evaluate(() => '__strikes' in window)).toBe(false);

  await page.evaluate(async file => {
    const { commands, shell } = window.jupyterapp;
    const open = shell.currentWidget as NotebookPanel;
    await open.context.save();
    await open.sessionContext.shutdown();
    open.close();
    const kernelPreference = { shouldStart: false, shouldReuse: false };
    const panel = (await commands.execute('docmanager:open', {
      path: file,
      factory: 'Notebook',
      kernelPreference
    })) as NotebookPanel;
    await panel.context.ready;
    await panel.sessionContext.ready;
  }, path);
  await expect(history.root).toContainText('This notebook has no kernel now');
  expect(statusesOf(await latest(page, path))).toHaveLength(4);
});
