// What the texts of outputs tell of what an execution met outside of its notebook, and of where it ended.
import { failedCallLine } from './failed-call';
import { failedLine } from './failed-line';
import type { Output } from './output';
import {
  hasNoPicture,
  isError,
  isWarning,
  mayBeFormula,
  isObject,
  isTimes,
  looksBare,
  printsFraction,
  showsFraction,
  showsLoneSets,
  shownText,
  showsPassedTests,
  textAlone,
  wordsPrinted
} from './output-looks';

/** Each is missing where outputs tell nothing of the kind. */
export type OutputTells = {
  /** True where an identifier that was drawn for a display is shown. */
  readonly hasDrawnId?: true;
  /** True where an error names the texts in a set that does not stand in the source, in the order in which the process had them. */
  readonly saysSet?: true;
  /** Where the source asks for what is in a folder, or whether a file is there: the words shown. */
  readonly listed?: readonly string[];
  /** True where a magic says that it wrote a file where there was none. */
  readonly isNewFile?: true;
  /** The line of the source, from 1, at which it failed. */
  readonly failedLine?: number;
  /** True where nothing that it shows looks like a table or an array, as text or otherwise. */
  readonly isBare?: true;
  /** Of one that failed and only printed before: the words that it printed, each once; missing where there are many. */
  readonly printed?: readonly string[];
  /** True where all that it shows, but for errors, is how long it took. */
  readonly showsTimesAlone?: true;
  /** True where all that it shows, but for errors, are objects by their types and addresses. */
  readonly showsObjects?: true;
  /** True where all that it shows is that tests were passed. */
  readonly passesTests?: true;
  /** True where all that it shows are sets of no order, each behind words of the source: of one item, or of numbers. */
  readonly showsLoneSets?: true;
  /** True where a display or a result shows a number with a fraction. */
  readonly showsFractions?: true;
  /** True where a number with a fraction is printed. */
  readonly printsFractions?: true;
  /** True where a display or a result may be a formula or a number, or some of them. */
  readonly showsFormulas?: true;
  /** True where Python shows a warning. */
  readonly warns?: true;
  /** True where nothing that it shows can be a picture: texts, tables and formulas alone. */
  readonly showsTexts?: true;
  /** True where `cd` or git says that it did nothing. */
  readonly hasRefused?: true;
  /** Files that commands of a shell say are not there, as they write them. */
  readonly lacksFiles?: readonly string[];
};

/** Commands that go on where they did nothing, and say so. */
const COMMANDS = /(?:^|[!%;&]\s*)(?:cd|git)\s/m;
const REFUSAL =
  /^(?:\[Errno \d+\]|(?:fatal|error|usage): |nothing to commit|.*: syntax error )/m;

/** `cat: a.txt: No such file or directory`, `ls: cannot access 'a.txt': No such file or directory`. */
const NO_FILE = /([^\s'"‘’:]+)['’]?: No such file or directory/g;

/** Longer texts are listings of no folder that somebody reads. */
const SIZE_LIMIT = 20_000;

/** How IPython shows a handle to a display. */
const HANDLE = /\bdisplay_id=([0-9a-f]{32})\b/g;

/** How a set of several texts is written. */
const SET = /\{(?:'[^'\n]*'|"[^"\n]*")(?:, (?:'[^'\n]*'|"[^"\n]*"))+\}/;

/** What may ask for what is in a folder, or whether something is there. */
const LISTING =
  /\b(?:dir|list\.(?:dirs|files)|i?glob|iterdir|ll?|ls|listdir|rglob|scandir|walk|l?exists|is_?file|is_?dir|mkdir|git|File(?:Exists|NotFound)Error)\b/;

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
  const line = error && (failedLine(error) ?? failedCallLine(source, error));
  const [set] = SET.exec(error?.evalue ?? '') ?? [];
  const saysSet = set !== undefined && !source.includes(set);
  const isBare = outputs.length > 0 && outputs.every(looksBare);
  const showsFractions = outputs.some(showsFraction);
  const printsFractions = outputs.some(printsFraction);
  const showsFormulas = outputs.some(mayBeFormula);
  const warns = outputs.some(isWarning);
  const showsTexts = outputs.length > 0 && outputs.every(hasNoPicture);
  const hasRefused =
    COMMANDS.test(source) && outputs.some(one => REFUSAL.test(shownText(one)));
  const lacksFiles = /[!%]/.test(source) ? filesLacked(outputs) : [];
  const others = outputs.filter(output => !isError(output));
  const printed = error && wordsPrinted(others);
  const showsObjects = others.length > 0 && others.every(isObject);
  const showsTimesAlone = others.length > 0 && others.every(isTimes);
  const tells = {
    ...(hasDrawnId && { hasDrawnId }),
    ...(saysSet && { saysSet }),
    ...(listed && { listed }),
    ...(isNewFile && { isNewFile }),
    ...(line !== undefined && { failedLine: line }),
    ...(isBare && { isBare }),
    ...(printed && { printed }),
    ...(showsTimesAlone && { showsTimesAlone }),
    ...(showsObjects && { showsObjects }),
    ...(showsPassedTests(outputs) && { passesTests: true as const }),
    ...(showsLoneSets(source, outputs) && { showsLoneSets: true as const }),
    ...(showsFractions && { showsFractions }),
    ...(printsFractions && { printsFractions }),
    ...(showsFormulas && { showsFormulas }),
    ...(warns && { warns }),
    ...(showsTexts && { showsTexts }),
    ...(hasRefused && { hasRefused }),
    ...(lacksFiles.length > 0 && { lacksFiles })
  };
  return Object.keys(tells).length > 0 ? tells : undefined;
}

function filesLacked(outputs: readonly Output[]): readonly string[] {
  return outputs.flatMap(output =>
    [...shownText(output).matchAll(NO_FILE)].map(([, path = '']) => path)
  );
}

/** True where a reader sees the identifier; those of widgets, drawings and elements of a page serve the page alone. */
function showsDrawnId(source: string, output: Output): boolean {
  const text = textAlone(output) ?? '';
  return [...text.matchAll(HANDLE)].some(([, id = '']) => !source.includes(id));
}

/** Null where there is too much to keep. */
function wordsIn(outputs: readonly Output[]): readonly string[] | null {
  const text = outputs.map(shownText).join('\n');
  return text.length > SIZE_LIMIT
    ? null
    : [...new Set(text.split(/[\s'",()[\]{}<>]+/).filter(Boolean))].sort();
}
