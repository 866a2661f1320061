// What every run store must do, whatever it keeps records in. Called by the spec of each back end.
import type { IRunStore } from '../../tokens';
import { annexContract } from './annexes';
import { appendContract } from './append';
import { StoreBench } from './bench';
import { contentsContract } from './contents';
import { removalContract } from './removal';
import { runsContract } from './runs';
import { signalsContract } from './signals';

/** Registers the cases; `makeStore` gives an empty store each time. */
export function storeContract(
  name: string,
  makeStore: () => Promise<IRunStore>
): void {
  describe(`store contract: ${name}`, () => {
    const bench = new StoreBench();
    beforeEach(async () => {
      bench.store = await makeStore();
      await bench.store.ready;
    });
    afterEach(() => bench.store.dispose());

    runsContract(bench);
    appendContract(bench);
    contentsContract(bench);
    removalContract(bench);
    annexContract(bench);
    signalsContract(bench);
  });
}
