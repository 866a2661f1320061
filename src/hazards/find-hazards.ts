// A forecast's causes, grouped into findings.
import type {
  Cause,
  CauseKind,
  CellForecast,
  Forecast,
  Verdict
} from '../lineage';
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
    cell.causes.forEach(cause => groupOf(groups, cause, cell).blamed.add(cell));
    cell.advice?.forEach(cause => groupOf(groups, cause, cell));
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

/** What to do about it by hand, where no button can. */
export function hintOf(finding: Finding, translator: Translator): string {
  return ruleOf(finding.cause.kind).hint(translator);
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
  /** Those whose verdict comes from it; the others are at risk only. */
  readonly blamed: Set<CellForecast>;
};

/** The group of a cause, with the cell and the name added. */
function groupOf(
  groups: Map<string, Group>,
  cause: Cause,
  cell: CellForecast
): Group {
  const id = `${cause.kind}\n${placeOf(cause)}`;
  const group = groups.get(id) ?? {
    cause,
    names: new Set<string>(),
    affected: new Set<CellForecast>(),
    blamed: new Set<CellForecast>()
  };
  groups.set(id, group);
  group.affected.add(cell);
  if (cause.name !== null) {
    group.names.add(cause.name);
  }
  return group;
}

/** Where to look: a cell of the document, else what ran elsewhere, else the name that nobody binds. */
function placeOf({ cellId, executionId, name }: Cause): string {
  return cellId ?? executionId ?? name ?? '';
}

function findingOf(
  forecast: Forecast,
  { blamed, cause, names, ...group }: Group,
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
    severity: severityOf(cause.kind, [...blamed]),
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
  'error-above',
  'renamed',
  'name-deleted',
  'shadowed',
  'hidden-binding'
]);

/** Causes that may change an output, on another day or machine. */
const RISKS: ReadonlySet<CauseKind> = new Set([
  'clock',
  'network',
  'directory',
  'absolute-path'
]);

/** A cell may fail for another reason than this one, so its verdict alone does not tell. */
function severityOf(
  kind: CauseKind,
  blamed: readonly CellForecast[]
): Severity {
  const verdicts = blamed
    .filter(cell => !RISKS.has(kind) || isDecidedBy(kind, cell))
    .map(({ verdict }) => verdict);
  if (verdicts.includes('fails') && FATAL.has(kind)) {
    return 'fails';
  }
  return verdicts.some(each => CHANGED.has(each)) ? 'differs' : 'risk';
}

/** True when a risk is what made the verdict, and not another cause beside it. */
function isDecidedBy(
  kind: CauseKind,
  { causes, verdict }: CellForecast
): boolean {
  return verdict === 'random'
    ? kind === 'clock' || kind === 'network'
    : causes.every(cause => RISKS.has(cause.kind));
}

/** Verdicts of outputs that would not come out again. */
const CHANGED: ReadonlySet<Verdict> = new Set(['differs', 'fails', 'random']);

function ruleOf(kind: CauseKind): HazardRule {
  const rule = hazardRules.find(({ causes }) => causes.includes(kind));
  if (!rule) {
    throw new Error(`No rule speaks about ${kind}`);
  }
  return rule;
}
