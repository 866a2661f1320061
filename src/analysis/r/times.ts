// Which calls of R show no more of the time than which day it is.
import type { Frame } from './frame';
import type { RNode, RNodeOf } from './syntax';

/** True for a reading of the clock of which nothing but the day is used: `Sys.Date()`, `format(Sys.time(), "%Y")`. */
export function isDateAlone(
  frame: Frame,
  { callee, from }: RNodeOf<'call'>
): boolean {
  const isDate =
    callee.kind === 'name' && /^(?:Sys\.Date|today)$/.test(callee.name);
  return isDate || frame.days.has(from);
}

/** Notes the readings of the clock that a call makes a date of. */
export function noteDays(frame: Frame, call: RNodeOf<'call'>): void {
  const { callee, arguments: list } = call;
  const name = callee.kind === 'name' ? callee.name : '';
  const given = list[0]?.value;
  const format = list.find(
    (one, place) => one.name === 'format' || (one.name === null && place === 1)
  )?.value;
  const isDated =
    /^(?:as\.Date|months|quarters|weekdays)$/.test(name) ||
    (/^(?:format|strftime)$/.test(name) && isFormatOfDays(format));
  if (isDated && given?.kind === 'call') {
    frame.days.add(given.from);
  }
}

/** A constant format without hours, minutes and the like. */
function isFormatOfDays(format: RNode | null | undefined): boolean {
  return (
    format?.kind === 'string' &&
    !/%(?:[EO]?[HIklMSprRTXcsfZz]|OS)/.test(format.text)
  );
}
