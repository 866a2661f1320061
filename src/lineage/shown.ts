// What an execution showed, as far as display options shape it.
import type { Execution } from '../model';
import { all, needsOfProfile, WHOLE, type DisplayNeed } from './displays';
import { argumentsIn, isPlain, withoutTexts } from './plain-values';

/** Where options hold for the statements inside alone. */
const INSIDE =
  /^([ \t]*)with\b[^\n]*\b(?:option_context|printoptions)\s*\(([^)]*)\)[^\n]*(?:\n(?:\1[ \t]+[^\n]*|[ \t]*(?=\n|$)))*/gm;
const PRINTED = /\b(?:print|display)\s*\(\s*([A-Za-z_]\w*)\s*\)/g;
const SHOWS =
  /(?<![\w.])(?:p?print|display|str|repr|ascii|pformat|format)\s*\(/g;
const FIELDS = /(?<!\w)(?:f|rf|fr)(["'])[^]*?\1/gi;
const FIELD = /\{([^{}!:]+)(?:![rsa])?(:[^{}]+)?\}/g;
/** What makes a text of a value. */
const WORDS =
  /(?<![\w.])(?:str|repr|ascii|pformat|format)\s*\(|(?<!\w)(?:f|rf|fr)["']/i;
/** What does so in other ways. */
const OTHER_WORDS =
  /\bmap\s*\(\s*(?:str|repr)\b|["']\s*%\s*[\w(]|\.\s*(?:to_string|to_html|to_latex|to_markdown|format|format_map|__str__|__repr__|__format__)\s*\(|\barray(?:2string|_str|_repr)\s*\(/;
const HOLDS = /^builtins\.(?:dict|list|tuple|set|frozenset)$|^collections\./;

/** True for code that makes texts of values: what it leaves may hang on display options. */
export function makesTexts(source: string): boolean {
  const code = withoutTexts(source);
  return OTHER_WORDS.test(code) || WORDS.test(code);
}

/** The options on which the frames and arrays hang that an execution showed or made a text of. */
export function needsOf(
  source: string,
  { report, status, outputCount }: Execution
): readonly DisplayNeed[] {
  if (status !== 'ok') {
    return [];
  }
  const types = new Map(Object.entries(report?.types ?? {}));
  const profiles = new Map(Object.entries(report?.profiles ?? {}));
  const last = profiles.get('_');
  const found = last ? [...needsOfProfile(last, false)] : [];
  const others = source.replace(PRINTED, (call, name: string, at: number) => {
    const profile = profiles.get(name);
    const needs = profile ? needsOfProfile(profile, true) : [];
    found.push(...withoutInside(source, at, needs));
    return profile ? '' : call;
  });
  const isOpen = valuesIn(others).some(one => !isPlain(one, types));
  const isOther =
    OTHER_WORDS.test(withoutTexts(others)) && !isPlain(others, types);
  const isUnseen = outputCount > 0 && !last && showsMore(source, types);
  if (isOpen || isOther || isUnseen) {
    found.push(WHOLE);
  } else if (outputCount > 0 && !last && !source.startsWith('%')) {
    found.push(...all('numpy', 'legacy'));
  }
  return found;
}

/** The expressions that are printed or made to texts. */
function valuesIn(source: string): readonly string[] {
  const given = [...source.matchAll(SHOWS)].map(({ 0: call, index }) =>
    argumentsIn(source, index + call.length)
  );
  const fields = [...source.matchAll(FIELDS)].flatMap(([text]) =>
    [...text.matchAll(FIELD)]
      .filter(([, , format]) => format === undefined)
      .map(([, value = '']) => value.replace(/=\s*$/, ''))
  );
  return [...given, ...fields];
}

/** True where what came out may be a container with frames in it, or what a function of the notebook's own printed. */
function showsMore(
  source: string,
  types: ReadonlyMap<string, string>
): boolean {
  const last = source.trimEnd().replace(/^[^]*\n(?=[^\s)\]}])/, '');
  const held = types.get(last);
  const isContainer =
    held === undefined ? /^[[{(]/.test(last) : HOLDS.test(held);
  return (
    (isContainer && !isPlain(last, types)) ||
    [...types.values()].includes('builtins.function')
  );
}

/** Without those that are set around the place. */
function withoutInside(
  source: string,
  at: number,
  needs: readonly DisplayNeed[]
): readonly DisplayNeed[] {
  const around = [...source.matchAll(INSIDE)].filter(
    ({ 0: whole, index }) => index <= at && at < index + whole.length
  );
  const isSet = (option: string): boolean => {
    const word = new RegExp(`\\b${option.replace(/^.*\./, '')}\\b`);
    return around.some(([, , given = '']) => word.test(given));
  };
  return needs
    .filter(({ option }) => !isSet(option))
    .map(need =>
      need.unless && isSet(need.unless.option)
        ? { option: need.option, size: null }
        : need
    );
}
