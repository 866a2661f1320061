// Displays that code further down replaces: a notebook shows what was put there last, wherever it came from.
import type { Output } from '../model';
import type { DisplayUpdate, ReplayedCode } from './replay-kernel';

/** The code with what later code made of its displays; null where none of them is meant. */
export function withUpdates(
  ran: ReplayedCode,
  updates: readonly DisplayUpdate[]
): ReplayedCode | null {
  const newest = new Map(updates.map(one => [one.displayId, one]));
  const replaced = new Map<number, DisplayUpdate>();
  for (const { displayId, outputIndex } of ran.displays ?? []) {
    const update = newest.get(displayId);
    if (update) {
      replaced.set(outputIndex, update);
    }
  }
  return replaced.size === 0
    ? null
    : {
        ...ran,
        outputs: ran.outputs.map((output, index) =>
          replacedBy(output, replaced.get(index))
        ),
        // What was left out of a replaced output is not what it holds now.
        omissions: (ran.omissions ?? []).filter(
          ({ outputIndex }) => !replaced.has(outputIndex)
        )
      };
}

function replacedBy(output: Output, update: DisplayUpdate | undefined): Output {
  return update === undefined ||
    output.output_type === 'stream' ||
    output.output_type === 'error'
    ? output
    : { ...output, data: update.data, metadata: update.metadata };
}
