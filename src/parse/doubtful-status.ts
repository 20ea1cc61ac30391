/**
 * Statuses that may as well be a title's first word: "Green Homes grants". In: a report's items. Out: the same, but that
 * a word which the report's other rows do not bear out goes back to its title, and the row has no status.
 */
import { anyOf, plainForm } from "../language/words.js";
import type { Block } from "../model/block.js";
import type { Profile } from "../schema/profile.js";
import { RAGS } from "../schema/values.js";
import type { Context } from "./context.js";
import type { Item, RowHead } from "./item.js";
import { textOf } from "./ledger.js";

/** @param ahead the report's blocks before its rows: head and key */
export function withoutDoubtful(context: Context, items: readonly Item[], ahead: readonly Block[]): readonly Item[] {
  const heads = items.flatMap((item) => (item.kind === "head" ? [item.head] : []));
  if (!heads.some(({ statusInTitle }) => statusInTitle !== null)) return items;
  const isSure = surely(context, heads, namesIn(context.profile, items), ahead);
  return items.map((item) =>
    item.kind !== "head" || item.head.statusInTitle === null || isSure(item.head)
      ? item
      : { ...item, head: withTitle(item.head) },
  );
}

/** The row with the word before its title again. */
function withTitle(head: RowHead): RowHead {
  return {
    ...head,
    title: [head.statusRaw, head.title].filter((part) => part !== null).join(" "),
    status: null,
    statusRaw: null,
    statusInTitle: null,
    repairs: head.repairs.filter(({ field }) => field !== "rag"),
    reasons: new Set([...head.reasons, "status-doubtful"]),
  };
}

/**
 * Whether the word before a title is the row's status: most other rows have a word there too, none says the same status by
 * another word, and the report uses it with the title's next word for nothing else. A verb ("Complete") must be one that
 * the key or another row's cell has as a status.
 */
function surely(
  { status }: Context,
  heads: readonly RowHead[],
  names: ReadonlySet<string>,
  ahead: readonly Block[],
): (head: RowHead) => boolean {
  const worded = heads.filter(({ status: read, statusRaw }) => statusRaw !== null && read?.source !== "letter").length;
  const sure = new Map(RAGS.map((rag) => [rag, new Set<string>()]));
  for (const head of heads)
    if (head.statusInTitle === null && head.status?.source === "word")
      sure.get(head.status.rag)?.add(plainForm(head.statusRaw ?? ""));
  // Cells run into each other where a table was recognised badly, and that shows in other rows too.
  const damaged = heads.some(
    ({ statusInTitle, number, repairs }) => statusInTitle === null && (number === null || repairs.length > 0),
  );
  const keyed = new Map<string, boolean>();
  const isKeyed = (word: string): boolean => {
    const pattern = new RegExp(`(?<![\\p{L}\\d])${anyOf([word])}(?![\\p{L}\\d])`, "iu");
    const known = keyed.get(word) ?? ahead.some((block) => pattern.test(textOf(block)));
    keyed.set(word, known);
    return known;
  };
  return ({ status: read, statusRaw, statusInTitle, title }) => {
    if (statusRaw === null || (statusInTitle === "cell" && !damaged)) return false;
    const word = plainForm(statusRaw);
    if ((worded - 1) * 2 < heads.length - 1 || names.has(nameOf(word, title ?? ""))) return false;
    if (read === null) return true;
    const own = sure.get(read.rag) ?? new Set();
    if (own.size > 0 && !own.has(word)) return false;
    return status.readLabel(statusRaw)?.colour === true || own.has(word) || isKeyed(word);
  };
}

const nameOf = (word: string, title: string): string => `${word} ${plainForm(/^\S+/.exec(title)?.[0] ?? "")}`;

const patterns = new WeakMap<Profile, RegExp>();

/** A status's word and the capitalised one after it, within a sentence. */
function nameWithin(profile: Profile): RegExp {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    const words = RAGS.flatMap((rag) => profile.statuses[rag].words)
      .filter((word) => /^\p{L}+$/u.test(word))
      .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
    pattern = new RegExp(`(?<=[\\p{Ll},] )(${anyOf(words)}) (\\p{Lu}[\\p{L}'’-]*)`, "gu");
    patterns.set(profile, pattern);
  }
  return pattern;
}

/** Names that begin with a status's word, as the profile knows them and the report's sentences and titles have them. */
function namesIn(profile: Profile, items: readonly Item[]): Set<string> {
  const names = new Set(profile.status_names.map(plainForm));
  for (const item of items) {
    const text = item.kind === "text" ? item.text : ((item.kind === "head" ? item.head.title : item.title) ?? "");
    for (const [, word, next] of text.matchAll(nameWithin(profile)))
      names.add(nameOf(plainForm(word ?? ""), next ?? ""));
  }
  return names;
}
