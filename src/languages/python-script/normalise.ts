// What IPython does to a cell's text before it looks at it.

const PROMPT = /^(?:>>>|\.\.\.)(?: |$)|^(?:In \[\d+\]: | *\.{3,}: )/;

/** One kind of line break, no byte order mark, no common indentation, no prompts of a copied session. */
export function normalised(source: string): string {
  const text = source.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
  const lines = text.split('\n');
  while (lines.length > 1 && /^[ \t\f]*$/.test(lines[0] ?? '')) {
    lines.shift();
  }
  const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
  const level = lines.map(line =>
    line.startsWith(indent) ? line.slice(indent.length) : line
  );
  const isSession = /^(?:>>> |In \[\d+\]: )/.test(level[0] ?? '');
  const plain = isSession ? level.map(line => line.replace(PROMPT, '')) : level;
  return plain.join('\n').replace(/\s+$/, '');
}
