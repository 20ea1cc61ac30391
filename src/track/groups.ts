/** Items to groups by a key, and two keys to their order: the one that does not hang on a machine's language. */

/** Groups in the order of their first items; items keep theirs. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
