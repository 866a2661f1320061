// What replays came to, as the page knows it: proofs with a run, and those of notebooks without any.
import { Signal } from '@lumino/signaling';

import { asRunId, type Proof } from '../../model';
import { proofAt } from '../../testing/proofs';
import { Proofs, type ProofsOptions } from '../verify/proofs';

/** A page on which one notebook is open, of which the hash is known. */
function page(shown: string) {
  const kept: Proof[] = [];
  const model = { contentChanged: new Signal<object, void>({}) };
  const panel = {
    context: {
      path: 'a.ipynb',
      model,
      pathChanged: new Signal<object, string>({}),
      ready: Promise.resolve()
    },
    model,
    isDisposed: false
  };
  const store = {
    ready: Promise.resolve(),
    changed: new Signal<object, object>({}),
    proofs: async () => kept,
    addProof: async (proof: Proof) => void kept.push(proof),
    removeProofs: async () => undefined
  };
  const tracker = {
    forEach: (visit: (each: typeof panel) => void) => visit(panel),
    widgetAdded: new Signal<object, typeof panel>({})
  };
  const proofs = new Proofs({
    store,
    tracker,
    hashes: { of: () => shown }
  } as unknown as ProofsOptions);
  return { kept, proofs };
}

const proofOf = (runId: string, shownHash: string): Proof =>
  proofAt({
    verdicts: ['identical'],
    notebookPath: 'a.ipynb',
    runId: asRunId(runId),
    shownHash: shownHash as never
  });

test('the proof of a notebook without any run is kept, and counts while the notebook stays as it was', async () => {
  const { kept, proofs } = page('as-it-is');
  await proofs.add(proofOf('', 'as-it-is'));
  expect(kept).toHaveLength(1);
  expect(proofs.latest('a.ipynb')).toMatchObject({
    proof: { runId: '' },
    isCurrent: true
  });
  const other = page('edited');
  await other.proofs.add(proofOf('', 'as-it-was'));
  expect(other.proofs.latest('a.ipynb')?.isCurrent).toBe(false);
});
