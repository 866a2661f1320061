// What a user sees at the cells whose outputs a fresh run would not give again, and what the remedies do.
import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

const CHAIN = ['x = 1', 'y = x + 1\nprint(y)', 'print(x * y)', 'print("end")'];

let notebook: WorkedNotebook | null = null;

async function open(
  page: IJupyterLabPageFixture,
  tmpPath: string,
  sources: readonly string[] = CHAIN
): Promise<WorkedNotebook> {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, sources);
  return notebook;
}

type Remedy = {
  readonly kind: string;
  readonly cellIds: string[];
  readonly cellId: string;
  readonly executionId: string;
};

/** Asks the actions for a remedy, as a button of the panel does; does not wait for one that asks the user. */
async function remedy(
  page: IJupyterLabPageFixture,
  kind: string
): Promise<void> {
  await page.evaluate(async wanted => {
    type Act = (panel: unknown, subject: unknown) => Promise<void>;
    type Forecaster = {
      get(path: string): { findings: { remedy: Remedy | null }[] };
    };
    const panel = window.jupyterapp.shell.currentWidget as NotebookPanel;
    const forecaster: Forecaster = (await window.galata.getPlugin(
      'jupyterlab-retrace:forecaster' as never
    ))!;
    const actions: { [name: string]: Act } = (await window.galata.getPlugin(
      'jupyterlab-retrace:actions' as never
    ))!;
    const offered = forecaster
      .get(panel.context.path)
      .findings.map(finding => finding.remedy);
    const chosen = offered.find(each => each?.kind === wanted);
    switch (chosen?.kind) {
      case 'run-cells':
        return actions.runCells?.(panel, chosen.cellIds);
      case 'restore-cell':
        return actions.restoreCell?.(panel, chosen.executionId);
      case 'restart-and-run-to':
        void actions.restartAndRunTo?.(panel, chosen.cellId);
        return;
      default:
        throw new Error(`Not offered: ${wanted}: ${JSON.stringify(offered)}`);
    }
  }, kind);
}

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

test('a notebook run from top to bottom shows no flag, and running a cell again to the same effect none either', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  const status = page.locator('.jp-RetraceStatusItem');
  await expect(status).toContainText('nothing run yet');

  await worked.runAll();
  expect((await worked.forecast()).summary).toMatchObject({
    same: 4,
    shown: 4
  });
  expect(await worked.marks()).toEqual({});
  await expect(status).toHaveText('Reproducible: 4 of 4');

  await worked.run('a', 'b', 'b');
  expect((await worked.forecast()).causes).toEqual([]);
  expect(await worked.marks()).toEqual({});
  await expect(status).toHaveText('Reproducible: 4 of 4');
});

type Story = {
  readonly title: string;
  readonly sources?: readonly string[];
  work(worked: WorkedNotebook): Promise<void>;
  readonly cause: string;
  /** The cell that carries a mark, the verdict and a part of what the mark says. */
  readonly mark: readonly [string, string, RegExp];
};

const STORIES: readonly Story[] = [
  {
    title: 'a name bound by a cell further down',
    sources: ['print(x)', 'x = 1'],
    work: worked => worked.run('b', 'a'),
    cause: 'bound-below',
    mark: ['a', 'fails', /x.*cell 2/]
  },
  {
    title: 'a cell edited since it ran',
    work: async worked => {
      await worked.runAll();
      await worked.edit('a', 'x = 2');
    },
    cause: 'edited',
    mark: ['b', 'differs', /cell 1/]
  },
  {
    title: 'a cell that is gone',
    work: async worked => {
      await worked.runAll();
      await worked.delete('a');
    },
    cause: 'deleted-cell',
    mark: ['b', 'fails', /x/]
  },
  {
    title: 'a name that its cell binds no more',
    work: async worked => {
      await worked.runAll();
      await worked.run('a');
      await worked.edit('a', 'print(0)');
      await worked.run('a');
    },
    cause: 'definition-gone',
    mark: ['b', 'fails', /x/]
  },
  {
    title: 'a cell that counts up and ran twice',
    sources: ['n = 0', 'n += 1', 'print(n)'],
    work: worked => worked.run('a', 'b', 'b', 'c'),
    cause: 'repeated',
    mark: ['c', 'differs', /n/]
  },
  {
    title: 'a cell above that never ran',
    sources: ['x = 1', 'x = 2', 'print(x)'],
    work: worked => worked.run('a', 'c'),
    cause: 'unrun',
    mark: ['c', 'differs', /cell 2/]
  },
  {
    title: 'an output from an earlier kernel, where a cell has changed since',
    work: async worked => {
      await worked.runAll();
      await worked.restart();
      await worked.edit('a', 'x = 5');
      await worked.run('a');
    },
    cause: 'older-version',
    mark: ['b', 'differs', /before “x” changed/]
  },
  {
    title: 'a version that has been replaced since',
    work: async worked => {
      await worked.runAll();
      await worked.edit('a', 'x = 7');
      await worked.run('a');
    },
    cause: 'older-version',
    mark: ['b', 'differs', /x/]
  }
];

