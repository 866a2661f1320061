// Notebooks in other languages: R with all that Python has, Bash through what needs no reading.
import { expect, test } from '@jupyterlab/galata';

import { expectRun, latest } from '../support/recorded-runs';
import { WorkedNotebook } from '../support/worked-notebook';

test.use({ kernels: null, sessions: null });

test('reads R: what hangs on an edit and on a cell further down is told', async ({
  page,
  tmpPath
}) => {
  const kernels = await page.evaluate(async () => {
    const { kernelspecs } = window.jupyterapp.serviceManager;
    await kernelspecs.ready;
    return Object.keys(kernelspecs.specs?.kernelspecs ?? {});
  });
  test.skip(!kernels.includes('ir'), 'There is no R with IRkernel here.');
  const path = `${tmpPath}/r.ipynb`;
  const notebook = await WorkedNotebook.open(
    page,
    path,
    ['k <- 2', 'xs <- c(1, 2, 3)', 'sum(xs) * k', 'length(xs)', 'k <- 5'],
    'ir'
  );
  await notebook.run('a', 'b', 'c', 'd');
  const all = ['a ok', 'b ok', 'c ok', 'd ok'];
  const recorded = await expectRun(page, path, all);
  expect(recorded.gaps).toEqual([]);
  expect(recorded.executions[1]).toMatchObject({ bound: ['xs'] });
  expect((await notebook.forecast()).causes).toEqual([]);

  await notebook.run('e', 'c');
  await notebook.edit('b', 'xs <- c(1, 2)');
  const { causes, verdicts } = await notebook.forecast();
  expect(verdicts).toMatchObject({ c: 'differs', d: 'differs' });
  expect([...causes].sort()).toEqual(['bound-below', 'edited']);
  await notebook.shutDown();
});

test('records a Bash kernel and tells what needs no reading', async ({
  page,
  tmpPath
}) => {
  const path = `${tmpPath}/bash.ipynb`;
  const notebook = await WorkedNotebook.open(
    page,
    path,
    ['n=3', 'echo $((n * 2))', 'echo done', 'nosuchcommand'],
    'bash'
  );
  await notebook.run('a', 'b', 'c', 'd');
  const recorded = await expectRun(page, path, [
    'a ok',
    'b ok',
    'c ok',
    'd error'
  ]);
  expect(recorded).toMatchObject({ gaps: ['no-probe'] });
  expect(recorded.executions[1]?.shown).toBe('6\n');

  await notebook.edit('b', 'echo $((n * 3))');
  await notebook.run('a');
  expect((await notebook.forecast()).causes).toEqual(
    expect.arrayContaining(['edited', 'out-of-order'])
  );
  await notebook.restart();
  await notebook.run('c');
  expect((await notebook.forecast()).causes).toContain('earlier-kernel');
  expect((await latest(page, path)).executions).toHaveLength(1);
  await notebook.shutDown();
});
