// A shell that runs nothing any more: IPython was told to show expressions of a kind that it does not know.
import { analyseNothing } from '../analysis';
import type { Execution } from '../model';
import { optionName } from './displays';
import { prepare } from './prepare';
import type { Prepared } from './prepared';
import type { World } from './world';

const SHOWN = optionName('ipython.shown');

/** How every cell ends from then on, whatever stands in it. */
const STUCK = /^Interactivity was '(.*)'$/;

const KNOWN = /^(?:all|last|last_expr|last_expr_or_assign|none)$/;

/** What a cell comes to in such a shell; null where it runs. */
export function whatStuck(
  world: World,
  { isBlank }: Prepared,
  execution: Execution | null
): Prepared | null {
  const word = execution ? wordIn(execution) : isBlank ? null : wordSet(world);
  return word === null ? null : raising(world, word);
}

function wordIn({ status, error }: Execution): string | null {
  const isStuck = status === 'error' && error?.ename === 'ValueError';
  return isStuck ? (STUCK.exec(error.evalue)?.[1] ?? null) : null;
}

/** What it was told, where that is a constant, and none that it knows. */
function wordSet(world: World): string | null {
  const version = world.get(SHOWN);
  const value = version && world.knowledge.settings.get(version.key);
  const word = /^"(.*)"$/.exec(value ?? '')?.[1];
  return word === undefined || KNOWN.test(word) ? null : word;
}

/** Stands for every source alike: all end with the same words. */
function raising({ knowledge: { stuck } }: World, word: string): Prepared {
  const known = stuck.get(word);
  if (known) {
    return known;
  }
  const text = `raise ValueError("Interactivity was '${word}'")`;
  const analysis = {
    ...analyseNothing(text),
    bindsUnknown: false,
    completeness: 'complete' as const,
    unanalysed: []
  };
  const prepared = prepare(text, analysis);
  stuck.set(word, prepared);
  return prepared;
}
