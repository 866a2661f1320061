// Markup: tags and texts one by one, frames by their cells.
import type {
  CompareContext,
  Comparison,
  OutputComparator
} from './comparator';
import { compareTexts } from './compare-text';
import { differenceOfTables } from './compare-tables';
import { tablesIn } from './html-tables';
import { htmlTokens, type HtmlToken } from './html-tokens';
import { markupRules, type TextRule } from './rules';

/** Longer markup is compared as text. */
const SIZE_LIMIT = 8 << 20;

/** How a frame is dressed by its library, which changes from version to version. */
export const frameMarkup: TextRule = {
  id: 'frame-markup',
  label: 'how a library writes a table',
  blind:
    'It cannot see a colour or a border that a frame was given by its library.',
  kind: 'form',
  normalise: lines =>
    lines
      .replace(/^<style scoped="">\n[^\n]*\n<\/style>\n/gm, '')
      .replace(/^<(table|tr)\b[^\n]*\bdataframe\b[^\n]*>$/gm, '<$1>')
      .replace(
        /^<(tr|th|td|thead|tbody)(?: (?:style="text-align: ?\w+;?"|valign="\w+"))+>$/gm,
        '<$1>'
      )
};

const rules: readonly TextRule[] = [frameMarkup, ...markupRules];

/** Anything in `text/html`. */
export const html: OutputComparator = {
  id: 'html',
  matches: mediaType => mediaType === 'text/html',
  compare(a, b, context) {
    if (typeof a !== 'string' || typeof b !== 'string') {
      return { kind: 'different', detail: 'One of the two is not a text.' };
    }
    return Math.max(a.length, b.length) > SIZE_LIMIT
      ? compareTexts(a, b, context)
      : compareMarkup(htmlTokens(a), htmlTokens(b), context);
  }
};

function compareMarkup(
  a: readonly HtmlToken[],
  b: readonly HtmlToken[],
  context: CompareContext
): Comparison {
  const found = compareTexts(linesOf(a), linesOf(b), context, rules);
  if (found.kind === 'identical') {
    return { kind: 'equivalent', rules: ['markup-blanks'] };
  }
  if (found.kind === 'equivalent') {
    return found;
  }
  const [one, other] = [tablesIn(a), tablesIn(b)];
  const inTables = one && other && differenceOfTables(one, other, context);
  return inTables ?? { kind: 'different', detail: found.detail };
}

/** One token a line, so that no rule looks further than one of them. */
function linesOf(tokens: readonly HtmlToken[]): string {
  return tokens
    .map(token =>
      token.kind === 'text'
        ? token.text.replace(/\n/g, ' ')
        : `<${[token.name, ...token.attributes].join(' ')}>`
    )
    .join('\n');
}
