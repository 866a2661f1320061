export type {
  Cause,
  CauseKind,
  CellForecast,
  Forecast,
  UnknownReason,
  Verdict
} from './forecast-types';
export type {
  OmissionReason,
  PlanStep,
  PlanWarning,
  ScriptPlan
} from './slice-types';
export { forecast, type ForecastInput } from './forecast';
export { planScript, type Criterion, type PlanInput } from './plan-script';
