// Texts in regular expressions.

/** The text as a pattern that finds it and nothing else, whatever signs stand in it. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
