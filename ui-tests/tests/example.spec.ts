// The README's tour: the example run in order is clean, and each thing that people do to it is told with its reason.
import { expect, test } from '@jupyterlab/galata';

import {
  COSTS,
  exampleText,
  openExample,
  workInExample
} from '../support/example';

test.use({ kernels: null, sessions: null });

test('the example shows no flag in order, and after a morning of work exactly what would not come out again', async ({
  page,
  tmpPath
}) => {
  const worked = await openExample(page, tmpPath);
  try {
    await worked.runAll();
    const clean = await worked.forecast();
    expect(clean).toMatchObject({
      causes: [],
      summary: { same: 10, shown: 10 }
    });
    expect(await worked.marks()).toEqual({});

    await page.evaluate(
      async ([path, content]) => {
        const { contents } = window.jupyterapp.serviceManager;
        const options = { type: 'file', format: 'text', content } as const;
        await contents.save(path, options);
      },
      [`${tmpPath}/${COSTS}`, `${exampleText(COSTS)}\n`] as const
    );
    await expect
      .poll(async () => (await worked.forecast()).causes)
      .toEqual(['file-changed']);
    expect((await worked.marks()).costs?.[1]).toContain('measurement_costs');

    await worked.run('costs');
    await workInExample(worked);
    await expect
      .poll(async () => (await worked.forecast()).verdicts)
      .toEqual({
        imports: 'same',
        load: 'same',
        split: 'same',
        fit: 'same',
        metrics: 'same',
        confusion: 'differs',
        budget: 'fails',
        'budget-plot': 'fails',
        conclusion: 'fails'
      });
    const { causes } = await worked.forecast();
    expect(new Set(causes)).toEqual(new Set(['deleted-cell', 'older-version']));
  } finally {
    await worked.shutDown();
  }
});
