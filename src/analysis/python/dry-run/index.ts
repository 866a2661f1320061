export { dryRuns, type DryRun, type DryStep } from './dry-run';
