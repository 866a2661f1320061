// What of a value stays as it is when its parts change: how many there are, and what they are called.
import type { FormSeen } from '../analysis';
import type { DataProfile, Execution } from '../model';
import type { Interner } from './interner';
import type { Knowledge } from './knowledge';
import type { Parts } from './parts';
import { hasColumns } from './value-types';
import type { Part, Version } from './version';

/** The form that shows what either shows. */
export function widerForm(one: FormSeen, other: FormSeen): FormSeen {
  return one === other ? one : one && other && 'form';
}

/**
 * Key of what a reader sees who asks for the form alone: of its parts no more than their names, and of those that were there
 * before nothing. Null where the form may hang on what is in the value.
 */
export function formOf(
  knowledge: Knowledge,
  name: string,
  version: Version,
  formOfRead: () => FormSeen
): number | null {
  const { baseKey, parts } = version;
  const { interner, forms } = knowledge;
  const profile =
    forms.size === 0 ? undefined : forms.get(formKey(knowledge, version));
  const mayKeep = parts.size > 0 && hasColumns(knowledge.typeOf(name, version));
  const form = profile || mayKeep ? formOfRead() : null;
  if (form && profile) {
    return interner.intern(textOf(form, profile));
  }
  if (!form || !mayKeep) {
    return null;
  }
  const base = forms.get(baseKey);
  const worked = base ? withParts(base, parts) : null;
  if (worked) {
    return interner.intern(textOf(form, worked));
  }
  return form === 'length'
    ? interner.pair(baseKey, interner.bag(sumOfNames(interner, parts)))
    : chainOfNames(interner, baseKey, parts);
}

/** Of the names of parts, whatever their order. */
function sumOfNames(interner: Interner, parts: Parts): number {
  const all = parts.values();
  let sum = 0;
  for (let at = 0; at < all.length; at += 1) {
    sum = interner.sum(sum, nameKey(interner, parts, at));
  }
  return sum;
}

/** Of the names of parts in their order. */
function chainOfNames(
  interner: Interner,
  baseKey: number,
  parts: Parts
): number {
  const all = parts.values();
  let key = baseKey;
  for (let at = 0; at < all.length; at += 1) {
    key = interner.pair(key, nameKey(interner, parts, at));
  }
  return key;
}

/** Of one part's name; of the part where more than its name counts. */
function nameKey(interner: Interner, parts: Parts, at: number): number {
  const path = parts.keys()[at] ?? '';
  const part = parts.values()[at];
  return part && !isNamed(part, path) ? part.key : interner.intern(path);
}

/** Of a version with the order in which its parts came: that of columns hangs on it. */
function formKey({ interner }: Knowledge, { key, parts }: Version): number {
  return parts.size < 2
    ? key
    : interner.pair(key, interner.intern(JSON.stringify(parts.keys())));
}

/** True for a part of which no more than the name counts: an item that is put or changed, and not taken away. */
function isNamed({ step }: Part, path: string): boolean {
  return path.startsWith('["') && !step.prepared.takesAway;
}

/** A frame with columns that were put into it; null where that is not all that was done. */
function withParts(base: DataProfile, parts: Parts): DataProfile | null {
  const [rows = 0, width = 0] = base.shape;
  const isWhole = base.kind === 'frame' && width === base.columns.length;
  if (!isWhole || rows === 0) {
    return null;
  }
  const columns = [...base.columns];
  let isKnown = true;
  parts.forEach((part, path) => {
    isKnown &&= isNamed(part, path);
    const name = isKnown ? (JSON.parse(path.slice(1, -1)) as string) : '';
    if (isKnown && columns.every(one => one.name !== name)) {
      columns.push({ name, type: '', missing: null });
    }
  });
  const shape = [rows, columns.length];
  return isKnown ? { ...base, shape, columns } : null;
}

function textOf(
  form: 'length' | 'form',
  { kind, shape, columns }: DataProfile
): string {
  return form === 'length'
    ? `length ${shape[0] ?? 0}`
    : `form ${JSON.stringify([kind, shape, columns.map(one => one.name)])}`;
}

const DESCRIBED = /\b(?:DataFrame|Series|ndarray)$/;

/** Keeps what the kernel told of the form of a value; the first word on a version holds. */
export function noteForm(
  knowledge: Knowledge,
  execution: Execution | null,
  name: string,
  version: Version | null
): void {
  const report = execution?.report;
  const type = report?.types?.[name];
  if (version && type !== undefined && DESCRIBED.test(type)) {
    const key = formKey(knowledge, version);
    if (!knowledge.forms.has(key)) {
      knowledge.forms.set(key, report?.profiles?.[name] ?? null);
    }
  }
}
