// What a run stands on, as a real JupyterLab, server and kernel tell it.
import { expect, test } from '@jupyterlab/galata';

import type { IRunStore } from '../../src/tokens';
import { expectRun } from '../support/recorded-runs';
import { WorkedNotebook } from '../support/worked-notebook';

test('a run tells its server, folder, interpreter, hardware and where packages came from', async ({
  page,
  tmpPath,
  baseURL
}) => {
  const path = `${tmpPath}/where.ipynb`;
  await WorkedNotebook.open(page, path, ['x = 1']);
  await page.evaluate(() =>
    window.jupyterapp.commands.execute('notebook:run-all-cells')
  );
  await expectRun(page, path, ['a ok']);
  const surroundings = () =>
    page.evaluate(async notebookPath => {
      const store = (await window.galata.getPlugin(
        'jupyterlab-retrace:store' as never
      )) as unknown as IRunStore;
      const [run] = await store.list({ notebookPath });
      const environment =
        run?.environmentId && (await store.environment(run.environmentId));
      const context = run && (await store.context(run.runId));
      const details = environment ? environment.details : undefined;
      return {
        serverUrl: context?.serverUrl,
        folder: context?.workingDirectory.split('/').pop(),
        user: context?.user,
        executable: details?.executable,
        cores: details?.hardware.cores,
        origins: environment
          ? environment.packages.filter(({ origin }) => origin).length
          : 0
      };
    }, path);
  await expect.poll(surroundings).toEqual({
    serverUrl: `${baseURL}/`,
    folder: tmpPath.split('/').pop(),
    // Galata's own.
    user: 'jovyan',
    executable: 'venv',
    cores: expect.any(Number),
    origins: expect.any(Number)
  });
  expect((await surroundings()).origins).toBeGreaterThan(20);
});
