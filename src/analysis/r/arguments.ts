// Which argument of a call a parameter is given, and the function that one names.
import type { RNode, RNodeOf } from './syntax';

/** What a parameter is given: by one of its names, else by its place among the arguments without one. */
export function argumentOf(
  { arguments: list }: RNodeOf<'call'>,
  [place, ...names]: readonly [place: number, ...names: string[]]
): RNode | null | undefined {
  const byName = list.find(({ name }) => names.includes(name ?? ''));
  const unnamed = list.filter(({ name }) => name === null);
  return (byName ?? unnamed[place])?.value;
}

/** The name of a function that is handed over: `rnorm`, `stats::rnorm`, `"rnorm"`; null for all else. */
export function functionNamed(value: RNode | null | undefined): string | null {
  switch (value?.kind) {
    case 'string':
      return value.text;
    case 'name':
    case 'qualified':
      return value.name;
    default:
      return null;
  }
}
