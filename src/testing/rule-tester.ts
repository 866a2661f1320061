// Table tests for hazard rules: notebooks in which a rule has to speak, to keep silent, and to say that it cannot tell.
import type { CellAnalysis } from '../analysis';
import { describe as wordsOf, findHazards, type HazardRule } from '../hazards';
import type { Finding, Remedy, Severity, Wording } from '../hazards';
import { forecast } from '../lineage';
import type { Translator } from '../model';
import type { RunBuilder } from './run-builder';

/** A notebook in which the rule has to speak. */
export type InvalidCase = {
  readonly what: string;
  readonly notebook: RunBuilder;
  /** The cells affected, the subject first. */
  readonly at: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: Remedy['kind'] | null;
};

/** A notebook in which the rule has to keep silent. */
export type SilentCase = {
  readonly what: string;
  readonly notebook: RunBuilder;
};

/** A notebook in which nobody can tell: a cell is `unknown`, and the rule claims no more than a risk. */
export type UnknownCase = SilentCase & { readonly at: string };

/** What a rule is tested with. */
export type RuleCases = {
  /** Absent for a language that nothing reads. */
  readonly analyse?: (source: string) => CellAnalysis;
  readonly invalid: readonly InvalidCase[];
  readonly valid: readonly SilentCase[];
  readonly unknown: readonly UnknownCase[];
};

/** English, as it stands in the code. */
const english: Translator = {
  __: (message, ...args) => fill(message, args),
  _n: (singular, plural, count, ...args) =>
    fill(count === 1 ? singular : plural, args)
};

/** Calls a cell by its id. */
const plainWording: Wording = {
  translator: english,
  cellLabel: cellId => (cellId === null ? 'a deleted cell' : `cell ${cellId}`)
};

/** Runs a rule's cases as jest tests. */
export function ruleTester(rule: HazardRule, cases: RuleCases): void {
  const findings = (notebook: RunBuilder): Finding[] =>
    findHazards(forecastOf(notebook)).filter(one => one.rule === rule.name);
  const forecastOf = (notebook: RunBuilder): ReturnType<typeof forecast> =>
    forecast({ ...notebook.build(), analyse: cases.analyse });

  describe(`${rule.code} ${rule.name}`, () => {
    it.each(cases.invalid.map(one => [one.what, one] as const))(
      'speaks: %s',
      (_, { notebook, at, severity, message, remedy }) => {
        const [finding, ...others] = findings(notebook);
        expect(others).toEqual([]);
        expect(finding).toMatchObject({
          code: rule.code,
          severity,
          affected: at,
          subject: at[0]
        });
        expect(finding && wordsOf(finding, plainWording)).toBe(message);
        expect(finding?.remedy?.kind ?? null).toBe(remedy);
      }
    );

    it.each(cases.valid.map(one => [one.what, one] as const))(
      'keeps silent: %s',
      (_, { notebook }) => {
        expect(findings(notebook)).toEqual([]);
      }
    );

    it.each(cases.unknown.map(one => [one.what, one] as const))(
      'cannot tell: %s',
      (_, { notebook, at }) => {
        const { cells } = forecastOf(notebook);
        const cell = cells.find(({ cellId }) => cellId === at);
        expect(cell?.verdict).toBe('unknown');
        const severities = findings(notebook)
          .filter(({ subject }) => subject === at)
          .map(({ severity }) => severity);
        expect(severities.filter(one => one !== 'risk')).toEqual([]);
      }
    );
  });
}

function fill(message: string, args: readonly (string | number)[]): string {
  return message.replace(/%(\d)/g, (_, index) =>
    String(args[Number(index) - 1] ?? '')
  );
}
