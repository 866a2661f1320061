// What a run took altogether.
import type { SeenExecution } from './seen-execution';
import type { FactsInput } from './run-facts-input';

/** Sums over the executions of a run. A sum is null when no execution told its part. */
export type CostTotals = {
  /** Time in which cells ran; by the page's clock where the kernel told none. */
  readonly wallMs: number;
  readonly cpuMs: number | null;
  /**
   * Time of the executions that held memory of a graphics processor: what one of them can have worked at most. Null when
   * it is not known whether there is one.
   */
  readonly gpuMs: number | null;
  readonly peakMemoryBytes: number | null;
  readonly gpuMemoryBytes: number | null;
  /** Executions that told no processor time. */
  readonly untold: number;
};

/** Adds up what the reports say. */
export function costTotals(
  { history }: FactsInput,
  executions: readonly SeenExecution[]
): CostTotals {
  const costs = executions.map(({ execution }) => ({
    cost: execution.report?.cost ?? null,
    wallMs: execution.report?.cost?.wallMs ?? pageMs(execution)
  }));
  const told = costs.filter(({ cost }) => cost !== null && cost.cpuMs !== null);
  const onGpu = costs.filter(({ cost }) => (cost?.gpuMemoryBytes ?? 0) > 0);
  const hasNoGpu =
    history.environment?.details?.hardware.gpus.length === 0 &&
    history.environment.details.unknown['hardware.gpus'] === undefined;
  return {
    wallMs: sum(costs.map(({ wallMs }) => wallMs)),
    cpuMs:
      told.length > 0 ? sum(told.map(({ cost }) => cost?.cpuMs ?? 0)) : null,
    gpuMs:
      onGpu.length > 0
        ? sum(onGpu.map(({ wallMs }) => wallMs))
        : hasNoGpu
          ? 0
          : null,
    peakMemoryBytes: greatest(costs.map(({ cost }) => cost?.peakMemoryBytes)),
    gpuMemoryBytes: greatest(costs.map(({ cost }) => cost?.gpuMemoryBytes)),
    untold: costs.length - told.length
  };
}

function pageMs({ finishedAt, startedAt }: SeenExecution['execution']): number {
  const ms = Date.parse(finishedAt ?? '') - Date.parse(startedAt ?? '');
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function greatest(
  values: readonly (number | null | undefined)[]
): number | null {
  return values.reduce<number | null>(
    (most, value) =>
      typeof value === 'number' ? Math.max(most ?? value, value) : most,
    null
  );
}
