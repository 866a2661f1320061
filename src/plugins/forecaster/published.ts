// What the forecaster publishes: verdicts, findings and their sum, less the cells that are running.
import {
  findHazards,
  identityOf,
  isDismissed,
  type Dismissals,
  type Situation
} from '../../hazards';
import type { CellForecast, Forecast } from '../../lineage';
import type { CellId } from '../../model';
import type { NotebookForecast } from '../../tokens';

/** A forecast with its findings and its sum; nothing is dismissed yet. */
export function publish(
  notebookPath: string,
  forecast: Forecast,
  situation: Situation
): NotebookForecast {
  const { cells } = forecast;
  const findings = findHazards(forecast).map(finding => ({
    ...finding,
    identity: identityOf(finding, situation)
  }));
  return {
    notebookPath,
    cells,
    findings,
    dismissed: [],
    summary: summarise(cells)
  };
}

/** The same with what the user dismissed set apart. */
export function withoutDismissed(
  published: NotebookForecast,
  dismissals: Dismissals
): NotebookForecast {
  const { findings } = published;
  return {
    ...published,
    findings: findings.filter(each => !isDismissed(each, dismissals)),
    dismissed: findings.filter(each => isDismissed(each, dismissals))
  };
}

/** The same without some cells: what they show is just being made. */
export function withoutCells(
  published: NotebookForecast,
  cellIds: ReadonlySet<CellId>
): NotebookForecast {
  const cells = published.cells.filter(cell => !cellIds.has(cell.cellId));
  const findings = published.findings.flatMap(finding => {
    const affected = finding.affected.filter(id => !cellIds.has(id));
    const [subject] = affected;
    return subject === undefined ? [] : [{ ...finding, subject, affected }];
  });
  return { ...published, cells, findings, summary: summarise(cells) };
}

/** Counts verdicts. A cell that never ran shows nothing, so it is not among the shown. */
export function summarise(
  cells: readonly CellForecast[]
): NotebookForecast['summary'] {
  const counts = {
    same: 0,
    differs: 0,
    fails: 0,
    random: 0,
    unknown: 0,
    unrun: 0
  };
  for (const { verdict } of cells) {
    counts[verdict]++;
  }
  return { ...counts, shown: cells.length - counts.unrun };
}
