// Identifiers and references of a research object.
import type { Json } from '../../model';
import { uuidOf } from './subject';

/** References; a single one stands for itself. */
export function oneOrMore(ids: readonly string[]): Json {
  const references = ids.map(id => ({ '@id': id }));
  return references.length === 1 && references[0] ? references[0] : references;
}

/** An identifier of something that is no file. */
export function urn(...parts: readonly string[]): string {
  return `urn:uuid:${uuidOf(...parts)}`;
}
