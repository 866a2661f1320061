// The file of a case as text.
import { toHistoryFile, type PresentCell, type Proof } from '../../model';
import { maskProof, reportDataOf, type Mask } from '../../recording';
import type { Disagreement } from '../../replay';
import type { RunQuery } from '../../tokens';
import { readHistory } from '../export/history';

/** Names the kind of file. */
const FORMAT = 'retrace-case';

/** What a replay came to, and where it contradicts the forecast. */
export type Case = {
  readonly proof: Proof;
  readonly disagreements: readonly Disagreement[];
};

/** The notebook of a case. */
export type CaseNotebook = {
  readonly path: string;
  /** Masked. */
  readonly document: readonly PresentCell[];
  /** Finds its runs. */
  readonly query: RunQuery;
};

/** History of the notebook, the proof, and what both said, without secrets. */
export async function caseText(
  { query, ...notebook }: CaseNotebook,
  store: Parameters<typeof readHistory>[0],
  { disagreements, proof }: Case,
  mask: Mask
): Promise<string> {
  const { outputs, runs } = await readHistory(store, query, mask);
  return JSON.stringify({
    format: FORMAT,
    version: 1,
    proof: maskProof(mask, proof),
    disagreements,
    history: toHistoryFile({
      ...notebook,
      runs,
      outputs,
      reportData: reportDataOf
    })
  });
}
