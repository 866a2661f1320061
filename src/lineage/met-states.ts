// What of the state that no name of the code leads to a step meets: who set it.
import { isOption } from './displays';
import type { Knowledge } from './knowledge';
import type { Parts } from './parts';
import { usualKey } from './see-version';
import { shownOptions } from './shown';
import type { Step, Version } from './version';

/** State that every step runs in, whether its code mentions it or not. */
const PROCESS = ['@directory', '@environment'];

/** State that steps run in which import. */
const IMPORTING = [...PROCESS, '@path'];

/** State that shapes every output. */
const OUTPUT = ['@display', '@warnings'];

/** State that shapes outputs in which a picture may be. */
const PICTURE = [...OUTPUT, '@plotting'];

const WIDE = [...IMPORTING, ...PICTURE];

/** No picture has so few bytes. */
const LEAST_PICTURE = 800;
/** An ambient state, and the position of the step that left it. */
type State = { readonly at: number; readonly version: Version };

/** The ambient states of one run. */
export class MetStates {
  constructor(
    steps: readonly Step[],
    readonly knowledge: Knowledge
  ) {
    this.states = statesOf(steps);
  }

  /** Who set what a step at this position runs in. */
  settersFor(isImporting: boolean, at: number): readonly Step[] {
    return this.met(isImporting ? IMPORTING : PROCESS, at, null);
  }

  /** Who set what shapes the outputs of a step: of display options, those by which it shows what it shows. */
  shapersOf(step: Step, at: number): readonly Step[] {
    return (step.execution?.outputCount ?? 0) === 0
      ? []
      : this.met(isText(step) ? OUTPUT : PICTURE, at, shownOptions(step));
  }

  /** Who made a version, or some parts of it: who set a part of what every kernel begins with did not make the rest. */
  makers(
    name: string,
    { baseKey, baseStep, parts: all }: Version,
    parts: Parts = all
  ): readonly Step[] {
    const setters = parts.values().map(({ step }) => step);
    const isUsual =
      name[0] === '@' && parts.size > 0 && baseKey === usualKey(this, name);
    return isUsual ? setters : [baseStep, ...setters];
  }

  private met(
    kinds: readonly string[],
    at: number,
    options: ReadonlySet<string> | null
  ): readonly Step[] {
    const found: Step[] = [];
    for (const [name, states] of this.states) {
      const [kind = ''] = name.split(':');
      const isMet =
        kinds.includes(kind) &&
        (options === null || !isOption(name) || options.has(name));
      const version = isMet ? stateBefore(states, at)?.version : undefined;
      if (version) {
        found.push(...this.makers(name, version));
      }
    }
    return found;
  }

  private readonly states: ReadonlyMap<string, readonly State[]>;
}

function isText({ execution }: Step): boolean {
  const { outputBytes = 0, tells } = execution ?? {};
  return (
    (outputBytes > 0 && outputBytes < LEAST_PICTURE) ||
    tells?.showsTexts === true
  );
}

/** The last state before a position: most lists are short. */
function stateBefore(states: readonly State[], at: number): State | undefined {
  let index = states.length - 1;
  while (index >= 0 && (states[index]?.at ?? 0) >= at) {
    index -= 1;
  }
  return states[index];
}

function statesOf(
  steps: readonly Step[]
): ReadonlyMap<string, readonly State[]> {
  const states = new Map<string, State[]>();
  steps.forEach(({ written }, at) =>
    written.forEach((version, name) => {
      const kind = name[0] === '@' ? name.split(':', 1)[0] : undefined;
      if (version && kind !== undefined && WIDE.includes(kind)) {
        const known = states.get(name) ?? [];
        known.push({ at, version });
        states.set(name, known);
      }
    })
  );
  return states;
}
