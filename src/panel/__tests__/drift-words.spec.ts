// What drift is in one sentence.
import { driftOf } from '../../facts';
import { english } from '../../model';
import { anEnvironment } from '../../testing/environments';
import { aNotebook } from '../../testing/run-builder';
import { driftSentence } from '../drift/words';

function sentence(
  before: { readonly [name: string]: string },
  after: { readonly [name: string]: string }
): string {
  const { document, runs } = aNotebook()
    .cell('a', '1')
    .run('a', null, { output: '1', report: { imported: before } })
    .restart()
    .build();
  const [producer, present] = runs;
  const drift =
    producer &&
    present &&
    driftOf({
      document,
      runs: [
        { ...producer, environment: anEnvironment(before) },
        { ...present, environment: anEnvironment(after) }
      ]
    });
  return drift ? driftSentence(drift, english) : '';
}

describe('drift in words', () => {
  it.each([
    [{ a: '1' }, { a: '2' }, 'a 1 → 2.'],
    [{ a: '1' }, {}, 'a 1 → not installed.'],
    [
      { a: '1', b: '1', c: '1', d: '1', e: '1' },
      {},
      'a 1 → not installed, b 1 → not installed, c 1 → not installed, and 2 more.'
    ]
  ])('%j became %j', (before, after, end) => {
    const words = sentence(before, after as { [name: string]: string });
    expect(words).toBe(
      `Shown outputs are from run 1, under another environment than the kernel’s: ${end}`
    );
  });
});
