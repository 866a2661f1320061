// The first look into a database that was just opened: names it, and finds what is missing.
import type { IBackend, IRecords } from './backend';
import { readAccount } from './ledger';
import { judgeLoss, type AccountCopy } from './loss';
import { keysOfRun, type Account } from './records';

export type InspectOptions = {
  /** What was known to be stored before. */
  readonly known: AccountCopy | null;
  /** True when the browser says that it threw something away. */
  readonly isDamaged: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly newId: () => string;
};

/** A loss is told for so long after it was found, on every page. */
const lossShownMs = 7 * 24 * 3600 * 1000;

/** The account, put right where it was wrong, and a sentence about what is gone. */
export function inspect(
  backend: IBackend,
  options: InspectOptions
): Promise<{ readonly account: Account; readonly loss: string }> {
  return backend.write('relaxed', async records => {
    const stored = await readAccount(records);
    const named =
      stored.databaseId === ''
        ? { ...stored, databaseId: options.newId() }
        : stored;
    const countedRuns = await records.count('runs', {});
    const sentence = judgeLoss(
      {
        account: named,
        countedRuns,
        missingInNewest: await missingInNewest(records),
        isDamaged: options.isDamaged
      },
      options.known
    );
    const account: Account = {
      ...named,
      runs: countedRuns,
      ordinal: Math.max(named.ordinal, await newestOrdinal(records)),
      loss: sentence === '' ? named.loss : { sentence, at: options.now }
    };
    records.put('meta', account);
    const { loss } = account;
    const isRecent = loss !== null && options.now - loss.at < lossShownMs;
    return { account, loss: isRecent ? loss.sentence : '' };
  });
}

async function newestOrdinal(records: IRecords): Promise<number> {
  return (await newestRun(records))?.ordinal ?? 0;
}

/** A truncated log loses the latest executions without a word, but their run may still count them. */
async function missingInNewest(records: IRecords): Promise<number> {
  const run = await newestRun(records);
  if (run === undefined) {
    return 0;
  }
  const heads = await records.count('executions', keysOfRun(run.runId));
  return Math.max(0, run.executionCount - heads);
}

async function newestRun(records: IRecords) {
  const [run] = await records.all('runs', {
    index: 'ordinal',
    isReverse: true,
    limit: 1
  });
  return run;
}
