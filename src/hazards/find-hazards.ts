// A forecast's causes, grouped into findings.
import type { Cause, CauseKind, CellForecast, Forecast } from '../lineage';
import { assertNever, type ExecutionId, type Translator } from '../model';
import type { Finding, HazardRule, Remedy, Severity, Wording } from './rule';
import { hazardRules } from './rules';

/** One finding for each cause, with the cells that it affects; worst first, then in the order of the document. */
export function findHazards(forecast: Forecast): readonly Finding[] {
  const groups = new Map<string, { cause: Cause; affected: CellForecast[] }>();
  for (const cell of forecast.cells) {
    for (const cause of cell.causes) {
      const id = `${cause.kind}\n${cause.name ?? ''}\n${cause.cellId ?? ''}`;
      const group = groups.get(id) ?? { cause, affected: [] };
      groups.set(id, group);
      group.affected.push(cell);
    }
  }
  const findings = [...groups.values()].flatMap(({ cause, affected }) => {
    const [first] = affected;
    return first ? [findingOf(cause, first, affected)] : [];
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

function findingOf(
  cause: Cause,
  first: CellForecast,
  affected: readonly CellForecast[]
): Finding {
  const rule = ruleOf(cause.kind);
  const ids = [
    cause.executionId,
    ...affected.map(({ executionId }) => executionId)
  ].filter((id): id is ExecutionId => id !== null);
  return {
    code: rule.code,
    rule: rule.name,
    severity: severityOf(affected),
    cause,
    subject: first.cellId,
    affected: affected.map(({ cellId }) => cellId),
    evidence: [...new Set(ids)],
    remedy: rule.remedy(cause, affected)
  };
}

function severityOf(affected: readonly CellForecast[]): Severity {
  const verdicts = affected.map(({ verdict }) => verdict);
  if (verdicts.includes('fails')) {
    return 'fails';
  }
  return verdicts.includes('differs') ? 'differs' : 'risk';
}

function ruleOf(kind: CauseKind): HazardRule {
  const rule = hazardRules.find(({ causes }) => causes.includes(kind));
  if (!rule) {
    throw new Error(`No rule speaks about ${kind}`);
  }
  return rule;
}
