export type { Finding, HazardRule, Remedy, Severity, Wording } from './rule';
export { describe, findHazards, hintOf, remedyLabel } from './find-hazards';
export { hazardRules } from './rules';
