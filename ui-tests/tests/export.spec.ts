// From a session to a script that a fresh Python runs: the preview, saving, copying, and what is refused.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';

import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

const { RETRACE_UI_PYTHON: python = 'python3' } = process.env;

const SOURCES = [
  'import math\nradius = 2',
  'unused = [1, 2, 3]',
  'area = math.pi * radius ** 2\nprint(f"area {area:.3f}")'
];

let notebook: WorkedNotebook | null = null;

async function open(
  page: IJupyterLabPageFixture,
  tmpPath: string
): Promise<WorkedNotebook> {
  notebook = await WorkedNotebook.open(page, `${tmpPath}/nb.ipynb`, SOURCES);
  return notebook;
}

async function contentOf(
  page: IJupyterLabPageFixture,
  path: string
): Promise<string> {
  return page.evaluate(async file => {
    const { contents } = window.jupyterapp.serviceManager;
    return (await contents.get(file)).content;
  }, path);
}

/** True where the kernels of the tests find a formatter: they share their interpreter and its folder with the specs. */
function hasFormatter(): boolean {
  const code = `
import os, shutil, sys
here = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
print(any(shutil.which(name, path=here) for name in ("ruff", "black")))`;
  const said = execFileSync(python, ['-c', code], { encoding: 'utf8' });
  return said.trim() === 'True';
}

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

test('the saved script prints in a fresh Python what the notebook printed', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.run('b', 'a', 'c');
  await worked.edit('a', 'import math\nradius = 3');
  await worked.run('a', 'c', 'c');

  await worked.begin('retrace:export-run');
  const dialog = page.locator('.jp-RetraceExportDialog');
  await expect(dialog).toContainText('3 of 6 executions');
  await expect(dialog.locator('.jp-RetraceExport-script')).toContainText(
    'radius = 3'
  );
  await dialog.getByText('executions left out').click();
  await expect(dialog).toContainText('It repeats what is');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.Toastify__toast')).toContainText('nb-run-1.py');

  const script = await contentOf(page, `${tmpPath}/nb-run-1.py`);
  const file = join(mkdtempSync(join(tmpdir(), 'script-')), 'nb-run-1.py');
  writeFileSync(file, script);
  const printed = execFileSync(python, [file], { encoding: 'utf8' });
  expect(printed).toContain('area 28.274');
});

test('a bundle of the selected cells is saved with its data, and checks itself', async ({
  page,
  tmpPath
}) => {
  await page.contents.uploadContent('41', 'text', `${tmpPath}/data.txt`);
  const worked = await open(page, tmpPath);
  await worked.edit('a', 'n = int(open("data.txt").read())');
  await worked.edit('c', 'print(n + 1)');
  await worked.run('a', 'b', 'c');
  await page.locator('.jp-Notebook .jp-CodeCell').last().click();
  await worked.begin('retrace:export-selection');
  const dialog = page.locator('.jp-RetraceExportDialog');
  await dialog.getByLabel('Bundle').check();
  await expect(
    dialog.getByRole('cell', { name: 'work/data.txt' })
  ).toBeVisible();
  await dialog.getByLabel('Ask the package index').check();
  await expect(dialog).toContainText('2 of 3 executions');
  await dialog.getByLabel('Save as').fill(`${tmpPath}/for-you.zip`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  // A tool beside the kernel may be asked for a lock of the packages before.
  await expect(
    page.locator('.Toastify__toast', { hasText: 'for-you.zip' })
  ).toBeVisible({ timeout: 60_000 });

  const packed = await page.evaluate(async path => {
    const { contents } = window.jupyterapp.serviceManager;
    const options = { type: 'file', format: 'base64', content: true } as const;
    return (await contents.get(path, options)).content;
  }, `${tmpPath}/for-you.zip`);
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(folder, 'b.zip'), Buffer.from(packed, 'base64'));
  execFileSync(python, ['-m', 'zipfile', '-e', 'b.zip', '.'], { cwd: folder });
  const said = execFileSync(python, ['check.py', '--here'], {
    cwd: folder,
    encoding: 'utf8'
  });
  expect(said).toContain('1 of 1 cells that showed something show the same.');
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(readme).toMatch(/`pylock\.toml`: neither uv|made it for CPython/);
});

test('a script is formatted by the tool beside the kernel; without one it is saved as it is, and the page says why', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.edit('a', "side=[1,2][ 1 ]\nprint( 'side',side )");
  await worked.run('a');
  await worked.begin('retrace:export-run');
  const dialog = page.locator('.jp-RetraceExportDialog');
  await dialog.getByLabel('Have ruff or black format it').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const toasts = page.locator('.Toastify__toast');
  await expect(toasts.filter({ hasText: 'nb-run-1.py' })).toBeVisible({
    timeout: 60_000
  });

  const script = await contentOf(page, `${tmpPath}/nb-run-1.py`);
  const why = toasts.filter({ hasText: 'neither ruff nor black is there' });
  if (hasFormatter()) {
    await expect(why).toHaveCount(0);
    expect(script).toContain('side = [1, 2][1]\nprint("side", side)\n');
  } else {
    await expect(why).toBeVisible();
    expect(script).toContain("side=[1,2][ 1 ]\nprint( 'side',side )\n");
  }
});

