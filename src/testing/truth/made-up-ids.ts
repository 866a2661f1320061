// Identifiers that libraries draw for what they put on a page: no reader sees them.

/** As libraries form them: version 4 of the standard, by itself or behind a word, of styled tables, of charts; of models, which are counted. */
const ELEMENT =
  '(?:[a-z]+-)?[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|T_[0-9a-f]{5}|altair-viz-[0-9a-f]{32}|sk-(?:container|estimator)-id-\\d+';

const inPage = new RegExp(
  `(?:\\bid\\s*=\\s*|\\bid["']?\\s*,\\s*|getElementById\\(|"#)\\\\?["']?(${ELEMENT})`,
  'g'
);

/** By media type, where an identifier stands that names a part of what is shown. */
const NAMED: Readonly<Record<string, RegExp>> = {
  'text/html': inPage,
  'application/javascript': inPage,
  // matplotlib: clips, markers, hatches, pictures within the drawing, and the marks of a collection.
  'image/svg+xml':
    /\sid="((?:[hmp]|image|C[0-9a-f]{1,4}_[0-9a-f]{1,6}_)[0-9a-f]{10})"/g,
  'application/vnd.jupyter.widget-view+json': /"model_id":"([0-9a-f]{32})"/g
};

/** The content with one word in place of all identifiers that name its parts. */
export function withoutMadeUpIds(mediaType: string, content: unknown): unknown {
  const pattern = NAMED[mediaType];
  if (!pattern) {
    return content;
  }
  const text = typeof content === 'string' ? content : asText(content);
  const ids = new Set([...text.matchAll(pattern)].map(([, id = '']) => id));
  return [...ids].reduce((kept, id) => kept.split(id).join('id'), text);
}

/** Texts of notebooks may be lists of lines. */
function asText(content: unknown): string {
  return Array.isArray(content) ? content.join('') : JSON.stringify(content);
}