for (const { cause, mark, sources, title, work } of STORIES) {
  test(`flags ${title}`, async ({ page, tmpPath }) => {
    const worked = await open(page, tmpPath, sources);
    await work(worked);
    const { causes } = await worked.forecast();
    expect(causes).toContain(cause);
    const [cellId, verdict, sentence] = mark;
    const marks = await worked.marks();
    expect(marks[cellId]?.[0]).toBe(verdict);
    expect(marks[cellId]?.[1]).toMatch(sentence);
  });
}

test('running the stale cells takes the flags away', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  await worked.edit('a', 'x = 2');
  expect(Object.keys((await worked.forecast()).verdicts)).toHaveLength(4);
  expect(Object.keys(await worked.marks())).toContain('b');
  await remedy(page, 'run-cells');
  expect((await worked.forecast()).causes).toEqual([]);
  expect(await worked.marks()).toEqual({});
});

test('a deleted cell comes back where it stood, and undo takes it out again', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  await worked.delete('a');
  await worked.forecast();
  // Else undo would take what happened within half a second as one step.
  await worked.forgetUndo();
  await remedy(page, 'restore-cell');
  await expect.poll(() => page.notebook.getCellTextInput(0)).toContain('x = 1');
  expect(await page.notebook.getCellCount()).toBe(4);
  expect((await worked.forecast()).verdicts).toMatchObject({
    b: 'same',
    c: 'same'
  });
  await worked.command('notebook:undo-cell-action');
  expect(await page.notebook.getCellCount()).toBe(3);
});

test('restarting and running to a cell asks first, then makes it reproducible', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath, ['n = 0', 'n += 1', 'print(n)']);
  await worked.run('a', 'b', 'b', 'c');
  await worked.forecast();
  await remedy(page, 'restart-and-run-to');
  await page.locator('.jp-Dialog .jp-mod-accept').click();
  // Another kernel has to start before anything runs.
  await expect
    .poll(async () => (await worked.forecast()).summary.same, {
      timeout: 20_000
    })
    .toBe(3);
  expect(await worked.marks()).toEqual({});
});

test('marks stay through moves, undo, other themes and a reload, and nothing of them is in the notebook', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  await worked.edit('b', 'y = x + 2\nprint(y)');
  await worked.save();
  await worked.forecast();
  const marked = ['b', 'c'];
  await expect
    .poll(async () => Object.keys(await worked.marks()))
    .toEqual(marked);

  await worked.activate('d');
  await worked.command('notebook:move-cell-up');
  await worked.activate('b');
  await worked.command('notebook:cut-cell');
  expect(Object.keys(await worked.marks())).not.toContain('b');
  await worked.command('notebook:undo-cell-action');
  await worked.command('notebook:undo-cell-action');
  await worked.forecast();
  expect(Object.keys(await worked.marks())).toEqual(marked);

  await page.theme.setDarkTheme();
  expect(Object.keys(await worked.marks())).toEqual(marked);

  await worked.save();
  const saved = await page.evaluate(async path => {
    const { contents } = window.jupyterapp.serviceManager;
    return JSON.stringify((await contents.get(path)).content);
  }, worked.path);
  expect(saved).not.toMatch(/retrace/i);

  await worked.reload();
  await worked.forecast();
  expect(Object.keys(await worked.marks())).toEqual(marked);
});

test('a mark takes no room, and is there for a cell that comes into view', async ({
  page,
  tmpPath
}) => {
  const filler = Array.from({ length: 20 }, (_, at) => `print(${at})\n\n\n\n`);
  const worked = await open(page, tmpPath, ['x = 1', ...filler, 'print(x)']);
  await worked.runAll();
  await worked.forecast();
  const last = page.locator('.jp-Notebook .jp-Cell').last();
  await last.scrollIntoViewIfNeeded();
  const before = await last.boundingBox();
  await worked.edit('a', 'x = 2');
  await worked.forecast();
  await expect(last.locator('> .jp-RetraceMark')).toBeVisible();
  expect(await last.boundingBox()).toEqual(before);
});

test('the setting takes all marks away, and the command still explains', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  await worked.edit('a', 'x = 2');
  await worked.forecast();
  expect(await worked.marks()).not.toEqual({});
  await worked.activate('b');
  await worked.command('retrace:explain-cell');
  await expect(page.locator('.Toastify__toast')).toContainText('cell 1');
  await page.evaluate(async () => {
    const settings = await window.galata.getPlugin(
      '@jupyterlab/apputils-extension:settings'
    );
    await settings?.set('jupyterlab-retrace:plugin', 'flags', false);
  });
  await expect.poll(() => worked.marks()).toEqual({});
});
