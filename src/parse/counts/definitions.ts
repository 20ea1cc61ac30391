/**
 * The meanings that a report's own status key gives: "G = delivered, A = stalled", "Green | Delivered". In: the blocks of
 * its header. Out: the profile with those words added, or the profile itself where the key defines none.
 */
import { anyOf, plainForm } from "../../language/words.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS, type Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";

/** A word for a status is short; longer text describes it. */
const LONGEST_WORDS = 3;
const LONGEST = 30;
/** Longest line of a key, in characters; longer ones are not read. */
const LONGEST_LINE = 240;
/** A single definition may be a sentence: a key has several. */
const FEWEST = 2;

interface Definition {
  readonly rag: Rag;
  readonly word: string;
}

/** The profile for a report whose header is blocks `from` to `bodyFrom` (exclusive). */
export function withKeyDefinitions(
  blocks: readonly Block[],
  from: number,
  bodyFrom: number,
  profile: Profile,
  status: StatusReader,
): Profile {
  const found = blocks
    .slice(from, bodyFrom)
    .flatMap((block) => (block.kind === "row" ? inCells(block.cells, status) : inLine(block.text, profile, status)));
  const meanings = new Map<string, Set<Rag>>();
  for (const { rag, word } of found) meanings.set(word, (meanings.get(word) ?? new Set()).add(rag));
  // A word under two statuses does not distinguish them.
  const words = [...meanings].flatMap(([word, [rag, ...others]]) =>
    rag === undefined || others.length > 0 ? [] : [{ rag, word }],
  );
  if (new Set(words.map(({ rag }) => rag)).size < FEWEST) return profile;
  return extended(profile, words);
}

/** Reports of one series have the same key. Its profile is built once, because readers are cached by profile. */
const made = new WeakMap<Profile, Map<string, Profile>>();
const MOST_MADE = 100;

function extended(profile: Profile, words: readonly Definition[]): Profile {
  const known = made.get(profile) ?? new Map<string, Profile>();
  made.set(profile, known);
  const name = JSON.stringify(words);
  const before = known.get(name);
  if (before !== undefined) return before;
  const defined = new Set(words.map(({ word }) => word));
  const statuses = { ...profile.statuses };
  for (const rag of RAGS) {
    const own = words.filter((each) => each.rag === rag).map(({ word }) => word);
    const others = profile.statuses[rag].words.filter((word) => !defined.has(plainForm(word)));
    statuses[rag] = { letters: profile.statuses[rag].letters, words: [...others, ...own] };
  }
  const wider = { ...profile, statuses };
  if (known.size < MOST_MADE) known.set(name, wider);
  return wider;
}

const patterns = new WeakMap<Profile, RegExp>();

/** "G = delivered", up to the next sign. */
function patternOf(profile: Profile): RegExp {
  let pattern = patterns.get(profile);
  if (pattern === undefined) {
    const label = anyOf(RAGS.flatMap((rag) => [...profile.statuses[rag].letters, ...profile.statuses[rag].words]));
    pattern = new RegExp(`(?<![\\p{L}\\d])(${label})\\s*=\\s*([^=,;|.]+?)(?=\\s*(?:[,;|.]|$))`, "giu");
    patterns.set(profile, pattern);
  }
  return pattern;
}

function inCells(cells: readonly { readonly text: string }[], status: StatusReader): Definition[] {
  return cells.flatMap(({ text }, at) => definitionOf(text, cells[at + 1]?.text ?? "", status));
}

function inLine(text: string, profile: Profile, status: StatusReader): Definition[] {
  if (text.length > LONGEST_LINE || !text.includes("=")) return [];
  return [...text.matchAll(patternOf(profile))].flatMap((match) =>
    definitionOf(match[1] ?? "", match[2] ?? "", status),
  );
}

/** The definition of a colour or its letter by a word that is no colour and no letter. */
function definitionOf(label: string, text: string, status: StatusReader): Definition[] {
  const word = plainForm(text);
  const named = label.length > LONGEST ? null : (status.read(label) ?? null);
  const coloured = named !== null && (named.source === "letter" || status.readLabel(label)?.colour === true);
  if (!coloured || word === "" || text.length > LONGEST || /\d/.test(text)) return [];
  if (word.split(" ").length > LONGEST_WORDS || word.length < 3) return [];
  return status.readLabel(text)?.colour === true ? [] : [{ rag: named.rag, word }];
}
