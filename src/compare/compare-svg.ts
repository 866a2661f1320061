// Drawings: as markup, with the ids that their library made up replaced by their order.
import type { OutputComparator } from './comparator';
import { compareTexts } from './compare-text';
import { markupRules, type TextRule } from './rules';

/** Ids by the order in which they are defined, without the date and the program that drew it. */
export const svgIds: TextRule = {
  id: 'svg-ids',
  label: 'ids, date and program of a drawing',
  blind: 'It cannot see a note that only the metadata of a drawing hold.',
  kind: 'form',
  normalise(svg) {
    const places = new Map<string, number>();
    for (const [, id = ''] of svg.matchAll(/\sid="([^"]{1,200})"/g)) {
      places.set(id, places.get(id) ?? places.size);
    }
    const named = (id: string): string => {
      const place = places.get(id);
      return place === undefined ? id : `id-${place}`;
    };
    const drawn = without(
      without(svg, '<metadata>', '</metadata>'),
      '<!--',
      '-->'
    );
    return drawn
      .replace(
        /(\sid=")([^"]{1,200})"/g,
        (_, start: string, id: string) => `${start}${named(id)}"`
      )
      .replace(
        /(url\(#|href="#)([^")]{1,200})/g,
        (_, start: string, id: string) => `${start}${named(id)}`
      );
  }
};

/** The text without what stands between two marks, the marks included. */
function without(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let done = 0;
  for (;;) {
    const start = text.indexOf(open, done);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) {
      kept.push(text.slice(done));
      return kept.join('');
    }
    kept.push(text.slice(done, start));
    done = end + close.length;
  }
}

const rules: readonly TextRule[] = [svgIds, ...markupRules];

/** `image/svg+xml`. */
export const svg: OutputComparator = {
  id: 'svg',
  matches: mediaType => mediaType === 'image/svg+xml',
  compare(a, b, context) {
    if (typeof a !== 'string' || typeof b !== 'string') {
      return { kind: 'different', detail: 'One of the two is not a text.' };
    }
    const found = compareTexts(a, b, context, rules);
    return found.kind === 'different'
      ? { kind: 'different', detail: `The drawings differ. ${found.detail}` }
      : found;
  }
};
