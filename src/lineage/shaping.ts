// State that shapes pictures and texts, or tells where libraries are, on which few values hang: those that are such, and what
// unknown code makes.
import { isPureFunction } from '../analysis';
import { ambientName } from './ambient-names';
import { importBehind } from './imported';
import type { Prepared, PreparedOrigin } from './prepared';
import type { World } from './world';

const DISPLAY = ambientName('display');
const PLOTTING = ambientName('plotting');
const PATH = ambientName('path');

/** True for such state that nothing looks at which makes the value, though it looks at other state. */
export function isSpared(
  world: World,
  prepared: Prepared,
  origin: PreparedOrigin,
  name: string
): boolean {
  const { states, unknown, imports } = origin;
  if (name === PATH) {
    return unknown.length + imports.length === 0 && !states.includes('path');
  }
  const isUnseen =
    name === PLOTTING
      ? !states.includes('plotting')
      : name === DISPLAY &&
        !states.includes('display') &&
        !makesTexts(prepared, origin);
  return (
    isUnseen &&
    unknown.every(called => isOfPureLibrary(world, prepared, called))
  );
}

/** True where statements behind the value make texts of others. */
export function makesTexts(
  { showing }: Prepared,
  { statements }: PreparedOrigin
): boolean {
  return statements.some(({ from }) => showing?.texts.has(from) ?? true);
}

/** True for a dotted name that imports lead to a library of which all functions are known. */
function isOfPureLibrary(
  world: World,
  prepared: Prepared,
  called: string
): boolean {
  const [root = '', ...path] = called.split('.');
  const imported = importBehind(world, prepared, root);
  return (
    imported !== null && isPureFunction([imported.dotted, ...path].join('.'))
  );
}
