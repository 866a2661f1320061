// Draws what a user might do to a notebook, from a seeded stream of numbers.
import { assertNever } from '../../model';
import type { RunBuilder } from '../run-builder';
import { aNotebook } from '../run-builder';
import type { DraftCell } from './notebooks';

/** One thing that a user does. */
export type Act =
  | { readonly kind: 'run' | 'delete'; readonly id: string }
  | { readonly kind: 'edit'; readonly id: string; readonly source: string }
  | { readonly kind: 'move'; readonly id: string; readonly index: number }
  | { readonly kind: 'restart' };

/** Numbers from 0 up to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A session: the notebook is run in order, more or less, and then worked on. */
export function drawActs(
  notebook: readonly DraftCell[],
  random: () => number
): Act[] {
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[Math.floor(random() * list.length)];
    if (item === undefined) {
      throw new Error('Nothing to pick from');
    }
    return item;
  };
  const acts: Act[] = [];
  let ids = notebook.map((_, index) => `c${index}`);
  for (const id of ids) {
    if (random() < 0.93) {
      acts.push({ kind: 'run', id });
    }
  }
  const length = 1 + Math.floor(random() * 6);
  for (let count = 0; count < length; count += 1) {
    const chance = random();
    const id = pick(ids);
    if (chance < 0.5) {
      acts.push({ kind: 'run', id });
    } else if (chance < 0.75) {
      const [, ...edits] = notebook[Number(id.slice(1))] ?? [''];
      if (edits.length > 0) {
        acts.push({ kind: 'edit', id, source: pick(edits) });
        if (random() < 0.7) {
          acts.push({ kind: 'run', id });
        }
      }
    } else if (chance < 0.83 && ids.length > 4) {
      acts.push({ kind: 'delete', id });
      ids = ids.filter(one => one !== id);
    } else if (chance < 0.93) {
      const index = Math.floor(random() * ids.length);
      acts.push({ kind: 'move', id, index });
    } else {
      acts.push({ kind: 'restart' });
    }
  }
  return acts;
}

/** What a kernel said about one execution. */
export type Replayed = {
  readonly output: string;
  readonly status: 'ok' | 'error';
  readonly bound: readonly string[];
  readonly rebound: readonly string[];
  readonly deleted: readonly string[];
  readonly values: { readonly [name: string]: string };
  /** Fingerprints of what the cell wrote; null where there is none. */
  readonly left: { readonly [name: string]: string | null };
};

/** Sources that each kernel of a session ran, in order, and the document that remains. */
export type Session = {
  readonly kernels: readonly (readonly string[])[];
  /** The same as `kernels`, with the cell that each source was run in. */
  readonly ran: readonly (readonly {
    readonly id: string;
    readonly source: string;
  }[])[];
  readonly document: readonly {
    readonly id: string;
    readonly source: string;
  }[];
};

/** Plays acts without a kernel. */
export function sessionOf(
  notebook: readonly DraftCell[],
  acts: readonly Act[]
): Session {
  const ran: { id: string; source: string }[][] = [[]];
  const { document } = play(
    notebook,
    acts,
    (builder, id, source) => {
      ran[ran.length - 1]?.push({ id, source });
      return builder.run(id);
    },
    () => ran.push([])
  ).build();
  return {
    ran,
    kernels: ran.map(steps => steps.map(({ source }) => source)),
    document: document.map(({ cellId, source }) => ({ id: cellId, source }))
  };
}

/** Plays acts with what kernels answered, one list of answers for each kernel. */
export function recordSession(
  notebook: readonly DraftCell[],
  acts: readonly Act[],
  answers: readonly (readonly Replayed[])[],
  hasProbe: boolean
): RunBuilder {
  let kernel = 0;
  let next = 0;
  return play(
    notebook,
    acts,
    (builder, id) => {
      const answer = answers[kernel]?.[next];
      next += 1;
      if (!answer) {
        throw new Error('No answer recorded');
      }
      const { output, status } = answer;
      const { bound, rebound, deleted, values } = answer;
      return builder.run(id, null, {
        status,
        output: output === '' ? undefined : output,
        report: hasProbe ? { bound, rebound, deleted, values } : undefined
      });
    },
    () => {
      kernel += 1;
      next = 0;
    }
  );
}

function play(
  notebook: readonly DraftCell[],
  acts: readonly Act[],
  run: (builder: RunBuilder, id: string, source: string) => RunBuilder,
  restart: () => void
): RunBuilder {
  const builder = aNotebook();
  const sources = new Map<string, string>();
  notebook.forEach(([source], index) => {
    builder.cell(`c${index}`, source);
    sources.set(`c${index}`, source);
  });
  for (const act of acts) {
    switch (act.kind) {
      case 'run':
        run(builder, act.id, sources.get(act.id) ?? '');
        break;
      case 'edit':
        sources.set(act.id, act.source);
        builder.edit(act.id, act.source);
        break;
      case 'delete':
        builder.delete(act.id);
        break;
      case 'move':
        builder.move(act.id, act.index);
        break;
      case 'restart':
        restart();
        builder.restart();
        break;
      default:
        assertNever(act);
    }
  }
  return builder;
}
