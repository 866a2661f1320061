// What the texts of outputs tell of what an execution met outside of its notebook, and of where it ended.
import { failedLine } from './failed-line';
import type { Output, ErrorOutput } from './output';

/** Each is missing where outputs tell nothing of the kind. */
export type OutputTells = {
  /** True where an identifier that was drawn for a display is shown. */
  readonly hasDrawnId?: true;
  /** Where the source asks for what is in a folder, or whether a file is there: the words shown. */
  readonly listed?: readonly string[];
  /** True where a magic says that it wrote a file where there was none. */
  readonly isNewFile?: true;
  /** The line of the source, from 1, at which it failed. */
  readonly failedLine?: number;
  /** True where nothing that it shows looks like a table or an array, as text or otherwise. */
  readonly isBare?: true;
  /** True where a display or a result shows a number with a fraction. */
  readonly showsFractions?: true;
  /** True where nothing that it shows can be a picture: texts, tables and formulas alone. */
  readonly showsTexts?: true;
  /** True where `cd` or git says that it did nothing. */
  readonly hasRefused?: true;
};

const TEXTUAL = /^(?:text\/(?:plain|html|latex|markdown)|application\/json)$/;
/** Elements of a page that may hold a picture, or draw one. */
const DRAWING = /<(?:img|svg|canvas|script|iframe|video|object|embed)\b/i;

/** Commands that go on where they did nothing, and say so. */
const COMMANDS = /(?:^|[!%;&]\s*)(?:cd|git)\s/m;
const REFUSAL =
  /^(?:\[Errno \d+\]|(?:fatal|error|usage): |nothing to commit|.*: syntax error )/m;

/** What arrays stand in, and what keeps the columns of a table apart. */
const TABULAR = /\[| {2}|\t|^ /m;
const FRACTION = /\d\.\d|\de-?\d/i;

/** Longer texts are listings of no folder that somebody reads. */
const SIZE_LIMIT = 20_000;

/** How IPython shows a handle to a display. */
const HANDLE = /\bdisplay_id=([0-9a-f]{32})\b/g;

/** What may ask for what is in a folder, or whether something is there. */
const LISTING =
  /\b(?:dir|i?glob|iterdir|ll?|ls|listdir|rglob|scandir|walk|l?exists|is_?file|is_?dir|mkdir|git|File(?:Exists|NotFound)Error)\b/;

/** Magics that say whether there was a file before. */
const WRITING = /^\s*%%(?:writefile|file)\b/;

/** What outputs of a source tell, undefined for nothing; an identifier that stands in the source was not drawn. */
export function tellsOf(
  source: string,
  outputs: readonly Output[]
): OutputTells | undefined {
  const hasDrawnId = outputs.some(output => showsDrawnId(source, output));
  const listed = LISTING.test(source) ? wordsIn(outputs) : null;
  const isNewFile =
    WRITING.test(source) && /^Writing /.test(outputs.map(shownText).join(''));
  const error = outputs.find(isError);
  const line = error && failedLine(error);
  const isBare = outputs.length > 0 && outputs.every(looksBare);
  const showsFractions = outputs.some(showsFraction);
  const showsTexts = outputs.length > 0 && outputs.every(hasNoPicture);
  const hasRefused =
    COMMANDS.test(source) && outputs.some(one => REFUSAL.test(shownText(one)));
  return hasDrawnId ||
    listed ||
    isNewFile ||
    isBare ||
    showsFractions ||
    showsTexts ||
    hasRefused ||
    line !== undefined
    ? {
        ...(hasDrawnId && { hasDrawnId }),
        ...(listed && { listed }),
        ...(isNewFile && { isNewFile }),
        ...(line !== undefined && { failedLine: line }),
        ...(isBare && { isBare }),
        ...(showsFractions && { showsFractions }),
        ...(showsTexts && { showsTexts }),
        ...(hasRefused && { hasRefused })
      }
    : undefined;
}

function looksBare(output: Output): boolean {
  const isPage =
    (output.output_type === 'display_data' ||
      output.output_type === 'execute_result') &&
    Object.keys(output.data).some(
      type => type !== 'text/plain' && !type.startsWith('image/')
    );
  return !isPage && !isError(output) && !TABULAR.test(shownText(output));
}

function hasNoPicture(output: Output): boolean {
  return (
    !('data' in output) ||
    Object.entries(output.data).every(
      ([mediaType, content]) =>
        TEXTUAL.test(mediaType) &&
        !(mediaType === 'text/html' && DRAWING.test(String(content)))
    )
  );
}

function showsFraction(output: Output): boolean {
  return (
    output.output_type !== 'stream' &&
    !isError(output) &&
    FRACTION.test(shownText(output))
  );
}

/** What a display or a result shows as text and in no other form; null for all else. */
function textAlone(output: Output): string | null {
  if (output.output_type === 'stream' || output.output_type === 'error') {
    return null;
  }
  const { 'text/plain': text, ...richer } = output.data;
  const isAlone = Object.keys(richer).length === 0;
  return isAlone && typeof text === 'string' ? text : null;
}

function isError(output: Output): output is ErrorOutput {
  return output.output_type === 'error';
}

/** True where a reader sees the identifier; those of widgets, drawings and elements of a page serve the page alone. */
function showsDrawnId(source: string, output: Output): boolean {
  const text = textAlone(output) ?? '';
  return [...text.matchAll(HANDLE)].some(([, id = '']) => !source.includes(id));
}

const asText = (content: unknown): string =>
  typeof content === 'string' ? content : (JSON.stringify(content) ?? '');

/** Null where there is too much to keep. */
function wordsIn(outputs: readonly Output[]): readonly string[] | null {
  const text = outputs.map(shownText).join('\n');
  return text.length > SIZE_LIMIT
    ? null
    : [...new Set(text.split(/[\s'",()[\]{}<>]+/).filter(Boolean))].sort();
}

function shownText(output: Output): string {
  if (output.output_type === 'stream') {
    return output.text;
  }
  return output.output_type === 'error'
    ? output.evalue
    : asText(output.data['text/plain'] ?? '');
}
