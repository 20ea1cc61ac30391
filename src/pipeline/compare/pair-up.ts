/** Two lists to pairs of elements that are the same thing, by the surest of several keys, each in printed order. */

export type Paired<Element> = readonly [before: Element, after: Element];

export interface Pairs<Element> {
  /** In the order of the second list. */
  readonly pairs: readonly Paired<Element>[];
  readonly added: readonly Element[];
  readonly removed: readonly Element[];
}

/** @param keys from the surest to the weakest; an element without a key (null) is not paired by it */
export function pairUp<Element extends object>(
  before: readonly Element[],
  after: readonly Element[],
  keys: readonly ((element: Element) => string | null)[],
): Pairs<Element> {
  const partners = new Map<Element, Element>();
  const unpaired = new Set(before);
  for (const keyOf of keys) {
    const waiting = lastFirst(unpaired, keyOf);
    for (const element of after) {
      const key = partners.has(element) ? null : keyOf(element);
      const partner = key === null ? undefined : waiting.get(key)?.pop();
      if (partner === undefined) continue;
      partners.set(element, partner);
      unpaired.delete(partner);
    }
  }
  return {
    pairs: after.flatMap((element) => {
      const partner = partners.get(element);
      return partner === undefined ? [] : [[partner, element] as const];
    }),
    added: after.filter((element) => !partners.has(element)),
    removed: [...unpaired],
  };
}

/** Elements by their key, so that the first is at the end of its list, from which it is taken. */
function lastFirst<Element>(
  elements: Iterable<Element>,
  keyOf: (element: Element) => string | null,
): Map<string, Element[]> {
  const lists = new Map<string, Element[]>();
  for (const element of [...elements].reverse()) {
    const key = keyOf(element);
    if (key === null) continue;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [element]);
    else list.push(element);
  }
  return lists;
}
