export type { DependenceGraph, GraphEdge, GraphNode } from './dependence-types';
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
export { forecast } from './forecast';
export type { FileState } from './files';
export type { ForecastInput } from './forecast-input';
export { createForecaster, type Forecaster } from './forecaster';
export type { Task } from './task';
export {
  createPlanner,
  planScript,
  type Criterion,
  type PlanInput,
  type Planner
} from './plan-script';
export { createPlans, type Plans } from './plans';
