// How effects and kinds name what may hold texts: a name, a part of it, an attribute of anything, or a parameter.

/** In place of a name, for what no name stands for. */
export const UNTOLD = '';

/** In place of a key: whatever is kept under one. */
export const ANY = '*';

/** What such a text means. */
export type HeldName = {
  /** The function whose parameter it is, and its position from 0; null for what is none. */
  readonly parameterOf: {
    readonly callee: string;
    readonly place: number;
  } | null;
  /** The name, or that of the parameter; empty for an attribute of whatever it belongs to. */
  readonly base: string;
  /** The constant key or the attribute under which it is kept; null for the whole value. */
  readonly part: string | null;
};

const PARAMETER = /^\((\S+) (\d+) (.*)$/;

/** Reads one. */
export function heldName(text: string): HeldName {
  const [, callee, place, word = text] =
    (text.startsWith('(') && PARAMETER.exec(text)) || [];
  const at = word.indexOf('.');
  return {
    parameterOf: callee === undefined ? null : { callee, place: Number(place) },
    base: at < 0 ? word : word.slice(0, at),
    part: at < 0 ? null : word.slice(at + 1)
  };
}

/** Names a parameter of a function. */
export function parameterName(
  callee: string,
  place: number,
  name: string
): string {
  return `(${callee} ${place} ${name}`;
}

/** Names what a function gives back. */
export function resultName(callee: string): string {
  return `${callee}()`;
}

/** The function of such a name; null for what is none. */
export function calleeOfResult(name: string): string | null {
  return name.endsWith('()') ? name.slice(0, -2) : null;
}

/** Names what is kept under a key, or as an attribute, of a name that has no part yet; null else. */
export function partName(name: string, part: string): string | null {
  return heldName(name).part === null ? `${name}.${part}` : null;
}
