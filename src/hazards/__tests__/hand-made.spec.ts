// What the rules say about causes, whoever finds them, and how grave they are by what follows.
import type { Cause, CauseKind, CellForecast, Verdict } from '../../lineage';
import { english, asCellId, type ExecutionId } from '../../model';
import { describe as wordsOf, findHazards, hazardRules } from '..';
import type { Finding, Remedy, Severity } from '..';

const wording = {
  translator: english,
  cellLabel: (cellId: string | null): string => `cell ${cellId ?? '?'}`
};

function causeOf(kind: CauseKind, cellId: string, name?: string): Cause {
  return {
    kind,
    name: name ?? null,
    cellId: asCellId(cellId),
    executionId: 'r/1' as ExecutionId
  };
}

function cell(
  cellId: string,
  verdict: Verdict,
  parts: Partial<CellForecast> = {}
): CellForecast {
  return {
    cellId: asCellId(cellId),
    index: cellId.charCodeAt(0) - 97,
    verdict,
    executionId: `r/${cellId}` as ExecutionId,
    causes: [],
    reason: null,
    ...parts
  };
}

const findingsOf = (...cells: CellForecast[]): readonly Finding[] =>
  findHazards({
    cells,
    comesOutNow: () => true,
    graph: () => ({ nodes: [], edges: [] }),
    why: () => ({ nodes: [], edges: [] })
  } as Parameters<typeof findHazards>[0]);

