// Opening, renaming, pinning and listing runs.
import type { Run, RunId } from '../model';
import type { RunDraft, RunQuery } from '../tokens';
import { moveLoneProofs, moveProofs } from './annexes';
import type { IRecords } from './backend';
import { Ledger, readAccount } from './ledger';
import { runOf, type Account, type StoredRun } from './records';

const defaultLimit = 100;

/** The run that a draft stands for, found or made in one transaction, so that two pages get the same one. */
export async function findOrOpenRun(
  records: IRecords,
  draft: RunDraft
): Promise<{ readonly run: Run; readonly account: Account }> {
  const account = await readAccount(records);
  const found =
    (await records.get('runs', draft.runId)) ??
    (await openRunOf(records, draft));
  if (found !== undefined) {
    return { run: runOf(found), account };
  }
  const siblings = await records.all('runs', {
    index: 'notebookPath',
    only: draft.notebookPath
  });
  const numbers = siblings
    .filter(run => run.serverRoot === draft.serverRoot)
    .map(run => run.number);
  const run: StoredRun = {
    ...draft,
    executionCount: 0,
    failureCount: 0,
    busyMs: 0,
    number: Math.max(0, ...numbers) + 1,
    ordinal: account.ordinal + 1,
    lastDocumentHash: null,
    ...(draft.end === null ? { openKernelId: draft.kernel.kernelId } : {})
  };
  const ledger = new Ledger(records, account);
  ledger.put('runs', run, undefined);
  const settled = ledger.settle({
    ordinal: run.ordinal,
    lastRunId: run.runId
  });
  return { run: runOf(run), account: settled };
}

/** A draft that cannot tell its process continues whatever run of the kernel is open. */
async function openRunOf(
  records: IRecords,
  draft: RunDraft
): Promise<StoredRun | undefined> {
  const { kernelId, processId } = draft.kernel;
  const open = await records.all('runs', {
    index: 'openKernelId',
    only: kernelId
  });
  return open
    .filter(
      run =>
        run.removing === undefined &&
        run.notebookPath === draft.notebookPath &&
        run.serverRoot === draft.serverRoot &&
        (processId === '' || run.kernel.processId === processId)
    )
    .sort((a, b) => b.ordinal - a.ordinal)[0];
}

/** Newest first, by the order of opening. */
export async function listRuns(
  records: IRecords,
  query: RunQuery
): Promise<readonly Run[]> {
  const limit = query.limit ?? defaultLimit;
  const last = query.before && (await records.get('runs', query.before));
  if (query.before !== undefined && last === undefined) {
    return [];
  }
  const before = last?.ordinal ?? Infinity;
  const isHit = (run: StoredRun) => run.ordinal < before && matches(run, query);
  if (query.notebookPath !== undefined) {
    const runs = await records.all('runs', {
      index: 'notebookPath',
      only: query.notebookPath
    });
    return newestFirst(runs.filter(isHit), limit);
  }
  if (query.kernelId !== undefined && query.isOpen === true) {
    const runs = await records.all('runs', {
      index: 'openKernelId',
      only: query.kernelId
    });
    return newestFirst(runs.filter(isHit), limit);
  }
  return listByPages(records, { isHit, before, limit });
}

/** Moves the runs of a file, or of all files under a folder. Answers which runs moved; null when nothing did. */
export async function renameRuns(
  records: IRecords,
  oldPath: string,
  newPath: string
): Promise<readonly RunId[] | null> {
  const index = 'notebookPath';
  const [same, under] = await Promise.all([
    records.all('runs', { index, only: oldPath }),
    records.all('runs', { index, from: `${oldPath}/`, before: `${oldPath}0` })
  ]);
  const ledger = await Ledger.open(records);
  const moved = [...same, ...under];
  for (const run of moved) {
    const notebookPath = newPath + run.notebookPath.slice(oldPath.length);
    ledger.put('runs', { ...run, notebookPath }, run);
    await moveProofs(records, ledger, { ...run, notebookPath });
  }
  const hasLone = await moveLoneProofs(records, ledger, { oldPath, newPath });
  ledger.settle();
  return moved.length > 0 || hasLone ? moved.map(run => run.runId) : null;
}

/** Answers false when there is no such run. */
export async function pinRun(
  records: IRecords,
  runId: RunId,
  isPinned: boolean
): Promise<boolean> {
  const run = await records.get('runs', runId);
  if (run === undefined) {
    return false;
  }
  const ledger = await Ledger.open(records);
  ledger.put('runs', { ...run, isPinned }, run);
  ledger.settle();
  return true;
}

async function listByPages(
  records: IRecords,
  options: {
    readonly isHit: (run: StoredRun) => boolean;
    readonly before: number;
    readonly limit: number;
  }
): Promise<readonly Run[]> {
  const hits: StoredRun[] = [];
  let before = options.before;
  while (hits.length < options.limit) {
    const page = await records.all('runs', {
      index: 'ordinal',
      before,
      limit: options.limit,
      isReverse: true
    });
    hits.push(...page.filter(options.isHit));
    const oldest = page[page.length - 1];
    if (oldest === undefined) {
      break;
    }
    before = oldest.ordinal;
  }
  return newestFirst(hits, options.limit);
}

function newestFirst(
  runs: readonly StoredRun[],
  limit: number
): readonly Run[] {
  return [...runs]
    .sort((a, b) => b.ordinal - a.ordinal)
    .slice(0, limit)
    .map(runOf);
}

function matches(run: StoredRun, query: RunQuery): boolean {
  return (
    run.removing === undefined &&
    (query.notebookPath ?? run.notebookPath) === run.notebookPath &&
    (query.serverRoot ?? run.serverRoot) === run.serverRoot &&
    (query.kernelId ?? run.kernel.kernelId) === run.kernel.kernelId &&
    (query.isOpen ?? run.end === null) === (run.end === null)
  );
}
