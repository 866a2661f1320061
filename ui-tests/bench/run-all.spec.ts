// What recording costs: Run All of 200 cells with and without the extension, in turn, in one browser on one server.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { expect, test, type Browser, type Page } from '@playwright/test';
// Declares `window.jupyterapp`.
import type {} from '@jupyterlab/galata';

const CELLS = 200;
const ROUNDS = 9;

type Side = {
  readonly name: 'with' | 'without';
  readonly page: Page;
  readonly times: number[];
  /** Longest time for which the page did not answer, in each round. */
  readonly stalls: number[];
};

/** A notebook as people have them: imports, small computations, tables and prints. */
function notebook(): unknown {
  const source = (index: number): string =>
    index === 0
      ? 'import numpy as np\nimport pandas as pd\nframe = pd.DataFrame({"a": np.arange(100.0)})'
      : [
          `x${index} = ${index}\nx${index}`,
          `frame["c${index}"] = frame["a"] * ${index}`,
          `print("cell ${index}", frame.shape)`,
          'frame.head(3)'
        ][index % 4]!;
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3' },
      language_info: { name: 'python' }
    },
    cells: Array.from({ length: CELLS }, (_, index) => ({
      id: `cell-${index}`,
      cell_type: 'code',
      metadata: {},
      execution_count: null,
      outputs: [],
      source: source(index)
    }))
  };
}

/** Runs in the page before JupyterLab reads its configuration: takes the extension out of the list. */
function leaveRetraceOut(): void {
  const observer = new MutationObserver(() => {
    const data = document.getElementById('jupyter-config-data');
    if (data?.nextSibling) {
      observer.disconnect();
      const config = JSON.parse(data.textContent ?? '{}') as {
        federated_extensions: { name: string }[];
      };
      config.federated_extensions = config.federated_extensions.filter(
        ({ name }) => name !== 'jupyterlab-retrace'
      );
      data.textContent = JSON.stringify(config);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Opens the notebook in a page of its own; without the extension, JupyterLab never learns that it is installed. */
async function open(
  browser: Browser,
  baseURL: string,
  name: Side['name']
): Promise<Side> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const path = `run-all-${name}.ipynb`;
  await context.request.put(`${baseURL}/api/contents/${path}`, {
    data: { type: 'notebook', format: 'json', content: notebook() }
  });
  if (name === 'without') {
    await page.addInitScript(leaveRetraceOut);
  }
  await page.goto(`/lab/workspaces/bench-${name}/tree/${path}?reset`);
  await page.waitForFunction(
    () => {
      const panel = window.jupyterapp?.shell
        ?.currentWidget as NotebookPanel | null;
      return panel?.sessionContext?.session?.kernel?.status === 'idle';
    },
    null,
    { timeout: 60_000 }
  );
  const isThere = await page.evaluate(() =>
    window.jupyterapp.hasPlugin('jupyterlab-retrace:recorder')
  );
  expect(isThere).toBe(name === 'with');
  return { name, page, times: [], stalls: [] };
}

/** Milliseconds from the command to the last cell's end, and the longest stall of the page on the way. */
async function round(side: Side): Promise<void> {
  const [time, stall] = await side.page.evaluate(async () => {
    let longest = 0;
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        longest = Math.max(longest, entry.duration);
      }
    });
    observer.observe({ type: 'longtask', buffered: false });
    const start = performance.now();
    await window.jupyterapp.commands.execute('notebook:run-all-cells');
    const end = performance.now();
    await new Promise(resolve => setTimeout(resolve, 1000));
    observer.disconnect();
    return [end - start, longest] as const;
  });
  side.times.push(time);
  side.stalls.push(stall);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

test('Run All of 200 cells, with and without Retrace', async ({
  browser,
  baseURL
}) => {
  test.setTimeout(600_000);
  const sides = [
    await open(browser, baseURL!, 'without'),
    await open(browser, baseURL!, 'with')
  ];
  const [without, with_] = sides as [Side, Side];
  for (let index = 0; index <= ROUNDS; index++) {
    for (const side of index % 2 ? [with_, without] : [without, with_]) {
      await side.page.bringToFront();
      await round(side);
    }
  }
  for (const side of sides) {
    side.times.shift();
    side.stalls.shift();
  }
  const ratios = with_.times.map((time, index) => time / without.times[index]!);
  const line = (values: readonly number[], digits: number): string =>
    [Math.min(...values), median(values), Math.max(...values)]
      .map(value => value.toFixed(digits))
      .join(' / ');
  console.log(`Run All, ${CELLS} cells, ${ROUNDS} pairs: min / median / max`);
  console.log(`  without      ${line(without.times, 0)} ms`);
  console.log(`  with         ${line(with_.times, 0)} ms`);
  console.log(`  with/without ${line(ratios, 3)}`);
  console.log(`  stall without ${line(without.stalls, 0)} ms`);
  console.log(`  stall with    ${line(with_.stalls, 0)} ms`);
  expect(ratios).toHaveLength(ROUNDS);
});
