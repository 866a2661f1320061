// Every rule that a comparison may name, for a page and for tooltips.
import type { RuleFacts } from './comparator';
import { frameMarkup } from './compare-html';
import { svgIds } from './compare-svg';
import { generatedId, textRules } from './rules';

/** Rules that are no rules for texts. */
const OTHERS: readonly RuleFacts[] = [
  {
    id: 'image-encoding',
    label: 'how a picture is packed',
    blind:
      'It cannot see a note in the file of a picture: the pixels are equal.'
  },
  {
    id: 'image-perceptual',
    label: 'shades that no eye tells apart',
    blind: 'It cannot see a meaning in so faint a shade.'
  },
  {
    id: 'markup-blanks',
    label: 'blanks, comments and quotes of markup',
    blind: 'It cannot see blanks that a style sheet makes visible.'
  },
  {
    id: 'traceback',
    label: 'the way to an error',
    blind: 'It cannot see that the same error came from another line.'
  }
];

/** All of them, each id once, sorted by it. */
export const allRules: readonly RuleFacts[] = [
  ...textRules,
  generatedId,
  frameMarkup,
  svgIds,
  ...OTHERS
]
  .map(({ id, label, blind }) => ({ id, label, blind }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
