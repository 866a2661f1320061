// Escapes in string literals.

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': ''
};

/** Escapes that need a table, or of which releases think differently; before other signs the bar stays, which some warn of. */
const TABLED = /[abfvxuUN0-9\r{}]/;

/** True for what Python leaves as it is, though some releases warn of it: `\\p`. */
export function isUnknown(sign: string): boolean {
  return ESCAPES[sign] === undefined && !TABLED.test(sign);
}

/** What a literal without a raw prefix stands for; null where that takes a table. */
export function unescaped(body: string): string | null {
  let isPlain = true;
  const made = body.replace(/\\([\s\S])/g, (_, sign: string) => {
    const found = ESCAPES[sign] ?? (TABLED.test(sign) ? null : `\\${sign}`);
    isPlain &&= found !== null;
    return found ?? '';
  });
  return isPlain ? made : null;
}
