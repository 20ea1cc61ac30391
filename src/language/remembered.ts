/** A function that keeps what it gave: for the ways of reading one table or document that ask for the same texts or rows again. */

/** What is kept: when there is more, all is forgotten. */
const MOST_REMEMBERED = 20_000;

export function remembered<Key, Found>(read: (key: Key) => Found): (key: Key) => Found {
  const known = new Map<Key, Found>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const own = read(key);
    known.set(key, own);
    return own;
  };
}
