// The first look into a database that was just opened: names it, and finds what is missing.
import type { IBackend, IRecords } from './backend';
import { faultOf } from './faults';
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

type Finding = { readonly account: Account; readonly loss: string };

/**
 * The account, put right where it was wrong, and a sentence about what is gone. A disk that is full can still be read:
 * then the account stays as it is.
 */
export async function inspect(
  backend: IBackend,
  options: InspectOptions
): Promise<Finding> {
  try {
    return await backend.write('relaxed', async records => {
      const finding = await look(records, options);
      if (finding.isNew) {
        records.put('meta', finding.account);
      }
      return finding;
    });
  } catch (error) {
    if (faultOf(error) !== 'full') {
      throw error;
    }
    return backend.read(records => look(records, options));
  }
}

/** `isNew`: the account is not the one that is stored. */
async function look(
  records: IRecords,
  options: InspectOptions
): Promise<Finding & { readonly isNew: boolean }> {
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
  const ordinal = Math.max(named.ordinal, await newestOrdinal(records));
  const account: Account = {
    ...named,
    runs: countedRuns,
    ordinal,
    loss: sentence === '' ? named.loss : { sentence, at: options.now }
  };
  const { loss } = account;
  const isRecent = loss !== null && options.now - loss.at < lossShownMs;
  const isNew =
    named !== stored ||
    countedRuns !== stored.runs ||
    ordinal !== stored.ordinal ||
    sentence !== '';
  return { account, loss: isRecent ? loss.sentence : '', isNew };
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
