// What stands in a record where a secret stood: the kind, and nothing of the content.

const MARKER = /\[secret: [a-z][a-z0-9-]{0,39}\]/g;

/** The text that takes the place of a secret; ASCII, so that it may stand in any literal of a program. */
export function secretMarker(kind: string): string {
  return `[secret: ${kind}]`;
}

/** How many secrets were taken out of a text. */
export function countSecrets(text: string): number {
  return text.includes('[secret: ') ? (text.match(MARKER)?.length ?? 0) : 0;
}
