// Readings of the clock of which nothing comes but which day it is.

import { stringContent } from './access';
import type { Syntax } from './syntax';
import { textOf, type Walk } from './walk';

/** Parts of a format that tell the day, and no more. */
const DAY_PARTS = /%-?[aAbBCdDeFgGhjmuUVwWxyY%]/g;
/** Attributes and methods of a moment that tell no more of it. */
const OF_DAY =
  /^(?:year|month|day|date|weekday|isoweekday|isocalendar|toordinal)$/;

/** True for a format of times that shows the day alone: `%Y-%m-%d`. */
export function isDayFormat(format: string): boolean {
  return format.includes('%') && !format.replace(DAY_PARTS, '').includes('%');
}

/** Notes that of what a call gives only this attribute, or this method with its first argument, is looked at. */
export function noteDay(
  walk: Walk,
  root: Syntax,
  part: string | null,
  first: Syntax | undefined
): void {
  if (root.name !== 'CallExpression' || part === null) {
    return;
  }
  const format =
    part === 'strftime' && first ? stringContent(textOf(walk, first)) : null;
  if (OF_DAY.test(part) || (format !== null && isDayFormat(format))) {
    walk.dayOf = root;
  }
}
