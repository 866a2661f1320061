// Words that are looked up: quicker than a pattern that lists them.

/** The words of a list with blanks or line ends between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
