// Types whose values change by being gone through, or under other names; as the kernel writes them.

const ONE_SHOT =
  /^(?:builtins\.)?(?:generator|map|filter|zip|enumerate|reversed|\w+_?iterator)$|^itertools\.|^_?csv\.reader$|^_io\.(?:TextIOWrapper|StringIO|BytesIO|BufferedReader)$/;
const COLUMNS =
  /^pandas\..*\bDataFrame$|^builtins\.dict$|^(?:collections\.)?(?:OrderedDict|Counter|defaultdict)$/;
const ARRAY = /^numpy\.(?:ndarray|matrix|memmap)$|^torch\.Tensor$/;

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

/** True for a type that is either. */
export function sharesOrEnds(type: string | undefined): boolean {
  return type !== undefined && (isOneShotType(type) || isArrayType(type));
}

/** True for a type whose constant parts are kept apart: a change of the one leaves the others as they are. */
export function hasColumns(type: string | undefined): boolean {
  return type !== undefined && COLUMNS.test(type);
}
