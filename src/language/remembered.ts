/** A function of a text that keeps what it gave: for the ways of reading one table or document that ask for the same texts again. */

/** Texts that are kept: when there are more, all are forgotten. */
const MOST_REMEMBERED = 20_000;

export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const own = read(text);
    known.set(text, own);
    return own;
  };
}
