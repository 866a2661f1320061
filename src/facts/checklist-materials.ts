// Rows that are asked for from the medium degree on: seed, source code, data.
import type { RowFinding, RowRule } from './checklist-row';
import { isFullyReported, listText } from './checklist-row';
import type { RunFacts } from './run-facts';
import { whyUnhashed } from './why-unread';
import { gitStates, type Translator } from '../model';

/** Medium degree: what a re-run starts from. */
export const materialRows: readonly RowRule[] = [
  {
    id: 'seed',
    level: 'medium',
    title: translator => translator.__('Random seed'),
    wanted: translator =>
      translator.__(
        'A seed for each stream of random numbers before its first use, and a run after that.'
      ),
    judge: judgeSeed
  },
  {
    id: 'source',
    level: 'medium',
    title: translator => translator.__('Source code'),
    wanted: translator =>
      translator.__(
        'A run that is recorded from the start of its kernel to its end.'
      ),
    judge: judgeSource
  },
  {
    id: 'data',
    level: 'medium',
    title: translator => translator.__('Data, identified'),
    wanted: translator =>
      translator.__(
        'Data read from files whose content could be hashed; what comes over the network, stored in a file first.'
      ),
    judge: judgeData
  }
];

function judgeSeed(facts: RunFacts, translator: Translator): RowFinding {
  const { executions, randomness } = facts;
  const unseeded = randomness.streams.filter(each => each.unseeded.length > 0);
  if (unseeded.length > 0) {
    const names = unseeded.map(({ stream }) => stream);
    return {
      state: 'missing',
      evidence: translator.__(
        'Random numbers were drawn without a seed: %1.',
        listText(names, translator)
      )
    };
  }
  if (executions.length === 0 || randomness.unseen > 0) {
    return {
      state: 'unknown',
      evidence: translator._n(
        'Of %1 execution nobody could see whether it drew random numbers.',
        'Of %1 executions nobody could see whether they drew random numbers.',
        randomness.unseen
      )
    };
  }
  const used = randomness.streams.filter(
    ({ draws, seeds }) => draws.length > 0 || seeds.length > 0
  );
  if (used.length > 0) {
    return {
      state: 'filled',
      evidence: translator.__(
        'Seeded before they were used: %1.',
        listText(
          used.map(({ seeds, stream }) =>
            seeds.some(({ seed }) => seed !== '')
              ? `${stream} (${seeds.flatMap(({ seed }) => seed || []).join(', ')})`
              : stream
          ),
          translator
        )
      )
    };
  }
  const given = randomness.seedArguments.map(
    ({ argument, value }) => `${argument}=${value}`
  );
  return {
    state: 'filled',
    evidence:
      given.length > 0
        ? translator.__(
            'Seeds stand in the code: %1.',
            listText(given, translator)
          )
        : translator.__('No use of random numbers was seen.')
  };
}

/** Gaps of a run in which code may have run that nobody recorded. */
const HOLES: ReadonlySet<string> = new Set([
  'joined-late',
  'page-away',
  'recording-off',
  'storage',
  'internal'
]);

function judgeSource(
  { context, executions, history }: RunFacts,
  translator: Translator
): RowFinding {
  const lost = executions.filter(({ source }) => source === null).length;
  if (lost > 0) {
    return {
      state: 'missing',
      evidence: translator._n(
        'The code of %1 execution is lost.',
        'The code of %1 executions is lost.',
        lost
      )
    };
  }
  if (executions.length === 0) {
    return { state: 'missing', evidence: translator.__('Nothing has run.') };
  }
  if (history.run.gaps.some(({ kind }) => HOLES.has(kind))) {
    return {
      state: 'unknown',
      evidence: translator.__(
        'The record of this run has gaps, in which other code may have run.'
      )
    };
  }
  const unread = (context?.modules ?? []).filter(({ text }) => text === null);
  if (unread.length > 0) {
    return {
      state: 'missing',
      evidence: translator.__(
        'Modules of your own were imported whose text could not be kept: %1.',
        listText(
          unread.map(({ path }) => path),
          translator
        )
      )
    };
  }
  const commits = gitStates(context).map(({ commit }) => commit.slice(0, 10));
  const commit = listText([...new Set(commits)].filter(Boolean), translator);
  return {
    state: 'filled',
    evidence:
      commit === ''
        ? translator._n(
            'The code of the execution is recorded.',
            'The code of all %1 executions is recorded.',
            executions.length
          )
        : translator._n(
            'The code of the execution is recorded, beside commit %2.',
            'The code of all %1 executions is recorded, beside commit %2.',
            executions.length,
            commit
          )
  };
}

function judgeData(facts: RunFacts, translator: Translator): RowFinding {
  const { data, history } = facts;
  const read = (data.files ?? []).filter(({ modes }) => modes.includes('read'));
  const unhashed = read.filter(({ hashes }) => hashes.length === 0);
  if (unhashed.length > 0) {
    return {
      state: 'missing',
      evidence: translator.__(
        'Of these files the content is not known: %1.',
        listText(
          unhashed.map(file =>
            translator.__(
              '%1 (%2)',
              file.path,
              whyUnhashed(file, history.run, translator)
            )
          ),
          translator
        )
      )
    };
  }
  const addresses = data.addresses ?? [];
  if (addresses.length > 0) {
    return {
      state: 'missing',
      evidence: translator.__(
        'Data may have come from addresses, whose answers are not kept: %1.',
        listText(
          addresses.map(({ address }) => address),
          translator
        )
      )
    };
  }
  if (data.files === null || !isFullyReported(facts)) {
    return {
      state: 'unknown',
      evidence: translator.__('Not every execution told which files it opened.')
    };
  }
  const sampled = read.filter(({ last }) => last.isSampled === true).length;
  const evidence =
    read.length === 0
      ? translator.__('No data file was read.')
      : translator._n(
          '%1 file was read, and its content is known by its hash.',
          '%1 files were read, and the content of each is known by its hash.',
          read.length
        );
  return {
    state: 'filled',
    evidence:
      sampled === 0
        ? evidence
        : `${evidence} ${translator._n(
            'For %1 of them that is the hash of a sample.',
            'For %1 of them that is the hash of a sample.',
            sampled
          )}`
  };
}
