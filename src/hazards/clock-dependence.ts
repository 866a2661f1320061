import type { HazardRule } from './rule';

/**
 * Finds code that reads the clock or measures how long something took.
 *
 * Why it hurts: the output is of the moment at which it ran.
 * Example: cell 1 `print(datetime.now())`.
 * Cannot see: times that a library reads inside and nobody has described. A date alone, as `date.today()`, is told
 *   and changes no verdict as long as it is that day. How long a cell took, as `%time` shows it, is no result and raises nothing.
 *   A replay lets the day and the time of the run pass, and how long something took where the line says so: they are wanted
 *   to be others then. What it lets pass so is still told here, since the shown text does not come out again.
 */
export const clockDependence: HazardRule = {
  code: 'RT019',
  name: 'clock-dependence',
  causes: ['clock'],

  message({ cause, subject }, { translator, cellLabel }) {
    return cause.cellId === subject
      ? translator.__(
          'Depends on the time at which it runs; a fresh run runs at another time.'
        )
      : translator.__(
          'Depends on %1, which reads the clock; a fresh run runs at another time.',
          cellLabel(cause.cellId)
        );
  },

  remedy() {
    return null;
  },

  hint: translator =>
    translator.__(
      'Keep the time out of the output, or set it as a value in a cell.'
    )
};
