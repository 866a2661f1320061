// What becomes of recorded runs when the browser, its disk or its user gets in the way; in a real browser's database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test, type BrowserContext, type Page } from '@playwright/test';

import { KillableBrowser } from '../support/killed-browser';
import { StoredRuns } from '../support/stored-runs';

type Setup = {
  readonly url: string;
  readonly browser: {
    readonly executablePath: string | undefined;
    readonly args: readonly string[];
  };
};

function setup(): Setup {
  const { use } = test.info().project;
  const { executablePath, args = [] } = use.launchOptions ?? {};
  return { url: use.baseURL ?? '', browser: { executablePath, args } };
}

/** The name of the database that the page's store is in. */
const databaseName = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const all = await indexedDB.databases();
    const ours = all.find(({ name }) =>
      name?.startsWith('jupyterlab-retrace:v1:')
    );
    return ours?.name ?? '';
  });

const numbers = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

test('a browser that is killed in a burst keeps everything that was acknowledged', async () => {
  test.setTimeout(240_000);
  const { browser: options, url } = setup();
  const profile = mkdtempSync(join(tmpdir(), 'retrace-profile-'));
  const acknowledged: string[] = [];
  let next = 0;
  for (const size of [200, 60_000, 500]) {
    const browser = await KillableBrowser.launch({ ...options, profile });
    const page = await browser.page();
    await page.exposeFunction('acknowledge', (msgId: string) => {
      acknowledged.push(msgId);
    });
    const runs = await StoredRuns.open(page, url);
    const before = acknowledged.length;
    const burst = { runId: 'run-1', first: next, count: 5000, size };
    runs.append(burst).catch(() => undefined);
    await expect
      .poll(() => acknowledged.length - before, { intervals: [20] })
      .toBeGreaterThan(40);
    await browser.kill();
    next += 5000;
  }

  const browser = await KillableBrowser.launch({ ...options, profile });
  const runs = await StoredRuns.open(await browser.page(), url);
  const found = await runs.read('run-1');
  expect(await runs.state()).toEqual({
    condition: 'ready',
    message: '',
    loss: ''
  });
  await browser.kill();
  rmSync(profile, { recursive: true, force: true });
  expect(acknowledged.filter(id => !found.msgIds.includes(id))).toEqual([]);
  expect(found.broken).toEqual([]);
  expect(found.whole).toEqual(found.msgIds);
  expect(new Set(found.msgIds).size).toBe(found.msgIds.length);
  expect(found.sequences).toEqual(numbers(found.msgIds.length));
  expect(found.counted).toBe(found.msgIds.length);
});

test('with 20 MB the oldest runs go, then outputs are left out, and every execution stays', async ({
  context,
  page
}) => {
  test.setTimeout(180_000);
  const { url } = setup();
  // Before the database opens: the browser remembers for a while how much room there was.
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(url).origin,
    quotaSize: 20_000_000
  });
  const runs = await StoredRuns.open(page, url);
  const old = { runId: 'old', first: 0, count: 6, size: 1_000_000 };
  await runs.append({ ...old, isLast: true });
  expect((await runs.read('old')).whole).toHaveLength(6);

  await runs.append({ runId: 'new', first: 0, count: 40, size: 1_000_000 });
  const conditionOf = async () => (await runs.state()).condition;
  await expect.poll(conditionOf, { timeout: 60_000 }).not.toBe('failing');
  const found = await runs.read('new');
  const state = await runs.state();
  expect(found.broken).toEqual([]);
  expect((await runs.read('old')).msgIds).toEqual([]);
  if (state.condition === 'memory') {
    expect(state.message).toMatch(/Free space on the disk and reload/);
  } else {
    expect(state.message).toMatch(/^$|Delete runs/);
    expect(found.sequences).toEqual(numbers(40));
    expect(found.whole.length).toBeGreaterThan(5);
    expect(found.whole.length).toBeLessThan(40);
  }

  await runs.append({ runId: 'small', first: 0, count: 20, size: 300 });
  const small = await runs.read('small');
  expect(small.sequences).toEqual(numbers(20));
  expect(small.broken).toEqual([]);
});

