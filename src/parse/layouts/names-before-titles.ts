/**
 * Names that a list prints before its titles: "4  CSP  Open the café". In: a list's entries. Out: the same, with the name taken from the
 * title where nearly all of them have one that a wide gap sets apart; a status there is none.
 */
import type { Entry } from "./list-entry.js";
import type { ListGrammar } from "./list-grammar.js";

/** Entries with a name, at least, and their share: a gap in a single title is a slip. */
const FEWEST = 2;
const USUAL = 0.75;
const LONGEST_NAME = 40;
const NAME_WORDS = 5;

interface Split {
  readonly name: string;
  readonly title: string;
}

export function withNamesBefore(entries: readonly Entry[], grammar: ListGrammar): readonly Entry[] {
  const splits = entries.map(({ title }) => splitAtGap(title, grammar));
  const found = splits.filter((split) => split !== null).length;
  if (found < Math.max(FEWEST, entries.length * USUAL)) return entries;
  return entries.map((entry, at) => {
    const split = splits[at] ?? null;
    return split === null ? entry : { ...entry, title: split.title, nameBefore: split.name };
  });
}

function splitAtGap(title: string, { organisations, status }: ListGrammar): Split | null {
  const gap = /\s{2,}/.exec(title.slice(0, LONGEST_NAME + 2));
  if (gap === null) return null;
  const [name, rest] = [title.slice(0, gap.index), title.slice(gap.index).trim()];
  const isName = name.split(" ").length <= NAME_WORDS && organisations.isNamed(name) && status.read(name) === null;
  return isName && /^\p{Lu}/u.test(rest) ? { name, title: rest } : null;
}
