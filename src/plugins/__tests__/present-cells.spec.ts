// A notebook's model comes out as plain cells; metadata from a file may be anything.
import type { INotebookModel } from '@jupyterlab/notebook';

import { notebookLanguage, presentCells } from '../forecaster/present-cells';

type FakeCell = {
  id: string;
  type: string;
  source: string;
  executionCount?: number | null;
  outputs?: { length: number };
  tags?: unknown;
};

function modelOf(
  cells: readonly FakeCell[],
  metadata: { readonly [key: string]: unknown } = {}
): INotebookModel {
  const models = cells.map(({ source, tags, ...cell }) => ({
    ...cell,
    sharedModel: { getSource: () => source },
    getMetadata: (key: string) => (key === 'tags' ? tags : undefined)
  }));
  const model: unknown = {
    cells: models,
    getMetadata: (key: string) => metadata[key]
  };
  return model as INotebookModel;
}

test('code cells carry their count, whether they show something, and their tag', () => {
  const cells = presentCells(
    modelOf([
      { id: 'm', type: 'markdown', source: '# Title' },
      {
        id: 'a',
        type: 'code',
        source: 'x',
        executionCount: 3,
        outputs: { length: 1 },
        tags: ['raises-exception']
      },
      {
        id: 'b',
        type: 'code',
        source: '',
        executionCount: null,
        outputs: { length: 0 }
      }
    ])
  );
  expect(cells).toEqual([
    {
      cellId: 'm',
      type: 'markdown',
      source: '# Title',
      executionCount: null,
      hasOutputs: false,
      mayRaise: false
    },
    {
      cellId: 'a',
      type: 'code',
      source: 'x',
      executionCount: 3,
      hasOutputs: true,
      mayRaise: true
    },
    {
      cellId: 'b',
      type: 'code',
      source: '',
      executionCount: null,
      hasOutputs: false,
      mayRaise: false
    }
  ]);
});

test.each(['raises-exception', { 0: 'raises-exception' }, 7, null])(
  'tags that are no list are no tags: %p',
  tags => {
    const cell = { id: 'r', type: 'raw', source: '', tags };
    expect(presentCells(modelOf([cell]))[0]?.mayRaise).toBe(false);
  }
);

test.each([
  [{ kernelspec: { language: 'R' } }, 'r'],
  [{ language_info: { name: 'Julia' } }, 'julia'],
  [
    { kernelspec: { name: 'python3' }, language_info: { name: 'python' } },
    'python'
  ],
  [{ kernelspec: 'python' }, ''],
  [{ kernelspec: { language: 3 } }, ''],
  [{}, '']
])('the language that %p names', (metadata, language) => {
  expect(notebookLanguage(modelOf([], metadata))).toBe(language);
});
