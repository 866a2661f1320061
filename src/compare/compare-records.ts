// All outputs of a cell beside those of its replay.
import type { Omission, Output, OutputOutcome, OutputVerdict } from '../model';
import type { CompareContext } from './comparator';
import { compareOutput, kindOf } from './compare-outputs';
import { comparePart, type Omissions } from './compare-part';
import { pairOutputs, type Pair } from './pair-outputs';

/** The outputs of one cell, recorded and replayed. */
export type RecordedCell = {
  readonly recorded: readonly Output[];
  readonly replayed: readonly Output[];
  /** Parts of the record that were over the size cap. */
  readonly omissions: readonly Omission[];
  /** The same of the replay. */
  readonly replayedOmissions?: readonly Omission[];
  /** True where the user said that the outputs may differ. */
  readonly isVolatile: boolean;
};

/** From best to worst. */
const VERDICTS: readonly OutputVerdict[] = [
  'identical',
  'equivalent',
  'volatile',
  'unknown',
  'different',
  'missing',
  'error'
];

/** The worst of some verdicts; `nothing` where there is none. */
export function worstOf(
  verdicts: readonly OutputVerdict[]
): OutputVerdict | 'nothing' {
  const worst = Math.max(-1, ...verdicts.map(one => VERDICTS.indexOf(one)));
  return VERDICTS[worst] ?? 'nothing';
}

/** Pairs the outputs of a cell and compares each pair. */
export function compareRecords(
  {
    recorded,
    replayed,
    omissions,
    replayedOmissions = [],
    isVolatile
  }: RecordedCell,
  context: CompareContext
): OutputOutcome[] {
  return pairOutputs(recorded, replayed).map(pair => {
    const cut = {
      a: omissions.filter(({ outputIndex }) => outputIndex === pair.index),
      b: replayedOmissions.filter(
        ({ outputIndex }) => outputIndex === pair.twinIndex
      )
    };
    const outcome = outcomeOf(pair, cut, context);
    const mayDiffer =
      isVolatile && !['identical', 'equivalent'].includes(outcome.verdict);
    return mayDiffer ? { ...outcome, verdict: 'volatile' } : outcome;
  });
}

function outcomeOf(
  { a, b }: Pair,
  cut: Omissions,
  context: CompareContext
): OutputOutcome {
  const sides = { recorded: a, replayed: b };
  const plain = { ...sides, rules: [], detail: '' };
  if (a === null || b === null) {
    const [what, where] = a === null ? [b, 'record'] : [a, 'replay'];
    const isError = b?.output_type === 'error';
    return {
      ...plain,
      verdict: isError ? 'error' : 'missing',
      detail: isError
        ? `The replay raised ${b.ename}: ${firstLine(b.evalue)}`
        : `The ${where} has no ${what ? nounOf(what) : 'output'} here.`
    };
  }
  const found =
    cut.a.length + cut.b.length > 0
      ? comparePart(a, b, cut, context)
      : compareOutput(a, b, context);
  if (found.kind === 'identical') {
    return { ...plain, verdict: 'identical' };
  }
  if (found.kind === 'equivalent') {
    return { ...plain, verdict: 'equivalent', rules: found.rules };
  }
  if (found.kind === 'partial') {
    return { ...plain, verdict: 'unknown', detail: found.detail };
  }
  const isError = b.output_type === 'error';
  return {
    ...plain,
    verdict: isError ? 'error' : 'different',
    detail: found.detail,
    ...(found.difference ? { difference: found.difference } : {})
  };
}

function nounOf(output: Output): string {
  return output.output_type === 'stream' || output.output_type === 'error'
    ? kindOf(output).replace(/^a /, '')
    : kindOf(output).replace(/^a result in /, '');
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}
