// A run store that holds one run, whose history can be taken away.
import type { RunHistory } from '../model';
import { aNotebook, type RunBuilder } from './run-builder';
import { StoreDouble } from './store-double';

/** Counts how often the run was read. */
class OneRunStore extends StoreDouble {
  reads = 0;

  constructor(public held: RunHistory | null) {
    super();
  }

  override async history(): Promise<RunHistory | null> {
    this.reads += 1;
    return Promise.resolve(this.held);
  }
}

/** The first run that was built, by default that of one cell, in a store. */
export function oneRun(
  builder: RunBuilder = aNotebook().cell('a', 'x = 1').run('a')
): { readonly history: RunHistory; readonly store: OneRunStore } {
  const [history] = builder.build().runs;
  if (!history) {
    throw new Error('Nothing ran.');
  }
  return { history, store: new OneRunStore(history) };
}
