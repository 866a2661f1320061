// Which names of the notebook the cell has surely or maybe bound so far, along its branches.

/** What is known of a name at a point of the cell; `untouched`: the cell did nothing to it yet. */
export type NameState = 'untouched' | 'bound' | 'maybe' | 'deleted';

/** One branch of the cell: what it changed since it left its parent. */
export type Branch = {
  readonly parent: Branch | null;
  readonly states: Map<string, NameState>;
  /** Set when the end of the branch is not reached: left by an exception, or for another place in the cell. */
  end: 'reached' | 'raised' | 'jumped';
};

/** A branch that leaves `parent`; null for the cell itself. */
export function branchOf(parent: Branch | null): Branch {
  return { parent, states: new Map(), end: 'reached' };
}

/** The state of a name at the present end of a branch. */
export function stateOf(branch: Branch, name: string): NameState {
  for (let at: Branch | null = branch; at; at = at.parent) {
    const state = at.states.get(name);
    if (state) {
      return state;
    }
  }
  return 'untouched';
}

/**
 * Brings alternatives that left the same parent together again. `canSkip`: the parent may also go on without
 * having entered any of them.
 */
export function join(
  parent: Branch,
  branches: readonly Branch[],
  canSkip: boolean
): void {
  const live = branches.filter(branch => branch.end === 'reached');
  if (live.length === 0 && !canSkip) {
    parent.end = branches.some(branch => branch.end === 'jumped')
      ? 'jumped'
      : 'raised';
  }
  const names = new Set(
    branches
      .filter(branch => branch.end !== 'jumped')
      .flatMap(branch => [...branch.states.keys()])
  );
  for (const name of names) {
    const before = stateOf(parent, name);
    const states = new Set(
      live.map(branch => branch.states.get(name) ?? before)
    );
    if (canSkip) {
      states.add(before);
    }
    const [only = 'maybe'] = states;
    const isOpen = states.size > 1 || only === 'untouched';
    parent.states.set(name, isOpen ? 'maybe' : only);
  }
}

/** What changed between `from` and the present end of `branch`, as one branch of `from`. */
export function flatten(branch: Branch, from: Branch): Branch {
  const flat = branchOf(from);
  for (let at: Branch | null = branch; at && at !== from; at = at.parent) {
    for (const [name, state] of at.states) {
      if (!flat.states.has(name)) {
        flat.states.set(name, state);
      }
    }
  }
  return flat;
}
