// The Run History panel in front of a real kernel: live, by mouse, by keyboard, and with hostile content.
import { expect, test, type IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { NotebookPanel } from '@jupyterlab/notebook';

import { BEACON, hostileOutputs } from '../support/hostile-outputs';
import { RunHistory } from '../support/run-history';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

let notebook: WorkedNotebook | null = null;

async function open(
  page: IJupyterLabPageFixture,
  path: string,
  sources: readonly string[]
): Promise<{ worked: WorkedNotebook; history: RunHistory }> {
  notebook = await WorkedNotebook.open(page, path, sources);
  const history = new RunHistory(page);
  await history.open();
  return { worked: notebook, history };
}

/** What has the focus, by its row's name for assistive technology. */
const focused = (page: IJupyterLabPageFixture): Promise<string | null> =>
  page.evaluate(
    () =>
      document.activeElement
        ?.closest('[role=treeitem]')
        ?.getAttribute('aria-label') ?? null
  );

test.afterEach(async () => {
  await notebook?.shutDown();
  notebook = null;
});

test('says what it is for while there is nothing to show', async ({
  page,
  tmpPath
}) => {
  const history = new RunHistory(page);
  await history.open();
  await expect(history.root).toContainText('No notebook open');

  const { worked } = await open(page, `${tmpPath}/empty.ipynb`, ['x = 1']);
  await expect(history.root).toContainText('Nothing recorded yet');
  await expect(history.root).toContainText(new URL(page.url()).origin);

  await history.root
    .getByRole('button', { name: 'Record this notebook' })
    .click();
  await expect(history.root).toContainText('Recording is off');
  await worked.runAll();
  await expect(history.root).toContainText('Recording is off');
  await expect(history.executions).toHaveCount(0);
});

test('shows executions as they happen, with code, changes and outputs', async ({
  page,
  tmpPath
}) => {
  const { history, worked } = await open(page, `${tmpPath}/live.ipynb`, [
    'x = 1',
    'print("value", x)',
    '1 / 0'
  ]);
  await worked.run('a', 'b');
  await expect(history.executions).toHaveCount(2);
  await worked.run('c');
  await expect(history.executions).toHaveCount(3);
  await expect(history.runs).toContainText(['Run 1']);
  await expect(history.runs).toContainText(['3 executions']);
  await expect(history.runs).toContainText(['1 failed']);
  await expect(history.executions.nth(2).getByRole('img')).toHaveAttribute(
    'aria-label',
    'Failed'
  );

  await history.executions.nth(1).click();
  const detail = history.details.first();
  await expect(detail.locator('.jp-RetraceCode')).toHaveText(
    'print("value", x)'
  );
  await expect(detail.locator('.jp-RetraceCode span').first()).toBeVisible();
  await expect(detail.locator('.jp-RetraceOutput')).toContainText('value 1');
  const changes = detail.getByRole('button', { name: 'Changes' });
  await changes.click();
  await expect(detail).toContainText('still holds exactly this code');

  await worked.edit('b', 'print("changed", x)');
  await expect(detail.locator('.jp-mod-removed')).toContainText('"value"');
  await expect(detail.locator('.jp-mod-added')).toContainText('"changed"');

  await worked.delete('b');
  await expect(history.executions.nth(1)).toContainText('deleted cell');
  await expect(detail).toContainText('no cell in the notebook to compare');
  await expect(detail.getByRole('button', { name: 'Go to cell' })).toHaveCount(
    0
  );
  await detail.getByRole('button', { name: 'Restore as new cell' }).click();
  await expect(history.executions.nth(1)).not.toContainText('deleted cell');
});

test('what an open execution offers stays in its place while more becomes known', async ({
  page,
  tmpPath
}) => {
  const { history, worked } = await open(page, `${tmpPath}/place.ipynb`, [
    'answer = input("go on? ")\nassert answer == "yes", answer'
  ]);
  await worked.activate('a');
  await worked.begin('notebook:run-cell');
  await expect(page.locator('.jp-Stdin-input')).toBeVisible();
  await history.executions.first().click();
  const { details } = history;
  const button = details.getByRole('button', { name: 'Go to cell' });
  const below = async (): Promise<number> => {
    const [row, box] = await Promise.all([
      history.executions.first().boundingBox(),
      button.boundingBox()
    ]);
    return Math.round((box?.y ?? NaN) - (row?.y ?? NaN));
  };
  await expect(details).not.toContainText('AssertionError');
  const before = await below();
  expect(before).toBeGreaterThan(0);
  await page.locator('.jp-Stdin-input').fill('no');
  await page.locator('.jp-Stdin-input').press('Enter');
  await expect(details.locator('.jp-RetraceFacts')).toContainText(
    'AssertionError'
  );
  await expect(details.locator('.jp-RetraceFacts')).toContainText('answer');
  expect(await below()).toBe(before);
});

test('follows what runs, and stays where the user has scrolled to', async ({
  page,
  tmpPath
}) => {
  const { history, worked } = await open(page, `${tmpPath}/follow.ipynb`, [
    'x = 1'
  ]);
  const codes = (from: number): string[] =>
    Array.from({ length: 30 }, (_, index) => `n = ${from + index}`);
  await worked.runElsewhere(...codes(0));
  await worked.runElsewhere(...codes(30));
  const last = history.executions.filter({ hasText: 'n = 59' });
  await expect(last).toBeInViewport();

  const middle = history.executions.filter({ hasText: 'n = 20' });
  await history.scroller.evaluate(element => (element.scrollTop = 420));
  await expect(middle).toBeInViewport();
  const place = await middle.boundingBox();
  await worked.runElsewhere(...codes(60));
  await expect
    .poll(() => history.executions.first().getAttribute('aria-setsize'))
    .toBe('90');
  expect(await middle.boundingBox()).toEqual(place);
});

test('opens a new run after a restart and keeps the old one', async ({
  page,
  tmpPath
}) => {
  const { history, worked } = await open(page, `${tmpPath}/two.ipynb`, [
    'x = 1'
  ]);
  await worked.run('a');
  await expect(history.executions).toHaveCount(1);
  await worked.restart();
  await worked.run('a');
  await expect(history.runs).toHaveCount(2);
  await expect(history.runs.nth(0)).toContainText('Run 2');
  await expect(history.runs.nth(1)).toContainText('ended by a restart');
});

for (const mode of ['contentVisibility', 'full', 'defer', 'none']) {
  test.describe(`with windowing “${mode}”`, () => {
    test.use({
      mockSettings: {
        '@jupyterlab/notebook-extension:tracker': { windowingMode: mode }
      }
    });

    test('goes to a cell that is far away', async ({ page, tmpPath }) => {
      const far = 'print("far")';
      const sources = [
        ...Array.from({ length: 24 }, (_, index) => `a${index} = 1\n\n\n\n\n`),
        far
      ];
      const { history, worked } = await open(
        page,
        `${tmpPath}/long.ipynb`,
        sources
      );
      await worked.run('y');
      await expect(history.root).toContainText('would come out again');
      await worked.activate('a');
      await history.executions.first().click();
      await history.details.getByRole('button', { name: 'Go to cell' }).click();
      await expect
        .poll(() =>
          page.evaluate(() => {
            const { content } = window.jupyterapp.shell
              .currentWidget as NotebookPanel;
            return content.activeCell?.model.id;
          })
        )
        .toBe('y');
      await expect(
        page.locator('.jp-Notebook .jp-Cell.jp-mod-active')
      ).toBeInViewport();
    });
  });
}

test('is worked by keyboard alone, and the focus stays where it is', async ({
  page,
  tmpPath
}) => {
  const { history, worked } = await open(page, `${tmpPath}/keys.ipynb`, [
    'x = 1',
    'print(x)',
    'y = 2'
  ]);
  await worked.run('a', 'b');
  await expect(history.executions).toHaveCount(2);
  await history.runs.first().focus();

  await page.keyboard.press('ArrowLeft');
  await expect(history.executions).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(history.executions).toHaveCount(2);
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toContain('print(x)');
  await page.keyboard.press('Enter');
  await expect(history.details).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe('Details of cell 2');
  await page.keyboard.press('Enter');
  await expect(
    history.details.getByRole('button', { name: 'Go to cell' })
  ).toBeFocused();

  await worked.runElsewhere('z = 1', 'z = 2', 'z = 3');
  await expect(history.executions).toHaveCount(5);
  await expect(history.executions.last()).toContainText('outside the notebook');
  await expect(
    history.details.getByRole('button', { name: 'Go to cell' })
  ).toBeFocused();

  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toContain('print(x)');
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toContain('Run 1');
  await page.keyboard.press('Tab');
  await expect(
    history.root.getByRole('button', { name: /^Degree of reproducibility/ })
  ).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(
    history.root.getByRole('button', { name: 'Actions for run 1' })
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Pin' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(
    history.root.getByRole('button', { name: 'Actions for run 1' })
  ).toBeFocused();
});

test('removes what it is told to remove, after asking', async ({
  page,
  tmpPath
}) => {
  const { history, worked } = await open(page, `${tmpPath}/clear.ipynb`, [
    'x = 1'
  ]);
  await worked.run('a');
  await worked.restart();
  await worked.run('a');
  await expect(history.runs).toHaveCount(2);

  await history.runs
    .nth(1)
    .getByRole('button', { name: 'Actions for run 1' })
    .click();
  await page.getByRole('menuitem', { name: 'Delete Run…' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(history.runs).toHaveCount(2);
  await history.runs
    .nth(1)
    .getByRole('button', { name: 'Actions for run 1' })
    .click();
  await page.getByRole('menuitem', { name: 'Delete Run…' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(history.runs).toHaveCount(1);

  await history.root.getByRole('button', { name: 'More actions' }).click();
  await page
    .getByRole('menuitem', { name: 'Clear History of This Notebook…' })
    .click();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(history.root).toContainText('Nothing recorded yet');
});

test('finds executions by code, and by what became of them', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/find.ipynb`;
  const { history } = await open(page, path, ['x = 1']);
  await history.seed(path, [{ source: 'needle = 1' }, { source: 'hay = 1' }]);
  await history.seed(path, [
    { source: 'hay = 2' },
    { source: 'broken()', status: 'error' }
  ]);
  await expect(history.runs).toHaveCount(2);
  const search = history.root.getByRole('textbox');
  await search.fill('needle');
  await expect(history.executions).toHaveCount(1);
  await expect(history.executions).toContainText('needle = 1');
  await search.press('Escape');
  await history.root.getByRole('combobox').selectOption('failed');
  await expect(history.executions).toHaveCount(1);
  await expect(history.executions).toContainText('broken()');
});

test('shows 10,000 executions with few elements', async ({ page, tmpPath }) => {
  const path = `${tmpPath}/many.ipynb`;
  const { history } = await open(page, path, ['x = 1']);
  const executions = Array.from({ length: 10_000 }, (_, index) => ({
    source: `x = ${index}`
  }));
  await history.seed(path, executions);
  await expect(history.runs).toContainText(['10000 executions']);
  await expect(history.executions.first()).toContainText('x = 0');

  const most = await history.scroller.evaluate(async element => {
    let count = 0;
    for (let step = 0; step <= 40; step += 1) {
      element.scrollTop = (element.scrollHeight * step) / 40;
      const { left, top } = element.getBoundingClientRect();
      for (let frame = 0; ; frame += 1) {
        await new Promise(resolve => requestAnimationFrame(resolve));
        const seen = document.elementFromPoint(left + 60, top + 40);
        if (seen?.closest('[role=treeitem]')) {
          break;
        }
        if (frame > 100) {
          throw new Error(`Nothing to see at step ${step}`);
        }
      }
      const rows = element.querySelectorAll('[role=treeitem]');
      count = Math.max(count, rows.length);
    }
    return count;
  });
  expect(most).toBeLessThan(100);

  await history.runs.first().focus();
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toContain('x = 9999');
  const height = (): Promise<number> =>
    history.scroller.evaluate(each => each.scrollHeight);
  const before = await height();
  await history.seed(path, [{ source: 'a newer run' }]);
  await expect.poll(height).toBeGreaterThan(before);
  await expect.poll(() => focused(page)).toContain('x = 9999');
  await expect(
    history.executions.filter({ hasText: 'x = 9999' })
  ).toBeInViewport();
});

test('lets hostile outputs do nothing', async ({ page, tmpPath }) => {
  const path = `${tmpPath}/hostile.ipynb`;
  const { history } = await open(page, path, ['x = 1']);
  const requests: string[] = [];
  const navigations: string[] = [];
  await history.seed(path, [{ source: 'hostile()', outputs: hostileOutputs }]);
  await expect(history.executions).toHaveCount(1);
  await page.evaluate(() => {
    const probe = window as unknown as { __commands: string[] };
    probe.__commands = [];
    window.jupyterapp.commands.commandExecuted.connect((_, { id }) =>
      probe.__commands.push(id)
    );
  });
  await page.route(`${BEACON}/**`, route => route.abort());
  page.on('request', request => requests.push(request.url()));
  page.on('framenavigated', frame => navigations.push(frame.url()));

  await history.executions.first().click();
  const outputs = history.details.locator('.jp-RetraceOutput');
  await expect(outputs.first()).toBeVisible();
  const more = history.details.getByRole('button', { name: /more outputs?$/ });
  // The list measures its rows while they grow, so a click may meet the place where the button was.
  await expect(async () => {
    await more.click({ timeout: 2000 }).catch(() => undefined);
    await expect(outputs).toHaveCount(hostileOutputs.length, { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await expect(history.details).toContainText('Not shown here');
  await expect(history.details).toContainText('remote references blocked');
  const content = history.details.locator('.jp-RetraceOutput-media');
  await content.evaluateAll(async elements => {
    const shown = elements.flatMap(element => [
      ...element.querySelectorAll<HTMLElement>('a, button, summary, img, div')
    ]);
    shown.forEach(element => element.click());
    await new Promise(resolve => setTimeout(resolve, 1000));
  });

  const calls = (): string[] =>
    requests.filter(url => /beacon|hostile-|_xsrf|javascript:/.test(url));
  expect(calls()).toEqual([]);
  const harm = (): Promise<unknown> =>
    page.evaluate(() => {
      const probe = window as unknown as {
        __strikes?: number;
        __commands: string[];
      };
      const root = document.querySelector('.jp-RetraceOutputs');
      const all = [...(root?.querySelectorAll('*') ?? [])];
      return {
        strikes: probe.__strikes ?? 0,
        commands: probe.__commands.filter(id => !id.startsWith('retrace:')),
        attributes: all
          .filter(element => element.closest('.jp-RetraceOutput-media'))
          .flatMap(element => element.getAttributeNames())
          .filter(name => /^on|commandlinker|^id$|^name$|srcset/.test(name)),
        elements: all
          .map(element => element.localName)
          .filter(name =>
            /^(script|iframe|object|embed|link|meta|base|style|form|input)$/.test(
              name
            )
          ),
        polluted: root?.textContent?.includes('polluted')
      };
    });
  const harmless = {
    strikes: 0,
    commands: [],
    attributes: [],
    elements: [],
    polluted: false
  };
  expect(await harm()).toEqual(harmless);
  expect(navigations).toEqual([]);
  const box = await history.details.first().boundingBox();
  const covering = await page.evaluate(
    () =>
      document.elementFromPoint(300, 300)?.closest('.jp-RetracePanel') !== null
  );
  expect(box).not.toBeNull();
  expect(covering).toBe(false);

  await history.details.getByRole('button', { name: 'Load' }).click();
  await expect
    .poll(() => calls().filter(url => url.startsWith(BEACON)).length)
    .toBeGreaterThan(0);
  expect(calls().filter(url => !url.startsWith(BEACON))).toEqual([]);
  expect(await harm()).toEqual(harmless);
  expect(navigations).toEqual([]);
});

test('shows hostile names as text', async ({ page, tmpPath }) => {
  const strike = '<img src=x onerror="window.__strikes=1">';
  const name = `<img src=x onerror=__x()>\u202egpj.ipynb`;
  const path = `${tmpPath}/${name}`;
  const { history } = await open(page, path, ['x = 1']);
  await history.seed(
    path,
    [
      {
        source: `${strike}\u202e # reversed`,
        status: 'error',
        error: { ename: strike, evalue: `\u202e${'x'.repeat(10_000)}` },
        imported: { [`"><script>${strike}</script>`]: '1.0' }
      }
    ],
    `${strike}${'k'.repeat(10_000)}`
  );
  await expect(history.executions).toHaveCount(1);
  await expect(history.executions).toContainText(strike);
  await expect(history.runs).toContainText([strike]);
  await expect(history.root.locator('.jp-RetraceHeader')).toContainText(name);
  await history.executions.first().click();
  await expect(history.details).toContainText(strike);
  await history.root.getByRole('button', { name: 'More actions' }).click();
  await page
    .getByRole('menuitem', { name: 'Clear History of This Notebook…' })
    .click();
  await expect(page.locator('.jp-Dialog')).toContainText('<img src=x');
  await page.getByRole('button', { name: 'Cancel' }).click();

  expect(await history.root.locator('img[src="x"], script').count()).toBe(0);
  expect(
    await page.evaluate(
      () => (window as unknown as { __strikes?: number }).__strikes ?? 0
    )
  ).toBe(0);
  const widths = await history.root.evaluate(element =>
    [...element.querySelectorAll('.jp-RetraceRuns-row, .jp-RetraceHeader')].map(
      row => row.scrollWidth - element.clientWidth
    )
  );
  expect(Math.max(...widths)).toBeLessThanOrEqual(0);
});
