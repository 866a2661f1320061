// What an execution showed, as far as display options shape it.
import type { CellAnalysis, Showing, ShownName } from '../analysis';
import type { Execution } from '../model';
import {
  all,
  needsOfProfile,
  optionName,
  WHOLE,
  type DisplayNeed
} from './displays';
import { NONE } from './nothing';
import type { Step } from './version';

/** Types whose values look the same when they are printed. */
const PLAIN =
  /^builtins\.(?:int|float|complex|str|bool|NoneType|bytes|range)$|^numpy\.(?:u?int|float|bool|str)\d*_?$|^(?:datetime|pathlib|decimal|fractions)\./;
/** Rows, of which a mean or the like is one number. */
const ROW = /^numpy\.ndarray$|^pandas\..*\bSeries$/;
const HOLDS = /^builtins\.(?:dict|list|tuple|set|frozenset)$|^collections\./;

/** Options of R that shape what numbers, texts and tables look like, whatever they are. */
const R_OPTIONS =
  'OutDec contrasts digits.secs encoding max.print na.action scipen stringsAsFactors width';

type Types = ReadonlyMap<string, string>;

/** The options on which the frames and arrays hang that an execution showed or made a text of. */
export function needsOf(
  analysis: CellAnalysis,
  { report, status, outputCount, tells }: Execution
): readonly DisplayNeed[] {
  if (status !== 'ok') {
    return NONE;
  }
  const { showing, normalised } = analysis;
  if (!showing) {
    return outputCount > 0 ? needsUnseen(analysis, tells) : NONE;
  }
  const shaped = [
    ...all('ipython', tells?.showsFractions ? 'precision' : ''),
    ...all('python', tells?.warns ? 'warnings' : ''),
    ...all('sympy', tells?.showsFormulas ? 'printing' : ''),
    ...all('ipython', showing.hangsOnMode && outputCount > 0 ? 'shown' : '')
  ];
  const mayShow = outputCount + showing.open.length + showing.printed.length;
  if (mayShow === 0 && !report?.profiles) {
    return NONE;
  }
  const types = new Map(Object.entries(report?.types ?? {}));
  const profiles = new Map(Object.entries(report?.profiles ?? {}));
  if (
    tells?.isBare &&
    !showing.isTold &&
    profiles.size === 0 &&
    !mayKeepTexts(analysis, types)
  ) {
    return [...shaped, ...all('numpy', 'legacy')];
  }
  const last = profiles.get('_');
  const found = [...shaped, ...(last ? needsOfProfile(last, false) : NONE)];
  let isOpen = !arePlain(showing.open, types);
  for (const { name, options } of showing.printed) {
    const profile = profiles.get(name);
    const needs = profile ? needsOfProfile(profile, true) : NONE;
    found.push(...withoutSet(needs, options));
    isOpen ||= !profile && !arePlain([{ name, isReduced: false }], types);
  }
  const isUnseen =
    outputCount > 0 &&
    !last &&
    tells?.isBare !== true &&
    showsMore(showing, types);
  if (isOpen || isUnseen) {
    found.push(WHOLE);
  } else if (outputCount > 0 && !last && !normalised.startsWith('%')) {
    found.push(...all('numpy', 'legacy'));
  }
  return found;
}

/** True where texts that the cell makes, or a function of the notebook's own, may be in what it binds or changes. */
function mayKeepTexts(
  { showing, bindings, updates }: CellAnalysis,
  types: Types
): boolean {
  const mayMake =
    (showing?.texts.size ?? 0) > 0 ||
    [...types.values()].includes('builtins.function');
  const isCode = /^(?:import|from-import|function|class)$/;
  return (
    mayMake &&
    (updates.some(({ certainty }) => certainty !== 'possible') ||
      bindings.some(({ kind }) => !isCode.test(kind)))
  );
}

/** Own functions, classes and their instances, which may print what nobody sees. */
const OWN = /^(?:builtins\.(?:function|method|type)$|__main__\.)/;

/** Pseudo-names of the options that alone shape what a step showed; null where any may. */
export function shownOptions({
  prepared,
  execution
}: Step): ReadonlySet<string> | null {
  const { report, tells, status } = execution ?? {};
  const { types = {}, profiles = {} } = report ?? {};
  const isSeen =
    tells?.isBare === true ||
    (report?.types !== undefined &&
      (profiles._ !== undefined || !prepared.givesResult) &&
      !Object.values(types).some(type => OWN.test(type)));
  if (!execution || status !== 'ok' || !isSeen) {
    return null;
  }
  const needs = needsOf(prepared.analysis, execution);
  return needs.includes(WHOLE)
    ? null
    : new Set(needs.map(({ option }) => optionName(option)));
}

/** Those of a language in which nobody tells what is shown: what looks like a fraction hangs on how many digits are. */
function needsUnseen(
  { searches }: CellAnalysis,
  tells: Execution['tells']
): readonly DisplayNeed[] {
  if (!searches) {
    return [WHOLE];
  }
  const hasFractions = tells?.showsFractions ?? tells?.printsFractions;
  return all('r', hasFractions ? `digits ${R_OPTIONS}` : R_OPTIONS);
}

/** True when all surely stand for what display options do not shape. */
function arePlain(names: readonly ShownName[], types: Types): boolean {
  return names.every(({ name, isReduced }) => {
    const type = types.get(name) ?? '';
    return PLAIN.test(type) || (isReduced && ROW.test(type));
  });
}

/** True where what came out may be a container with frames in it, or what a function of the notebook's own printed. */
function showsMore({ ending, container }: Showing, types: Types): boolean {
  return (
    HOLDS.test(types.get(ending ?? '') ?? '') ||
    (container !== null && !arePlain(container, types)) ||
    [...types.values()].includes('builtins.function')
  );
}

/** Without those that are set around the place. */
function withoutSet(
  needs: readonly DisplayNeed[],
  options: readonly string[]
): readonly DisplayNeed[] {
  const isSet = (option: string): boolean =>
    options.includes(option.slice(option.lastIndexOf('.') + 1));
  return needs
    .filter(({ option }) => !isSet(option))
    .map(need =>
      need.unless && isSet(need.unless.option)
        ? { option: need.option, size: null }
        : need
    );
}
