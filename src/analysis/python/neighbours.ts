// Items of a list beside others. V8 looks for an item below 0 by its name, `-1`, which takes as long as going through a short list.

/** The item so far before a place; undefined where the list does not reach back as far. */
export function itemBefore<Item>(
  items: readonly Item[],
  at: number,
  distance = 1
): Item | undefined {
  return at < distance ? undefined : items[at - distance];
}

/** The last item; undefined of an empty list. */
export function lastItem<Item>(items: readonly Item[]): Item | undefined {
  return itemBefore(items, items.length);
}
