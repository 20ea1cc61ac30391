/**
 * The words that a report's own rows print for a status, which its counts name too: "3 have been stopped" of rows with "Stopped". In:
 * these words, in plain form. Out: the profile in which those that it does not know are statuses without a colour; and counts of such
 * a word with the status that all rows with it have.
 */
import { hasDigit } from "../../language/characters.js";
import { plainForm } from "../../language/words.js";
import type { PrintedRow, PrintedStatement } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import type { Rag } from "../../schema/statuses.js";
import { statusReader } from "../status.js";

/** Letters of a word, at least: a single letter of a text is no status. */
const SHORTEST = 3;
/** Words that are added to a profile, at most: a column with more holds no statuses. */
const MOST_WORDS = 12;
/** Profiles that are kept for one: they go by words of reports, of which a long run meets any number. */
const MOST_KEPT = 100;

const kept = new WeakMap<Profile, Map<string, Profile>>();

/** @param around the texts around the rows: words that none of them has beside a figure, or below one, are not added */
export function withOwnWords(profile: Profile, words: ReadonlySet<string>, around: readonly string[]): Profile {
  const status = statusReader(profile);
  const counting = around.filter((text, at) => hasDigit(text) || hasDigit(around[at - 1] ?? ""));
  const lower = words.size === 0 ? [] : counting.map((text) => text.toLowerCase());
  const unknown = [...words]
    .filter((word) => word.length >= SHORTEST && lower.some((text) => text.includes(word)))
    .filter((word) => status.readLabel(word) === null && !status.isUncoloured(word))
    .sort();
  if (unknown.length === 0 || unknown.length > MOST_WORDS) return profile;
  const known = kept.get(profile) ?? new Map<string, Profile>();
  kept.set(profile, known);
  const name = JSON.stringify(unknown);
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_KEPT) known.clear();
  const wider = { ...profile, uncoloured: [...profile.uncoloured, ...unknown] };
  known.set(name, wider);
  return wider;
}

/** Counts whose label says no status by itself, with that of the rows that print it where they all have the same one. */
export function withStatusOfRows(
  statements: readonly PrintedStatement[],
  rows: readonly PrintedRow[],
): PrintedStatement[] {
  if (statements.every(({ rag }) => rag !== null)) return [...statements];
  const byWord = new Map<string, Set<Rag | null>>();
  for (const { ragRaw, rag } of rows) {
    const word = plainForm(ragRaw ?? "");
    const rags = byWord.get(word) ?? new Set<Rag | null>();
    byWord.set(word, rags.add(rag));
  }
  return statements.map((each) => {
    const [rag = null, another] = each.rag === null ? (byWord.get(plainForm(each.label)) ?? []) : [];
    return rag === null || another !== undefined ? each : { ...each, rag };
  });
}
