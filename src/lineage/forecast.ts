// What restart-and-run-all would do to every cell of a notebook, told once from what was recorded.
import type { Forecast } from './forecast-types';
import type { ForecastInput } from './forecast-input';
import { createForecaster } from './forecaster';

/** Tells for each code cell that is not blank or still shows something whether a fresh run of the whole notebook would show the same again. */
export function forecast(input: ForecastInput): Forecast {
  return createForecaster().forecast(input);
}
