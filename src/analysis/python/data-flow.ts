// Where values come from within a cell: what has flowed into a name, and which other names reach the same value.

/** Another name by which a value, or what it is a part of, is reached. */
export type Origin = {
  readonly name: string;
  readonly path: string | null;
  /** True when it is the value itself, not a part or an element of it. */
  readonly isSame: boolean;
};

/** Grows with the walk. */
export type DataFlow = {
  /** Parts of the notebook's values that the present statement has read, as `partKey` writes them. */
  current: Set<string>;
  /** What flowed into each name that the cell bound. */
  readonly into: Map<string, ReadonlySet<string>>;
  readonly origins: Map<string, readonly Origin[]>;
};

/** Nothing has flowed yet. */
export function emptyFlow(): DataFlow {
  return { current: new Set(), into: new Map(), origins: new Map() };
}

const NOTHING: ReadonlySet<string> = new Set([]);

/** Begins a statement: it has read nothing yet. */
export function beginStatement(flow: DataFlow): void {
  if (flow.current.size > 0) {
    flow.current = new Set();
  }
}

/** One part of a named value, as text; the empty path is the whole value. */
export function partKey(name: string, path: string | null): string {
  return `${name}\n${path ?? ''}`;
}

/** Notes that a name of the cell's own is read: all that flowed into it flows on. */
export function flowFrom(flow: DataFlow, name: string): void {
  flow.into.get(name)?.forEach(key => flow.current.add(key));
}

/** Notes that a name is bound to what the statement has read. */
export function flowInto(
  flow: DataFlow,
  name: string,
  isCertain: boolean
): void {
  const { current, into, origins } = flow;
  const before = isCertain ? NOTHING : (into.get(name) ?? NOTHING);
  const isEmpty = before.size + current.size === 0;
  into.set(name, isEmpty ? NOTHING : new Set([...before, ...current]));
  origins.delete(name);
}

/** Notes that a name is gone: no other name reaches its value any more by way of it. */
export function forgetOrigin({ origins }: DataFlow, name: string): void {
  for (const [alias, found] of origins) {
    origins.set(
      alias,
      found.filter(origin => origin.name !== name)
    );
  }
}

/** True when the part, or the whole, has flowed into the present statement. */
export function hasFlowed(
  flow: DataFlow,
  name: string,
  path: string | null
): boolean {
  return (
    flow.current.has(partKey(name, path)) ||
    flow.current.has(partKey(name, null))
  );
}
