// Copies of what a message carries: own, null-prototype, bounded in depth, free of keys that reach a prototype.
import type { Json, MimeBundle } from '../model';

const unsafeKeys: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype'
]);

/** Deeper values would break structured clone on the way to the disk. */
const DEPTH_LIMIT = 200;

function copyObject(value: object, depth: number): Json {
  const copy: { [key: string]: Json } = Object.create(null);
  for (const key of Object.keys(value)) {
    if (!unsafeKeys.has(key)) {
      copy[key] = copyJson((value as { [key: string]: unknown })[key], depth);
    }
  }
  return copy;
}

/** A copy that shares nothing with the value; what JSON cannot hold, and what is nested too deep, becomes null. */
function copyJson(value: unknown, depth = 0): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'object':
      break;
    default:
      return null;
  }
  if (value === null || depth >= DEPTH_LIMIT) {
    return null;
  }
  return Array.isArray(value)
    ? value.map(item => copyJson(item, depth + 1))
    : copyObject(value, depth + 1);
}

/** A copy of an object such as a bundle's metadata; an empty object for anything else. */
export function copyRecord(value: unknown): { readonly [key: string]: Json } {
  const isRecord =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return copyJson(isRecord ? value : {}) as { readonly [key: string]: Json };
}

function isJsonType(mediaType: string): boolean {
  return /^application\/(?:.*\+)?json$/.test(mediaType);
}

/** A copy of a media bundle; texts that came as lists of lines are joined. */
export function copyBundle(value: unknown): MimeBundle {
  const copy: { [mediaType: string]: Json } = Object.create(null);
  for (const [mediaType, content] of Object.entries(copyRecord(value))) {
    const isLines =
      Array.isArray(content) && content.every(line => typeof line === 'string');
    copy[mediaType] =
      isLines && !isJsonType(mediaType) ? content.join('') : content;
  }
  return copy;
}
