// A forecast's causes, grouped into findings.
import type { Cause, CauseKind, CellForecast, Forecast } from '../lineage';
import { assertNever, type ExecutionId, type Translator } from '../model';
import { workable } from './remedies';
import type { Finding, HazardRule, Remedy, Severity, Wording } from './rule';
import { hazardRules } from './rules';

/**
 * One finding for each place where things part, with all names by which it arrives and all cells that it affects;
 * worst first, then in the order of the document.
 */
export function findHazards(forecast: Forecast): readonly Finding[] {
  const groups = new Map<string, Group>();
  for (const cell of forecast.cells) {
    for (const cause of cell.causes) {
      const id = `${cause.kind}\n${placeOf(cause)}`;
      const group = groups.get(id) ?? newGroup(cause);
      groups.set(id, group);
      group.affected.add(cell);
      if (cause.name !== null) {
        group.names.add(cause.name);
      }
    }
  }
  const findings = [...groups.values()].flatMap(group => {
    const [first] = group.affected;
    return first ? [findingOf(forecast, group, first)] : [];
  });
  const rank = ({ severity }: Finding): number => SEVERITIES.indexOf(severity);
  return findings.sort((one, other) => rank(one) - rank(other));
}

/** One plain sentence: what happened, and what a fresh run would do instead. */
export function describe(finding: Finding, wording: Wording): string {
  return ruleOf(finding.cause.kind).message(finding, wording);
}

/** What the button for a remedy says. */
export function remedyLabel(remedy: Remedy, translator: Translator): string {
  switch (remedy.kind) {
    case 'run-cells':
      return translator._n(
        'Run the cell',
        'Run %1 cells in order',
        remedy.cellIds.length,
        remedy.cellIds.length
      );
    case 'restart-and-run-to':
      return translator.__('Restart and run to here');
    case 'restore-cell':
      return translator.__('Bring back the deleted cell');
    default:
      return assertNever(remedy);
  }
}

/** Worst first. */
const SEVERITIES: readonly Severity[] = ['fails', 'differs', 'risk'];

/** Causes of one kind at one place. */
type Group = {
  readonly cause: Cause;
  readonly names: Set<string>;
  readonly affected: Set<CellForecast>;
};

function newGroup(cause: Cause): Group {
  return { cause, names: new Set(), affected: new Set() };
}

/** Where to look: a cell of the document, else what ran elsewhere, else the name that nobody binds. */
function placeOf({ cellId, executionId, name }: Cause): string {
  return cellId ?? executionId ?? name ?? '';
}

function findingOf(
  forecast: Forecast,
  { cause, names, ...group }: Group,
  first: CellForecast
): Finding {
  const affected = [...group.affected];
  const rule = ruleOf(cause.kind);
  const ids = [
    cause.executionId,
    ...affected.map(({ executionId }) => executionId)
  ].filter((id): id is ExecutionId => id !== null);
  return {
    code: rule.code,
    rule: rule.name,
    severity: severityOf(cause.kind, affected),
    cause,
    names: [...names],
    subject: first.cellId,
    affected: affected.map(({ cellId }) => cellId),
    evidence: [...new Set(ids)],
    remedy: workable(rule.remedy(cause, affected), affected, forecast)
  };
}

/** Causes that may leave a fresh run without a name; the others change a value. */
const FATAL: ReadonlySet<CauseKind> = new Set([
  'bound-below',
  'deleted-cell',
  'other-client',
  'definition-gone',
  'undefined',
  'unrun',
  'error-above'
]);

/** A cell may fail for another reason than this one, so its verdict alone does not tell. */
function severityOf(
  kind: CauseKind,
  affected: readonly CellForecast[]
): Severity {
  const verdicts = affected.map(({ verdict }) => verdict);
  const fails = verdicts.includes('fails');
  if (fails && FATAL.has(kind)) {
    return 'fails';
  }
  return fails || verdicts.includes('differs') ? 'differs' : 'risk';
}

function ruleOf(kind: CauseKind): HazardRule {
  const rule = hazardRules.find(({ causes }) => causes.includes(kind));
  if (!rule) {
    throw new Error(`No rule speaks about ${kind}`);
  }
  return rule;
}
