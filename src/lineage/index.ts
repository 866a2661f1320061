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
