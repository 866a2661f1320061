export type { Finding, HazardRule, Remedy, Severity, Wording } from './rule';
