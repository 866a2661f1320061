// Days, as the calendar on this machine has them.

/** True when two ISO times lie on one day here. */
export function isSameDay(one: string, other: string): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}
