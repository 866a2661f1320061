// `try`, its handlers, and `raise`.

import type { Syntax } from '../syntax';

import { isError, isSubclass } from './classes';
import { evaluate, textOf, type Place } from './expressions';
import { write } from './scopes';
import { run, type End } from './statements';
import { is, Lost, Raised } from './values';

/** `try`. */
export function attempt(place: Place, children: readonly Syntax[]): End {
  const { machine } = place;
  const last = bodyBehind(children, 'finally');
  const { depth } = machine;
  const { mayRaise } = machine;
  let end: End = null;
  try {
    machine.mayRaise = false;
    end = run(place, children[1]?.children ?? []);
    if (machine.mayRaise) {
      // Nobody knows whether a handler runs.
      throw new Lost('try');
    }
    machine.mayRaise = mayRaise;
    end ??= run(place, bodyBehind(children, 'else'));
  } catch (error) {
    if (!(error instanceof Raised)) {
      throw error;
    }
    if (machine.mayRaise) {
      throw new Lost('try');
    }
    machine.mayRaise = mayRaise;
    machine.depth = depth;
    const handler = handlerFor(place, children, error);
    if (!handler) {
      const ended = run(place, last);
      if (ended !== null) {
        return ended;
      }
      throw error;
    }
    end = handle(place, handler, error, last);
  }
  const ended = run(place, last);
  return ended ?? end;
}

function bodyBehind(
  children: readonly Syntax[],
  keyword: string
): readonly Syntax[] {
  const at = children.findIndex(({ name }) => name === keyword);
  return at < 0 ? [] : (children[at + 1]?.children ?? []);
}

type Handler = { readonly name: string | null; readonly body: Syntax };

function handlerFor(
  place: Place,
  children: readonly Syntax[],
  { value }: Raised
): Handler | null {
  for (const [index, child] of children.entries()) {
    if (child.name !== 'except') {
      continue;
    }
    const end = children.findIndex(
      (one, at) => at > index && one.name === 'Body'
    );
    const parts = children.slice(index + 1, end);
    const body = children[end];
    const [wanted, as, name] = parts;
    if (!body || wanted?.name === '*') {
      throw new Lost('except');
    }
    const kinds = wanted ? evaluate(place, wanted) : null;
    const all = is(kinds, 'tuple') ? kinds.items : [kinds];
    const isMet = all.some(
      one =>
        one === null ||
        (is(one, 'class') ? isSubclass(value.class, one) : lost())
    );
    if (isMet) {
      return {
        name: as && name ? textOf(place, name) : null,
        body
      };
    }
  }
  return null;
}

function lost(): never {
  throw new Lost('except');
}

function handle(
  place: Place,
  { name, body }: Handler,
  { value }: Raised,
  last: readonly Syntax[]
): End {
  const { machine } = place;
  if (name !== null) {
    write(machine, place.scope, name, value);
  }
  try {
    return run(place, body.children);
  } catch (error) {
    if (error instanceof Raised) {
      run(place, last);
    }
    throw error;
  } finally {
    if (name !== null) {
      place.scope.names.delete(name);
    }
  }
}

/** What `raise` throws. */
export function raised(place: Place, what: Syntax | undefined): Error {
  if (!what) {
    return new Lost('raise');
  }
  const { machine } = place;
  const value = evaluate(place, what);
  const made = is(value, 'class') ? machine.call(value) : value;
  return is(made, 'instance') && isError(made.class)
    ? new Raised(made)
    : new Lost('raise');
}