test('site data that is cleared under an open page is noticed, and recording goes on', async ({
  context,
  page
}) => {
  const { url } = setup();
  const runs = await StoredRuns.open(page, url);
  await runs.append({ runId: 'run-1', first: 0, count: 5, size: 2000 });
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(error.message));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', {
    origin: new URL(url).origin,
    storageTypes: 'all'
  });
  await expect
    .poll(async () => (await runs.state()).loss)
    .toMatch(/^1 run recorded at this address .* cleared or damaged/);
  await runs.append({ runId: 'run-1', first: 5, count: 5, size: 2000 });
  expect((await runs.state()).condition).toBe('ready');
  const found = await runs.read('run-1');
  expect(found.whole).toEqual(['m5', 'm6', 'm7', 'm8', 'm9']);
  expect(found.sequences).toEqual(numbers(5));
  expect(complaints).toEqual([]);
});

/** Opens the database as a later release would. */
async function upgrade(page: Page, name: string): Promise<string> {
  return page.evaluate(
    database =>
      new Promise<string>(resolve => {
        const request = indexedDB.open(database, 99);
        const from = performance.now();
        request.onupgradeneeded = () =>
          request.result.createObjectStore('later');
        request.onerror = () => resolve(String(request.error));
        request.onsuccess = () => {
          request.result.close();
          const isQuick = performance.now() - from < 3000;
          resolve(isQuick ? 'upgraded' : 'slow');
        };
      }),
    name
  );
}

async function otherPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/api`);
  return page;
}

test('an older page gives way to a newer release, and says what to do', async ({
  context,
  page
}) => {
  const { url } = setup();
  const older = await StoredRuns.open(page, url);
  await older.append({ runId: 'run-1', first: 0, count: 3, size: 100 });
  const later = await otherPage(context, url);
  expect(await upgrade(later, await databaseName(page))).toBe('upgraded');
  await expect
    .poll(async () => (await older.state()).condition)
    .toBe('read-only');
  expect((await older.state()).message).toMatch(/Reload this tab/);
  await older.append({ runId: 'run-1', first: 3, count: 3, size: 100 });

  const again = await StoredRuns.open(await context.newPage(), url);
  expect((await again.state()).condition).toBe('read-only');
});

test('a page that freezes does not hold an upgrade up', async ({
  context,
  page
}) => {
  const { url } = setup();
  const frozen = await StoredRuns.open(page, url);
  await frozen.append({ runId: 'run-1', first: 0, count: 3, size: 100 });
  const name = await databaseName(page);
  const devtools = await context.newCDPSession(page);
  const later = await otherPage(context, url);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  expect(await upgrade(later, name)).toBe('upgraded');
});

test('a page that closes right after a large output leaves no broken reference', async ({
  context
}) => {
  test.setTimeout(180_000);
  const { url } = setup();
  for (let round = 0; round < 3; round++) {
    const page = await context.newPage();
    const runs = await StoredRuns.open(page, url);
    await runs.append({
      runId: `run-${round}`,
      first: 0,
      count: 1,
      size: 5_000_000,
      isAwaited: false
    });
    await page.close();
  }
  const runs = await StoredRuns.open(await context.newPage(), url);
  let stored = 0;
  for (let round = 0; round < 3; round++) {
    const found = await runs.read(`run-${round}`);
    expect(found.broken).toEqual([]);
    expect(found.counted).toBe(found.msgIds.length);
    stored += found.whole.length;
  }
  test.info().annotations.push({ type: 'stored', description: `${stored}/3` });
  expect((await runs.state()).condition).toBe('ready');
});

test('two pages record the same executions once', async ({ context }) => {
  const { url } = setup();
  const pages = await Promise.all([context.newPage(), context.newPage()]);
  const [one, two] = await Promise.all(
    pages.map(page => StoredRuns.open(page, url))
  );
  const burst = { runId: 'run-1', first: 0, count: 60, size: 300 };
  await Promise.all([one?.append(burst), two?.append(burst)]);
  const found = await one?.read('run-1');
  expect(found?.sequences).toEqual(numbers(60));
  expect(found?.counted).toBe(60);
  expect(found?.broken).toEqual([]);
});
