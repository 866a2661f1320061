// Which part of a recorded output the panel shows. Records are untrusted: fixed media types only, copied out one by one.
import type { Omission, Output } from '../../model';
import { settleStream } from './settle-stream';

/** A part that a renderer of ours takes. */
export type ShownMedia = {
  readonly kind: 'media';
  /** One of the fixed list, or one of JupyterLab's names for streams and errors. */
  readonly mediaType: string;
  /** Text, or base64 for raster images. */
  readonly content: string;
  /** Media types that stand beside it and are not shown. */
  readonly alternatives: readonly string[];
};

/** An output of which nothing can be shown here. */
export type NotShown = {
  readonly kind: 'not-shown';
  readonly alternatives: readonly string[];
};

/** One output as the panel shows it. */
export type ShownOutput = (ShownMedia | NotShown) & {
  /** Characters of text that were left out here; 0 when all is shown. */
  readonly cutLength: number;
  /** Parts of which the record itself holds a preview only. */
  readonly omissions: readonly Omission[];
};

export const STDOUT = 'application/vnd.jupyter.stdout';
export const STDERR = 'application/vnd.jupyter.stderr';

/** Most telling first. Nothing that runs code, fetches data or needs the kernel. */
export const SHOWN_MEDIA_TYPES: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/svg+xml',
  'text/html',
  'text/markdown',
  'text/latex',
  'text/plain'
];

/** More of a text is rendered only on demand. */
export const TEXT_LIMIT = 1_000_000;

const RASTER = /^image\/(?:png|jpeg|gif|webp)$/;
const BASE64 = /^[A-Za-z0-9+/=\s]*$/;

/** One entry for each output, in order. */
export function showOutputs(
  outputs: readonly Output[],
  omissions: readonly Omission[],
  textLimit: number
): readonly ShownOutput[] {
  return outputs.map((output, index) => ({
    ...cut(pick(output), textLimit),
    omissions: omissions.filter(({ outputIndex }) => outputIndex === index)
  }));
}

function pick(output: Output): ShownMedia | NotShown {
  switch (output.output_type) {
    case 'stream':
      return media(
        output.name === 'stderr' ? STDERR : STDOUT,
        settleStream(String(output.text))
      );
    case 'error':
      return media(STDERR, errorText(output));
    case 'display_data':
    case 'execute_result':
      return pickMedia(output.data);
    default:
      return { kind: 'not-shown', alternatives: [] };
  }
}

function errorText(output: Output & { output_type: 'error' }): string {
  const { ename, evalue, traceback } = output;
  const lines = Array.isArray(traceback) ? traceback : [];
  return lines.length > 0 ? lines.join('\n') : `${ename}: ${evalue}`;
}

function pickMedia(data: unknown): ShownMedia | NotShown {
  if (typeof data !== 'object' || data === null) {
    return { kind: 'not-shown', alternatives: [] };
  }
  const bundle = data as Readonly<Record<string, unknown>>;
  const present = Object.keys(bundle);
  const shown = SHOWN_MEDIA_TYPES.find(
    mediaType =>
      present.includes(mediaType) && isShowable(mediaType, bundle[mediaType])
  );
  const alternatives = present.filter(mediaType => mediaType !== shown);
  return shown === undefined
    ? { kind: 'not-shown', alternatives }
    : { ...media(shown, textOf(bundle[shown]) ?? ''), alternatives };
}

function isShowable(mediaType: string, content: unknown): boolean {
  const text = textOf(content);
  if (text === null) {
    return false;
  }
  return !RASTER.test(mediaType) || (text !== '' && BASE64.test(text));
}

/** nbformat allows a list of lines for any text. */
function textOf(content: unknown): string | null {
  if (typeof content === 'string') {
    return content;
  }
  return Array.isArray(content) &&
    content.every(line => typeof line === 'string')
    ? content.join('')
    : null;
}

function media(mediaType: string, content: string): ShownMedia {
  return { kind: 'media', mediaType, content, alternatives: [] };
}

function cut(
  shown: ShownMedia | NotShown,
  limit: number
): (ShownMedia | NotShown) & { cutLength: number } {
  if (shown.kind === 'not-shown' || shown.content.length <= limit) {
    return { ...shown, cutLength: 0 };
  }
  if (shown.mediaType.startsWith('image/')) {
    return { ...shown, cutLength: 0 };
  }
  return {
    ...shown,
    content: shown.content.slice(0, limit),
    cutLength: shown.content.length - limit
  };
}
