// Of the values that a report tells, those that a repeat can be compared in.
import type { ExecutionReport } from '../model';

/** Numbers by the name that they were bound to. */
export type Numbers = { readonly [name: string]: number };

/** The numbers among what an execution bound at top level. */
export function numbersOf({
  scalars = {}
}: Pick<ExecutionReport, 'scalars'>): Numbers {
  return Object.fromEntries(
    Object.entries(scalars).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number'
    )
  );
}
