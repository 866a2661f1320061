// Which names a source surely binds to arrays, where no kernel tells.

/** What numpy makes an array, in normalised code. */
const MAKING =
  /^(?:np|numpy) \. (?:random \. )?(?:arange|array|asarray|empty|eye|full|identity|linspace|logspace|normal|ones|permutation|randint|randn?|random|uniform|zeros)\w* \(/;

/** Those of the names that a line of the normalised code gives what numpy makes. */
export function arraysMadeIn(
  normalised: string,
  names: readonly string[]
): ReadonlySet<string> {
  const found = new Set<string>();
  const lines = /np|numpy/.test(normalised) ? normalised.split('\n') : [];
  for (const name of names) {
    const before = `${name} = `;
    const isMade = lines.some(
      line => line.startsWith(before) && MAKING.test(line.slice(before.length))
    );
    if (isMade) {
      found.add(name);
    }
  }
  return found;
}
