// What commands of a shell show of the moment at which they run, and of chance.

import type { Effect } from '../effect';

import { isDayFormat } from './days';

type ShellEffect = Pick<Effect, 'state' | 'action'>;

const clock: ShellEffect = { state: 'clock', action: 'read' };
const day: ShellEffect = { state: 'day', action: 'read' };
const entropy: ShellEffect = { state: 'entropy', action: 'read' };
const address: ShellEffect = { state: 'address', action: 'read' };

/** Where a command begins. */
const START = /(?:^|[;&|(`]|\bthen\b|\bdo\b)\s*/.source;
/** How busy the machine is, and with what. */
const STATUS = new RegExp(
  `${START}(?:uptime|ps|top|free|vmstat|iostat|w)(?=[\\s;&|)]|$)`
);
/** `date`, and what it is given up to the end of the command. */
const DATE = new RegExp(`${START}date(?![\\w.-])([^;&|)]*)`, 'g');
/** Asks for the time of something else. */
const OTHER_TIME =
  /(?:^|\s)(?:-[a-zA-Z]*[drs]|--(?:date|reference|set))(?=[\s=]|$)/;
const CHANCE = new RegExp(
  `${START}(?:uuidgen|shuf|mktemp|ssh-keygen|openssl\\s+(?:rand|gen\\w+))(?=[\\s;&|)]|$)`
);
const CALENDAR = new RegExp(`${START}cal\\s*$`);
/** A text in which the shell replaces nothing. */
const QUOTED = /'[^']*'/g;

/** The effects of one command. */
export function shellChances(command: string): readonly ShellEffect[] {
  const text = command.trim().replace(/^!+\s*/, '');
  const bare = text.replace(QUOTED, quoted => `'${' '.repeat(quoted.length)}'`);
  const found: ShellEffect[] = [];
  for (const match of bare.matchAll(DATE)) {
    const [all, rest = ''] = match;
    const end = match.index + all.length;
    const given = text.slice(end - rest.length, end);
    if (!OTHER_TIME.test(given)) {
      found.push(tellsDayAlone(given) ? day : clock);
    }
  }
  if (STATUS.test(bare)) {
    found.push(clock);
  }
  if (CALENDAR.test(bare)) {
    found.push(day);
  }
  if (
    CHANCE.test(bare) ||
    /\$RANDOM\b|\$\{RANDOM\}|\/dev\/u?random/.test(bare)
  ) {
    found.push(entropy);
  }
  if (/\$\$/.test(bare)) {
    found.push(address);
  }
  return found;
}

/** `+%Y-%m-%d`. */
function tellsDayAlone(given: string): boolean {
  const [, format] = /\+(.*)$/.exec(given) ?? [];
  return format !== undefined && isDayFormat(format);
}
