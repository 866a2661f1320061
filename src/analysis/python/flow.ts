// Which names of the notebook the cell has surely or maybe bound so far, along its branches.

/** In which of three states a name may be at a point of the cell: the sum of those that some way to it leaves. */
export type NameState = number;

/** The cell did nothing to the name yet. */
export const untouched: NameState = 1;
/** The cell bound the name. */
export const bound: NameState = 2;
/** The cell deleted the name. */
export const deleted: NameState = 4;

/** The cell may have gone past where it binds the name, which nobody minds who uses it. */
const passed: NameState = 8;

/** True when the name may still have the value that it had before the cell. */
export function isFromOutside(state: NameState): boolean {
  return (state & untouched) !== 0;
}

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
  return untouched;
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
  const names = new Set<string>();
  for (const { end, states } of branches) {
    if (end !== 'jumped') {
      for (const name of states.keys()) {
        names.add(name);
      }
    }
  }
  const isDead = live.length === 0 && !canSkip;
  for (const name of names) {
    const before = stateOf(parent, name);
    let state = canSkip ? before : 0;
    for (const branch of branches) {
      const own = branch.states.get(name) ?? before;
      state |=
        branch.end === 'reached' || isDead ? own : afterRaise(branch, own);
    }
    parent.states.set(name, state);
  }
}

/** Takes it that who uses a name, which the cell binds on some ways, means what the cell binds. */
export function forgetOutside({ states }: Branch, name: string): void {
  const state = states.get(name) ?? untouched;
  if ((state & bound) !== 0 && isFromOutside(state)) {
    states.set(name, (state & ~untouched) | passed);
  }
}

/** What an exception leaves bound stays bound, whether or not the cell goes on. */
function afterRaise({ end }: Branch, state: NameState): NameState {
  return end === 'raised' ? state & bound : 0;
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
