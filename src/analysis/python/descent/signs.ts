// Signs of a source, named as the grammar names their nodes.

/** One sign. */
export type Sign = {
  readonly name: string;
  /** How tightly it binds the values beside it; 0 for what joins none. */
  readonly power: number;
  readonly length: number;
};

type Entry = readonly [string, Sign];

/** Signs, named alike or each by its own text. */
function signs(texts: string, power = 0, name?: string): readonly Entry[] {
  return texts
    .split(' ')
    .map(text => [text, { name: name ?? text, power, length: text.length }]);
}

/** By their texts. */
const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ...signs('( ) [ ] { } , ; . : -> ~ :='),
  ...signs('...', 0, 'Ellipsis'),
  ...signs('=', 0, 'AssignOp'),
  ...signs('< > <= >= == != <>', 0, 'CompareOp'),
  ...signs('+= -= *= /= //= %= @= &= |= ^= >>= <<= **=', 0, 'UpdateOp'),
  ...signs('!s !r !a', 0, 'FormatConversion'),
  ...signs('|', 1, 'BitOp'),
  ...signs('^', 2, 'BitOp'),
  ...signs('&', 3, 'BitOp'),
  ...signs('<< >>', 4, 'BitOp'),
  ...signs('+ -', 5, 'ArithOp'),
  ...signs('/ // %', 6, 'ArithOp'),
  ...signs('* @', 6),
  ...signs('**', 7)
]);

/** By the code of a character, the sign that begins no other one. */
const ALONE: readonly (Sign | undefined)[] = Array.from(
  { length: 128 },
  (_, code) => {
    const text = String.fromCharCode(code);
    const others = [...SIGNS.keys()].filter(one => one.startsWith(text));
    return others.length === 1 ? SIGNS.get(text) : undefined;
  }
);

/** The sign at a place: the longest counts, as everywhere in Python. */
export function signAt(source: string, from: number): Sign | undefined {
  const alone = ALONE[source.charCodeAt(from)];
  if (alone) {
    return alone;
  }
  for (let length = 3; length > 1; length -= 1) {
    const sign = isSigns(source, from + 1, length - 1)
      ? SIGNS.get(source.slice(from, from + length))
      : undefined;
    if (sign) {
      return sign;
    }
  }
  return SIGNS.get(source.charAt(from));
}

/** True where so many characters may be parts of longer signs, which most that stand behind one are not. */
function isSigns(source: string, from: number, count: number): boolean {
  for (let at = from; at < from + count; at += 1) {
    const code = source.charCodeAt(at);
    const isLater =
      code === 0x2e ||
      code === 0x2f ||
      code === 0x2a ||
      (code >= 0x3c && code <= 0x3e) ||
      code === 0x61 ||
      code === 0x72 ||
      code === 0x73;
    if (!isLater) {
      return false;
    }
  }
  return true;
}
