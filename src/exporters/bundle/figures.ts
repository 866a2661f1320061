// Pictures among the recorded outputs, as files.
import type { Output } from '../../model';
import type { ScriptPlan } from '../../lineage';
import type { ExportRecord } from '../exporter';
import type { BundleEntry } from './entry';

/** A picture with the step that showed it. */
export type Figure = BundleEntry & {
  readonly content: Uint8Array;
  readonly stepIndex: number;
};

const KINDS: readonly (readonly [string, string])[] = [
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif']
];

/** Every picture that a step showed, as `recorded/figures/step-03-1.png`; steps count from 1. */
export function figuresOf(
  { steps }: ScriptPlan,
  { outputs }: Pick<ExportRecord, 'outputs'>
): Figure[] {
  return steps.flatMap(({ executionId }, stepIndex) => {
    const shown = outputs.get(executionId)?.outputs ?? [];
    const pictures = shown.flatMap(output => pictureIn(output) ?? []);
    const number = String(stepIndex + 1).padStart(2, '0');
    return pictures.map(({ content, extension }, index) => ({
      path: `recorded/figures/step-${number}-${index + 1}.${extension}`,
      content,
      about: 'a figure as it was recorded',
      stepIndex
    }));
  });
}

function pictureIn(
  output: Output
): { readonly content: Uint8Array; readonly extension: string } | null {
  if (!('data' in output)) {
    return null;
  }
  for (const [mediaType, extension] of KINDS) {
    const data = output.data[mediaType];
    const content = typeof data === 'string' ? bytesOf(data) : null;
    if (content) {
      return { content, extension };
    }
  }
  return null;
}

/** Bytes of a base64 text; null when it is none. */
function bytesOf(base64: string): Uint8Array | null {
  const text = base64.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    return null;
  }
  const letters =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Map([...letters].map((letter, value) => [letter, value]));
  const bare = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of bare) {
    held = ((held << 6) | (values.get(letter) ?? 0)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