test('the preview counts the secrets of the code, and the script stops where one has to be put back', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  const password = 'violet-Harbour-73';
  await worked.edit('a', `password = "${password}"\nprint(len(password))`);
  await worked.run('a');
  await worked.begin('retrace:export-run');
  const dialog = page.locator('.jp-RetraceExportDialog');
  await expect(dialog.locator('.jp-RetraceExport-warnings')).toContainText(
    /cell 1: Secrets stood in this code .* Marks: 1$/
  );
  await expect(dialog.locator('.jp-RetraceExport-script')).toContainText(
    '[secret: '
  );
  await expect(dialog).not.toContainText(password);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.locator('.Toastify__toast')).toContainText('nb-run-1.py');

  const script = await contentOf(page, `${tmpPath}/nb-run-1.py`);
  expect(script).not.toContain(password);
  const { status, stderr } = spawnSync(python, ['-'], {
    input: script,
    encoding: 'utf8'
  });
  expect(status).toBe(1);
  expect(stderr).toContain('secret');
});

test('a file that is there is kept, unless the user says otherwise', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  const mine = `${tmpPath}/nb-run-1.py`;
  await page.contents.uploadContent('# mine\n', 'text', mine);
  const save = async (): Promise<void> => {
    await worked.begin('retrace:export-run');
    await page
      .locator('.jp-RetraceExportDialog')
      .getByRole('button', { name: 'Save' })
      .click();
  };
  const question = page.locator('.jp-Dialog', { hasText: 'is there already' });

  await save();
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await contentOf(page, mine)).toBe('# mine\n');

  await save();
  await question.getByRole('button', { name: 'Save as nb-run-1-2.py' }).click();
  await expect(page.locator('.Toastify__toast')).toContainText('nb-run-1-2.py');
  expect(await contentOf(page, mine)).toBe('# mine\n');
  expect(await contentOf(page, `${tmpPath}/nb-run-1-2.py`)).toContain('radius');

  await save();
  await question.getByRole('button', { name: 'Replace' }).click();
  // While it is replaced, there is none of this name for a moment.
  await expect
    .poll(() => contentOf(page, mine).catch(() => ''))
    .toContain('radius');
});

test('the context menu of the notebook opens the preview, and Copy copies the script', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  await page
    .locator('.jp-Notebook .jp-CodeCell')
    .first()
    .click({ button: 'right' });
  await page
    .locator('.lm-Menu-item', { hasText: 'Export Script of What Ran' })
    .click();
  const dialog = page.locator('.jp-RetraceExportDialog');
  await expect(dialog).toBeVisible();

  await page.evaluate(() => {
    document.addEventListener('copy', event => {
      document.body.dataset.copied = event.clipboardData?.getData('text') ?? '';
    });
  });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(page.locator('body')).toHaveAttribute(
    'data-copied',
    /# %%[\s\S]*area/
  );
});

test('a notebook in which nothing ran gets a sentence, not an empty script', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.begin('retrace:export-run');
  await expect(page.locator('.Toastify__toast')).toBeVisible();
  await expect(page.locator('.jp-RetraceExportDialog')).toHaveCount(0);
});

test('a script that cannot be saved is not lost', async ({ page, tmpPath }) => {
  const worked = await open(page, tmpPath);
  await worked.runAll();
  await page.route('**/api/contents/**', (route, request) =>
    request.method() === 'PUT' && request.url().includes('nb-run-1.py')
      ? route.fulfill({
          status: 500,
          json: { message: '[Errno 28] No space left on device' }
        })
      : route.fallback()
  );
  await worked.begin('retrace:export-run');
  await page
    .locator('.jp-RetraceExportDialog')
    .getByRole('button', { name: 'Save' })
    .click();
  const toast = page.locator('.Toastify__toast');
  await expect(toast).toContainText('disk is full');
  await expect(
    toast.getByRole('button', { name: 'Copy Script' })
  ).toBeVisible();
});

test('the exported history holds all that ran, in the form that the command line reads', async ({
  page,
  tmpPath
}) => {
  const worked = await open(page, tmpPath);
  await worked.run('b', 'a', 'c');
  const coming = page.waitForEvent('download');
  await worked.begin('retrace:export-history');
  const download = await coming;
  expect(download.suggestedFilename()).toBe('nb-history.json');

  const history = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(history).toMatchObject({ format: 'retrace-history', version: 1 });
  const [{ executions }] = history.runs;
  expect(
    executions.map(
      (one: { cellId: string; source: string; status: string }) => [
        one.cellId,
        one.source,
        one.status
      ]
    )
  ).toEqual([
    ['b', SOURCES[1], 'ok'],
    ['a', SOURCES[0], 'ok'],
    ['c', SOURCES[2], 'ok']
  ]);
  expect(executions[2].outputs).toEqual([
    { output_type: 'stream', name: 'stdout', text: 'area 12.566\n' }
  ]);
  expect(executions[1].report).toMatchObject({ v: 1, kind: 'report' });
});
