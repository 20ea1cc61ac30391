/**
 * The statuses beside labelled values of an entry, at the other side of its card or page. In: the entry's lines, the status after
 * its title and its labelled values. Out: the entry's status, the further ones, which are kept beside it, and whether they
 * differ from it.
 */
import { plainForm } from "../../language/words.js";
import type { Cell } from "../../model/block.js";
import type { ListGrammar } from "./list-grammar.js";
import type { ListLine } from "./list-lines.js";
import type { Tail } from "./title-tail.js";

export interface EntryStatus {
  readonly tail: Tail | null;
  /** Statuses that are printed beside labelled values besides the entry's own. */
  readonly besides: readonly Cell[];
  /** Whether these are others, so that nothing says which is meant. */
  readonly isDoubtful: boolean;
}

/** @param labelled the values of the entry's labels for a status */
export function entryStatus(
  lines: readonly ListLine[],
  tail: Tail | null,
  labelled: readonly string[],
  { status }: ListGrammar,
): EntryStatus {
  const badges = lines.flatMap(({ badge }) => badge ?? []);
  const [first, ...more] = badges;
  const isOwn = first !== undefined && tail === null && labelled.length === 0;
  const own = isOwn ? { title: "", status: first.text, cell: first, organisation: null, coded: false } : tail;
  const besides = isOwn ? more : badges;
  const meanings = [own?.status ?? "", ...labelled, ...besides.map(({ text }) => text)]
    .filter((text) => text !== "")
    .map((text) => status.read(text)?.rag ?? plainForm(text));
  return { tail: own, besides, isDoubtful: besides.length > 0 && new Set(meanings).size > 1 };
}
