// Outputs with their streams joined, in an order that chance has no part in.
import type { Output } from '../model';

/** An output with its place among those that it came with; of a joined stream the first. */
export type Placed = { readonly output: Output; readonly index: number };

/** The two streams reach a page in an order of chance: each is joined up to the next output that is no stream. */
export function joined(outputs: readonly Output[]): Placed[] {
  const placed: Placed[] = [];
  const open = new Map<string, number>();
  outputs.forEach((output, index) => {
    if (output.output_type !== 'stream') {
      open.clear();
      placed.push({ output, index });
      return;
    }
    const at = open.get(output.name);
    const before = at === undefined ? undefined : placed[at];
    if (at !== undefined && before?.output.output_type === 'stream') {
      const text = before.output.text + output.text;
      placed[at] = { ...before, output: { ...before.output, text } };
    } else {
      open.set(output.name, placed.length);
      placed.push({ output, index });
    }
  });
  return inOneOrder(placed);
}

/** Of two streams that stand side by side the output comes first, then the errors. */
function inOneOrder(placed: readonly Placed[]): Placed[] {
  const sorted = [...placed];
  for (let at = 1; at < sorted.length; at += 1) {
    const [one, two] = [sorted[at - 1], sorted[at]];
    if (one && two && nameOf(one) === 'stderr' && nameOf(two) === 'stdout') {
      sorted[at - 1] = two;
      sorted[at] = one;
    }
  }
  return sorted;
}

function nameOf({ output }: Placed): string {
  return output.output_type === 'stream' ? output.name : '';
}
