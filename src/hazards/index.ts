export type { Finding, HazardRule, Remedy, Severity, Wording } from './rule';
export {
  dismissedCells,
  identityOf,
  isDismissed,
  type Dismissals,
  type KnownFinding,
  type Situation
} from './dismissals';
export { describe, findHazards, hintOf, remedyLabel } from './find-hazards';
export { hazardRules } from './rules';
