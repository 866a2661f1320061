// Outputs as nbformat 4 writes them, and one hash over what they show.
import type { JsonValue } from './decoding';
import { hashOf } from './hash';
import type { BlobHash } from './ids';
import type { Json, MimeBundle, Output } from './output';

const TYPES = ['stream', 'display_data', 'execute_result', 'error'] as const;

/** One output of a cell; refuses what nbformat 4 does not know. */
export function decodeOutput(value: JsonValue): Output {
  const type = value.at('output_type').oneOf(TYPES);
  switch (type) {
    case 'stream':
      return {
        output_type: type,
        name: value.at('name').value === 'stderr' ? 'stderr' : 'stdout',
        text: value.at('text').joinedText()
      };
    case 'error':
      return {
        output_type: type,
        ename: value.at('ename').optional(item => item.text()) ?? '',
        evalue: value.at('evalue').optional(item => item.text()) ?? '',
        traceback:
          value
            .at('traceback')
            .optional(item => item.list().map(line => line.text())) ?? []
      };
    default: {
      const count = value.at('execution_count').optional(item => item.count());
      if (isTooDeep(value.value)) {
        return value.refuse('is nested too deeply.');
      }
      return {
        output_type: type,
        data: bundleOf(value.at('data')),
        metadata: recordOf(value.at('metadata')),
        ...(type === 'execute_result' ? { execution_count: count } : {})
      };
    }
  }
}

/** Nothing that a notebook shows is nested deeper. */
const DEPTH_LIMIT = 500;

function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_LIMIT) {
      return true;
    }
    level = level.flatMap(item =>
      typeof item === 'object' && item !== null ? Object.values(item) : []
    );
  }
  return false;
}

function recordOf(value: JsonValue): { readonly [key: string]: Json } {
  const isRecord =
    typeof value.value === 'object' &&
    value.value !== null &&
    !Array.isArray(value.value);
  return isRecord ? (value.value as { readonly [key: string]: Json }) : {};
}

function bundleOf(value: JsonValue): MimeBundle {
  const bundle: { [mediaType: string]: Json } = Object.create(null);
  for (const [mediaType, content] of Object.entries(recordOf(value))) {
    const isText =
      Array.isArray(content) &&
      !/[+/]json$/.test(mediaType) &&
      content.every(line => typeof line === 'string');
    bundle[mediaType] = isText ? content.join('') : content;
  }
  return bundle;
}

/**
 * A hash over what outputs show: equal for neighbouring writes that are cut otherwise, for other counts in prompts and
 * tracebacks, and for other addresses of objects, which no two processes share.
 */
export function hashOfOutputs(outputs: readonly Output[]): BlobHash {
  const shown: Json[] = [];
  for (let index = 0; index < outputs.length;) {
    const output = outputs[index];
    if (output?.output_type === 'stream') {
      const { name } = output;
      const texts: string[] = [];
      for (; index < outputs.length; index += 1) {
        const next = outputs[index];
        if (next?.output_type !== 'stream' || next.name !== name) {
          break;
        }
        texts.push(next.text);
      }
      shown.push(['stream', name, withoutAddresses(texts.join(''))]);
    } else {
      index += 1;
      if (output) {
        shown.push(shownBy(output));
      }
    }
  }
  return hashOf(JSON.stringify(shown));
}

function shownBy(output: Exclude<Output, { output_type: 'stream' }>): Json {
  if (output.output_type === 'error') {
    return ['error', output.ename, withoutAddresses(output.evalue)];
  }
  const data = Object.keys(output.data)
    .sort()
    .map(mediaType => {
      const content = sorted(output.data[mediaType] ?? null);
      const isText = typeof content === 'string' && /^text\//.test(mediaType);
      return [mediaType, isText ? withoutAddresses(content) : content];
    });
  return [output.output_type, data];
}

/** `<Line2D at 0x7f3a5c0b9d90>` is at another place in each process. */
function withoutAddresses(text: string): string {
  return text.replace(/\b0x[0-9a-f]{6,16}\b/gi, '0x…');
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const record = value as { readonly [key: string]: Json };
  return Object.keys(record)
    .sort()
    .map(key => [key, sorted(record[key] ?? null)]);
}
