// Printed figures of common libraries -> series.
import type { Output } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { seriesOf, type Series } from '..';

function printed(
  text: string,
  name: 'stdout' | 'stderr' = 'stdout'
): readonly Series[] {
  const { runs } = aNotebook().cell('a', 'fit()').run('a').build();
  const [history] = runs;
  const [execution] = history?.executions ?? [];
  if (!history || !execution) {
    throw new Error('nothing ran');
  }
  const outputs: Output[] = [{ output_type: 'stream', name, text }];
  return seriesOf({
    history,
    context: null,
    outputs: new Map([[execution.executionId, outputs]])
  });
}

/** `name unit at:value …` for each series. */
function summary(series: readonly Series[]): readonly string[] {
  return series.map(({ name, points, unit }) =>
    [
      name,
      unit ?? '-',
      ...points.map(({ at, value }) => `${at}:${value}`)
    ].join(' ')
  );
}

describe('series', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'Keras 2, a bar that is written over',
      'Epoch 1/2\n 1/10 [>....] - ETA: 1s - loss: 0.9\r10/10 [=====] - 1s 5ms/step - loss: 0.7 - val_loss: 0.8\n' +
        'Epoch 2/2\n10/10 [=====] - 1s 5ms/step - loss: 0.5 - val_loss: 0.6\n',
      ['loss epoch 1:0.7 2:0.5', 'val_loss epoch 1:0.8 2:0.6']
    ],
    [
      'Keras 3, bars in colour and with backspaces',
      'Epoch 1/2\n\x1b[1m1/2\x1b[0m \x1b[32m━━\x1b[0m loss: 9\b\b\b\b\b\b\b\b\r2/2 ━━━━ 1s 5ms/step - accuracy: 0.50 - loss: 0.7\n' +
        'Epoch 2/2\n2/2 ━━━━ 1s 5ms/step - accuracy: 0.75 - loss: 0.5\n',
      ['accuracy epoch 1:0.5 2:0.75', 'loss epoch 1:0.7 2:0.5']
    ],
    [
      'Hugging Face',
      "{'loss': 0.5, 'learning_rate': 1e-05, 'epoch': 0.5}\n{'loss': 0.25, 'learning_rate': 5e-06, 'epoch': 1.0}\n",
      [
        'loss epoch 0.5:0.5 1:0.25',
        'learning_rate epoch 0.5:0.00001 1:0.000005'
      ]
    ],
    [
      'Hugging Face with numbers in quotes',
      "{'loss': '0.5', 'epoch': '1'}\n{'loss': '0.25', 'epoch': '2'}\n",
      ['loss epoch 1:0.5 2:0.25']
    ],
    [
      'Lightning',
      'Epoch 0: 100%|████| 10/10 [00:00<00:00, 50.0it/s, v_num=0, train_loss=0.5]\nEpoch 1: 100%|████| 10/10 [00:00<00:00, 50.0it/s, v_num=0, train_loss=0.25]\n',
      ['train_loss epoch 0:0.5 1:0.25']
    ],
    [
      'boosting rounds',
      '[0]\ttrain-rmse:0.9\teval-rmse:1.1\n[1]\ttrain-rmse:0.8\teval-rmse:1\n',
      ['train-rmse iteration 0:0.9 1:0.8', 'eval-rmse iteration 0:1.1 1:1']
    ],
    [
      'boosting rounds with the name of a set',
      "[10]\tvalid_0's l2: 0.2\n[20]\tvalid_0's l2: 0.1\n",
      ["valid_0's l2 iteration 10:0.2 20:0.1"]
    ],
    [
      'lines of a loop',
      'epoch 1, loss: 0.5, acc=0.9\nepoch 2, loss: nan, acc=0.95\n',
      ['loss epoch 1:0.5 2:NaN', 'acc epoch 1:0.9 2:0.95']
    ],
    [
      'keys without a count',
      'score: 1\nscore: 2\nscore: 4\n',
      ['score - 1:1 2:2 3:4']
    ]
  ])('%s', (_, text, expected) => {
    expect(summary(printed(text))).toEqual(expected);
  });

  it('reads bars, and nothing else, from the stream of errors', () => {
    const bar =
      ' 50%|██ | 5/10 [00:01<00:01, loss=0.5]\n100%|██| 10/10 [00:01<00:00, loss=0.4]\n';
    expect(summary(printed(bar, 'stderr'))).toEqual(['loss - 1:0.5 2:0.4']);
    expect(printed('level: 1\nlevel: 2\n', 'stderr')).toEqual([]);
  });

  it.each([
    [
      'times and addresses',
      'at: 12:30\nat: 12:31\nhttp://host:8080\nhttp://host:8081\n'
    ],
    ['versions', 'numpy: 1.2.3\nnumpy: 1.2.4\n'],
    ['one line alone', 'accuracy: 0.9\n'],
    ['paths with numbers', 'file: 3/4\nfile: 4/4\n']
  ])('makes no series of %s', (_, text) => {
    expect(summary(printed(text))).toEqual([]);
  });

  it('keeps the shape of a long series in few points', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `step ${at} loss: ${at}`
    );
    const [series] = printed(lines.join('\n'));
    expect(series?.points.length).toBeLessThanOrEqual(1001);
    expect(series?.points[0]).toEqual({ at: 0, value: 0 });
    expect(series?.points.at(-1)).toEqual({ at: 4999, value: 4999 });
  });
});
