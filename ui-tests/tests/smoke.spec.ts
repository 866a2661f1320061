// JupyterLab starts with the extension, and the extension starts without a complaint.
import { expect, test } from '@jupyterlab/galata';

const NAME = 'jupyterlab-retrace';

test('starts every plugin of the extension, silently', async ({
  page,
  baseURL
}) => {
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    const isOurs = /retrace/i.test(message.text() + message.location().url);
    if (isOurs && ['error', 'warning'].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  await page.goto(`${baseURL}/lab`);

  const state = await page.evaluate(async name => {
    const app = window.jupyterapp;
    const ids = app.listPlugins().filter(id => id.startsWith(`${name}:`));
    await Promise.all(ids.map(id => app.activatePlugin(id)));
    const { federated_extensions: extensions } = JSON.parse(
      document.getElementById('jupyter-config-data')?.textContent ?? '{}'
    );
    return {
      isServed: extensions.some(
        (extension: { name: string }) => extension.name === name
      ),
      inactive: ids.filter(id => !app.isPluginActivated(id))
    };
  }, NAME);

  expect(state).toEqual({ isServed: true, inactive: [] });
  expect(complaints).toEqual([]);
});
