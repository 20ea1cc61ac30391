/** In: items and their keys. Out: groups of items by key, and an order of keys that does not depend on the machine's language. */

/** Groups in the order of their first items; items keep their order. */
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
