// Connections of R that stay open: who reads a line of one leaves it at the next.
import type { Definition } from '../definition';
import { argumentOf } from './arguments';
import type { Frame } from './frame';
import { changeBy } from './received';
import { rangeOf, type RNode, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** Functions that go on in what is open, or close it, with the place and the name under which they get it. */
const MOVING: ReadonlyMap<string, readonly [place: number, name: string]> =
  new Map<string, readonly [number, string]>([
    ...each('readLines readChar readBin close open seek', 0, 'con'),
    ...each('writeLines writeBin writeChar', 1, 'con'),
    ...each('scan read.csv read.table read.delim', 0, 'file'),
    ...each('write.csv write.table', 1, 'file'),
    ...each('cat', Infinity, 'file')
  ]);

function each(
  names: string,
  place: number,
  name: string
): [string, readonly [number, string]][] {
  return names.split(' ').map(one => [one, [place, name]]);
}

/** Opens in the mode that stands second, or at once. */
const OPENING = /^(?:file|gzfile|bzfile|xzfile|url|pipe|textConnection)$/;

/** What a name stands for that is given an open connection: who moves on in it changes it. Null for all else. */
export function connectionMade(name: string, value: RNode): Definition | null {
  if (value.kind !== 'call' || value.callee.kind !== 'name') {
    return null;
  }
  const { callee, arguments: list } = value;
  const mode = list.find(one => one.name === 'open') ?? list[1];
  const isOpen =
    callee.name === 'textConnection' || mode?.value?.kind === 'string';
  if (!OPENING.test(callee.name) || !isOpen) {
    return null;
  }
  return {
    name,
    references: [],
    bindings: [],
    updates: [],
    effects: [],
    received: [...MOVING.keys()].map(changeBy)
  };
}

/** Notes that a call goes on in what a name stands for, where that is a connection. */
export function noteMoving(frame: Frame, name: string, call: Call): void {
  const [place, key] = MOVING.get(name) ?? [null, ''];
  if (place === null) {
    return;
  }
  const value = argumentOf(call, [place, key]);
  if (value?.kind === 'name') {
    frame.handOver(value.name, name, 0, rangeOf(value));
    frame.handParameter(value.name, name, rangeOf(value));
  }
}
