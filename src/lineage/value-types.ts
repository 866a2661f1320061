// Types whose values change by being gone through, or under other names; as the kernel writes them.

const ONE_SHOT =
  /^(?:builtins\.)?(?:generator|map|filter|zip|enumerate|reversed|\w+_?iterator)$|^itertools\.|^_?csv\.reader$|^_io\.(?:TextIOWrapper|StringIO|BytesIO|BufferedReader)$/;
const COLUMNS =
  /^pandas\..*\bDataFrame$|^builtins\.dict$|^(?:collections\.)?(?:OrderedDict|Counter|defaultdict)$/;
const ARRAY = /^numpy\.(?:ndarray|matrix|memmap)$|^torch\.Tensor$/;

/** They take a number from the stream for what they do with it only where they are made to tell probabilities. */
const IDLE = /^sklearn\.svm\._classes\.(?:(?:Nu)?SV[CR]|OneClassSVM)$/;
const IDLE_CLASS = /^(?:(?:Nu)?SV[CR]|OneClassSVM)$/;
const PLAIN = /^(?:builtins|numpy|pandas|matplotlib)\b/;
/** They never draw: what they learn follows from the data alone, whatever they are set to. */
const DETERMINED =
  /^sklearn\.(?:preprocessing\._(?:data\.(?!Quantile)|label\.|encoders\.|polynomial\.)|impute\._base\.|linear_model\._base\.LinearRegression$|neighbors\._|naive_bayes\.|discriminant_analysis\.|feature_extraction\.|utils\._bunch\.)/;

const UNCHANGING =
  /^builtins\.(?:NoneType|bool|int|float|complex|str|bytes|range|slice)$|^re\.(?:Match|Pattern)$|^datetime\.(?:date|time|datetime|timedelta|timezone)$|^decimal\.Decimal$|^fractions\.Fraction$|^uuid\.UUID$|^IPython\..*\bDisplayHandle$/;

/** True for values that nothing changes in place. */
export function isUnchanging(type: string | undefined): boolean {
  return type !== undefined && UNCHANGING.test(type);
}

/** True for what can be gone through once only. */
export function isOneShotType(type: string): boolean {
  return ONE_SHOT.test(type);
}

/** True for arrays whose parts are views of them. */
export function isArrayType(type: string): boolean {
  return ARRAY.test(type);
}

/** True for the types by name of what an execution had to do with, where only one that draws idly can have drawn. */
export function drawIdly(types: Readonly<Record<string, string>>): boolean {
  const others = Object.entries(types).filter(
    ([, type]) => !PLAIN.test(type) && !DETERMINED.test(type)
  );
  return (
    others.length > 0 &&
    others.every(([name, type]) => IDLE.test(type) || IDLE_CLASS.test(name))
  );
}

/** True for a type that is either. */
export function sharesOrEnds(type: string | undefined): boolean {
  return type !== undefined && (isOneShotType(type) || isArrayType(type));
}

/** True for a type whose constant parts are kept apart: a change of the one leaves the others as they are. */
export function hasColumns(type: string | undefined): boolean {
  return type !== undefined && COLUMNS.test(type);
}