type Case = {
  readonly kind: CauseKind;
  readonly name?: string;
  /** The cell of the cause; the cell with the verdict is `b`. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  readonly says: string;
  readonly remedy: Remedy['kind'] | null;
};

const CASES: { readonly [rule: string]: readonly Case[] } = {
  'renamed-definition': [
    {
      kind: 'renamed',
      name: 'df',
      at: 'a',
      verdict: 'fails',
      severity: 'fails',
      says: 'Uses “df”, which cell a has renamed since; a fresh run has no “df”.',
      remedy: null
    },
    {
      kind: 'renamed',
      name: 'df',
      at: 'a',
      verdict: 'differs',
      severity: 'differs',
      says: 'Uses “df” as cell a left it before it was renamed there; a fresh run has another “df”.',
      remedy: 'restart-and-run-to'
    }
  ],
  'deleted-name': [
    {
      kind: 'name-deleted',
      name: 'x',
      at: 'a',
      verdict: 'fails',
      severity: 'fails',
      says: 'Uses “x”, but in a fresh run cell a has deleted it by then.',
      remedy: null
    },
    {
      kind: 'name-deleted',
      name: 'x',
      at: 'a',
      verdict: 'differs',
      severity: 'differs',
      says: 'Ran when “x” was deleted by cell a at another moment than in a fresh run.',
      remedy: 'restart-and-run-to'
    }
  ],
  'shadowed-name': [
    {
      kind: 'shadowed',
      name: 'max',
      at: 'c',
      verdict: 'differs',
      severity: 'differs',
      says: 'Uses “max”, a built-in or imported name that cell c also sets; a fresh run gets the other one.',
      remedy: 'restart-and-run-to'
    },
    {
      kind: 'shadowed',
      name: 'max',
      at: 'a',
      verdict: 'fails',
      severity: 'fails',
      says: 'Uses “max”, a built-in or imported name that cell a also sets; a fresh run gets the other one and fails.',
      remedy: null
    }
  ],
  'hidden-binding': [
    {
      kind: 'hidden-binding',
      name: 'sqrt',
      at: 'a',
      verdict: 'fails',
      severity: 'fails',
      says: 'Uses “sqrt”, which came from a star import, exec or %run in cell a; a fresh run does not get it there.',
      remedy: null
    },
    {
      kind: 'hidden-binding',
      name: 'e',
      at: 'a',
      verdict: 'differs',
      severity: 'differs',
      says: 'Uses “e” as a star import, exec or %run in cell a left it; a fresh run has another “e”.',
      remedy: 'restart-and-run-to'
    }
  ],
  'unseeded-randomness': [
    {
      kind: 'unseeded',
      name: '@random',
      at: 'b',
      verdict: 'random',
      severity: 'differs',
      says: 'Draws random numbers without a seed; each run draws others.',
      remedy: null
    },
    {
      kind: 'unseeded',
      at: 'a',
      verdict: 'differs',
      severity: 'differs',
      says: 'Depends on cell a, which draws random numbers without a seed; each run draws others.',
      remedy: null
    }
  ],
  'set-order': [
    {
      kind: 'hash-order',
      at: 'b',
      verdict: 'random',
      severity: 'differs',
      says: 'The order of a set of texts hangs on PYTHONHASHSEED; each run has another order.',
      remedy: null
    },
    {
      kind: 'hash-order',
      at: 'a',
      verdict: 'random',
      severity: 'differs',
      says: 'Depends on cell a, where the order of a set of texts hangs on PYTHONHASHSEED; each run has another order.',
      remedy: null
    }
  ],
  'object-address': [
    {
      kind: 'address',
      at: 'b',
      verdict: 'random',
      severity: 'differs',
      says: 'Shows where a value lies in memory, or the number of a process; each run has another.',
      remedy: null
    },
    {
      kind: 'address',
      at: 'a',
      verdict: 'random',
      severity: 'differs',
      says: 'Depends on cell a, which asks where a value lies in memory, or for the number of a process; each run has another.',
      remedy: null
    }
  ],
  'first-write': [
    {
      kind: 'file-made',
      name: '@file:m.py',
      at: 'b',
      verdict: 'differs',
      severity: 'differs',
      says: 'Says that it made “m.py”, which is there by now; a fresh run says that it overwrites it.',
      remedy: 'run-cells'
    }
  ],
  'drawn-identifier': [
    {
      kind: 'drawn-id',
      at: 'b',
      verdict: 'random',
      severity: 'differs',
      says: 'Shows the identifier of a display, which is drawn anew in each run.',
      remedy: null
    }
  ],
  'left-file': [
    {
      kind: 'file-left',
      name: '@file:a.txt',
      at: 'b',
      verdict: 'differs',
      severity: 'differs',
      says: 'Ran before “a.txt” was what it is now; files outlast a restart, so a fresh run finds it as it is.',
      remedy: null
    }
  ],
  'clock-dependence': [
    {
      kind: 'clock',
      at: 'b',
      verdict: 'random',
      severity: 'differs',
      says: 'Depends on the time at which it runs; a fresh run runs at another time.',
      remedy: null
    },
    {
      kind: 'clock',
      at: 'a',
      verdict: 'unknown',
      severity: 'risk',
      says: 'Depends on cell a, which reads the clock; a fresh run runs at another time.',
      remedy: null
    }
  ],
  'network-dependence': [
    {
      kind: 'network',
      at: 'b',
      verdict: 'unknown',
      severity: 'risk',
      says: 'Gets data over the network; a fresh run may get other data or none.',
      remedy: null
    }
  ],
  'changed-file': [
    {
      kind: 'file-changed',
      name: '@file:data/in.csv',
      at: 'b',
      verdict: 'differs',
      severity: 'differs',
      says: 'Read “data/in.csv”, which has changed since; a fresh run reads it as it is now.',
      remedy: 'run-cells'
    },
    {
      kind: 'file-changed',
      at: 'a',
      verdict: 'differs',
      severity: 'differs',
      says: 'Depends on cell a, which read a file before it changed; a fresh run reads it as it is now.',
      remedy: 'run-cells'
    }
  ],
  'changed-environment': [
    {
      kind: 'environment-changed',
      at: 'a',
      verdict: 'unknown',
      severity: 'risk',
      says: 'Ran while cell a changed the installed packages; a fresh run has the changed ones from the start.',
      remedy: 'restart-and-run-to'
    }
  ],
  'working-directory': [
    {
      kind: 'directory',
      at: 'b',
      verdict: 'unknown',
      severity: 'risk',
      says: 'Uses a relative path, which leads elsewhere when the notebook starts in another folder.',
      remedy: null
    }
  ],
  'absolute-path': [
    {
      kind: 'absolute-path',
      name: '@file:/home/ada/in.csv',
      at: 'b',
      verdict: 'unknown',
      severity: 'risk',
      says: 'Uses “/home/ada/in.csv”, which exists on this machine only; elsewhere a fresh run would not find it.',
      remedy: null
    },
    {
      kind: 'absolute-path',
      at: 'a',
      verdict: 'unknown',
      severity: 'risk',
      says: 'Depends on cell a, which uses an absolute path; it exists on this machine only.',
      remedy: null
    }
  ],
  'nondeterministic-output': [
    {
      kind: 'nondeterministic',
      at: 'b',
      verdict: 'random',
      severity: 'differs',
      says: 'Gave different outputs before from the same code and inputs; a fresh run may give another one.',
      remedy: null
    }
  ]
};

for (const [name, cases] of Object.entries(CASES)) {
  describe(name, () => {
    it.each(cases.map(one => [`${one.verdict} through ${one.at}`, one]))(
      'speaks: %s',
      (_, one) => {
        const { at, kind, remedy, says, severity, verdict } = one as Case;
        const cause = causeOf(kind, at, (one as Case).name);
        const [finding, ...others] = findingsOf(
          cell('b', verdict, { causes: [cause] })
        );
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ rule: name, severity });
        expect(finding!.evidence).toEqual(['r/1', 'r/b']);
        expect(wordsOf(finding!, wording)).toBe(says);
        expect(finding!.remedy?.kind ?? null).toBe(remedy);
      }
    );

    it('keeps silent about all other causes', () => {
      const own = hazardRules.find(rule => rule.name === name)?.causes ?? [];
      const all = hazardRules.flatMap(({ causes }) => causes);
      const causes = all
        .filter(kind => !own.includes(kind))
        .map(kind => causeOf(kind, 'a', 'x'));
      const rules = findingsOf(cell('b', 'differs', { causes })).map(
        ({ rule }) => rule
      );
      expect(rules).toHaveLength(all.length - own.length);
      expect(rules).not.toContain(name);
    });
  });
}

describe('advice', () => {
  const advice = [causeOf('absolute-path', 'a', '@file:/x.csv')];

  it('is a risk, also at a cell whose output differs for another reason', () => {
    const [first, second] = findingsOf(
      cell('a', 'same', { advice }),
      cell('b', 'differs', { advice, causes: [causeOf('edited', 'a')] })
    );
    expect(first).toMatchObject({ rule: 'edited-cell', severity: 'differs' });
    expect(second).toMatchObject({
      rule: 'absolute-path',
      severity: 'risk',
      affected: ['a', 'b']
    });
  });

  it('a clock beside an edit, and beside random numbers, still makes an output another one each time', () => {
    const kinds: CauseKind[] = ['edited', 'unseeded', 'clock', 'directory'];
    const causes = kinds.map(kind => causeOf(kind, 'a'));
    const severities = findingsOf(cell('b', 'random', { causes })).map(
      ({ rule, severity }) => [rule, severity]
    );
    expect(severities).toEqual([
      ['edited-cell', 'differs'],
      ['unseeded-randomness', 'differs'],
      ['clock-dependence', 'differs'],
      ['working-directory', 'risk']
    ]);
  });

  it('a clock beside an edit does not make the difference', () => {
    const causes = [causeOf('edited', 'a'), causeOf('clock', 'a')];
    const severities = findingsOf(cell('b', 'differs', { causes })).map(
      ({ rule, severity }) => [rule, severity]
    );
    expect(severities).toEqual([
      ['edited-cell', 'differs'],
      ['clock-dependence', 'risk']
    ]);
  });
});
