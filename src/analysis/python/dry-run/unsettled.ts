// Attributes of classes that code sets which is not followed: whatever is set there later, nobody knows what they are.

import type { Syntax } from '../syntax';

import { targetsOf } from './scopes';
import { is, Lost, unknown, type ClassThing, type Value } from './values';

/** What stretches of code set after a dot. */
export type Settings = {
  readonly names: Set<string>;
  /** True once one of them may set any. */
  isDynamic: boolean;
};

/** Of no code. */
export function noSettings(): Settings {
  return { names: new Set(), isDynamic: false };
}

/** What reaches attributes by texts. */
const DYNAMIC = /^(?:setattr|delattr|vars|exec|eval|__dict__|__setattr__)$/;

/** Adds what one node of the tree sets. */
export function addSettings(
  text: string,
  node: Syntax,
  settings: Settings
): void {
  const ofNode = ({ from, to }: Syntax): string => text.slice(from, to);
  if (/^(?:Variable|Property)Name$/.test(node.name)) {
    settings.isDynamic ||= DYNAMIC.test(ofNode(node));
  }
  const pending = [...targetsOf(node)];
  for (let one = pending.pop(); one; one = pending.pop()) {
    if (one.name === 'PropertyName') {
      settings.names.add(ofNode(one));
    }
    pending.push(...one.children);
  }
}

/** Nobody knows any more what these attributes of the class are. */
export function unsettle(
  made: ClassThing,
  { names, isDynamic }: Settings
): void {
  const data = isDynamic
    ? [...made.attributes]
        .filter(
          ([, value]) => !is(value, 'function') && !is(value, 'descriptor')
        )
        .map(([name]) => name)
    : [];
  const all = [...names, ...data];
  if (all.length > 0) {
    made.unsettled = new Set([...made.unsettled, ...all]);
    all.forEach(name => made.attributes.set(name, unknown()));
  }
}

/** What an instance finds in its class; one that may have got a method there is not followed, which may change it. */
export function settled(made: ClassThing, name: string, found: Value): Value {
  if (is(found, 'unknown') && isUnsettled(made, name)) {
    throw new Lost('attribute of a class');
  }
  return found;
}

/** True when the class, or one before it, may have got another such attribute. */
function isUnsettled({ unsettled, bases }: ClassThing, name: string): boolean {
  return unsettled.has(name) || bases.some(base => isUnsettled(base, name));
}
