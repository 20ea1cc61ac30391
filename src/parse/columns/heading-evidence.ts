/**
 * What a column's heading says of its role. In: the heading as printed. Out: weights by role; a heading that says nothing
 * gives none. The words are the profile's; among headings of titles those that come first in the profile weigh more.
 */
import { onOneLine } from "../../language/spaces.js";
import { anyOf, areSimilar, plainForm } from "../../language/words.js";
import { COLUMN_ROLES, type ColumnRole, type Profile } from "../../schema/profile.js";
import type { Evidence } from "./evidence.js";
import { HEADING } from "./weights.js";

export type HeadingEvidence = (heading: string) => Evidence;

/** Jaro-Winkler similarity from which on a misread heading still counts, and the shortest heading so compared. */
const SIMILAR = 0.94;
const SHORTEST_SIMILAR = 6;
/** Characters of a heading with all that it explains; a longer text is none. */
const LONGEST_HEADING = 400;
/** What comes after these in a heading says more of the thing that it names: "Status at Q2", "Progress on the action". */
const PREPOSITION = / (?:of|for|on|at|in|to|from|per|by|since|as|with|taken|agreed|required|this|and) /;

/** Words that say of which time a status is. */
const TIME_WORDS = new Set([
  "current",
  "currently",
  "now",
  "latest",
  "present",
  "this",
  "previous",
  "prev",
  "last",
  "prior",
  "former",
  "quarter",
  "month",
  "period",
  "year",
]);

const readers = new WeakMap<Profile, HeadingEvidence>();

export function headingEvidence(profile: Profile): HeadingEvidence {
  let reader = readers.get(profile);
  if (reader === undefined) {
    reader = buildReader(profile);
    readers.set(profile, reader);
  }
  return reader;
}

interface Known {
  readonly role: ColumnRole;
  readonly weight: number;
}

/** Headings that the profile names, in their plain form. */
type KnownHeadings = ReadonlyMap<string, Known>;
type Weights = { -readonly [role in ColumnRole]?: number };

function buildReader(profile: Profile): HeadingEvidence {
  const known = headingsOf(profile);
  const cache = new Map<string, Evidence>();
  return (heading) => {
    if (heading.length > LONGEST_HEADING) return {};
    const line = onOneLine(heading).trim();
    if (line === "") return {};
    let found = cache.get(line);
    if (found === undefined) {
      found = evidenceOf(line, known);
      if (cache.size < 10_000) cache.set(line, found);
    }
    return found;
  };
}

function headingsOf(profile: Profile): KnownHeadings {
  const known = new Map<string, Known>();
  const statusPhrase = new RegExp(` (?:${anyOf(profile.columns.status.map(plainForm))})$`, "u");
  for (const role of COLUMN_ROLES)
    profile.columns[role].forEach((phrase, at, all) => {
      // "Previous RAG" is a status too, though of another time.
      if (role === "other" && statusPhrase.test(plainForm(phrase))) return;
      const weight = role === "title" ? HEADING.exact - (HEADING.titleRank * at) / all.length : HEADING.exact;
      known.set(plainForm(phrase) || phrase.trim(), { role, weight });
    });
  return known;
}

function evidenceOf(heading: string, known: KnownHeadings): Evidence {
  // What is in brackets explains; a heading may be nothing else.
  const bare = heading.includes("(")
    ? heading.replace(/\((?:s|es)\)/g, "").replace(/\([^)]*\)|\([^)]*$/g, " ")
    : heading;
  const plain = plainForm(bare) || plainForm(heading) || heading;
  const exact = known.get(plain) ?? known.get(singular(plain));
  if (exact !== undefined) return { [exact.role]: exact.weight };
  // "RAG now" and "Previous RAG" are statuses, of a time.
  const timeless = known.get(
    plain
      .split(" ")
      .filter((word) => !TIME_WORDS.has(word))
      .join(" "),
  );
  if (timeless?.role === "status") return { status: timeless.weight * HEADING.timed };
  const [subject = plain] = plain.split(PREPOSITION);
  const out: Weights = {};
  addParts(out, subject, HEADING.tail, known);
  if (plain !== subject) addParts(out, plain, HEADING.inside, known);
  if (Object.keys(out).length === 0) addSimilar(out, plain, known);
  return out;
}

/** "Agencies" for "agency": the profile lists a word once. */
const singular = (phrase: string): string => phrase.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");

function add(out: Weights, known: Known | undefined, factor: number): void {
  if (known !== undefined) out[known.role] = Math.max(out[known.role] ?? 0, known.weight * factor);
}

/** What a phrase, its last words and its first words say. */
function addParts(out: Weights, phrase: string, ofTail: number, known: KnownHeadings): void {
  const words = phrase.split(" ");
  add(out, known.get(phrase), HEADING.subject);
  // The last words name the thing, the first ones say which: "Responsible Lead", "Key Milestone".
  for (let at = 1; at < words.length; at += 1) {
    add(out, known.get(words.slice(at).join(" ")), ofTail);
    add(out, known.get(words.slice(0, at).join(" ")), HEADING.start);
  }
}

/** What a heading with a misread letter says. */
function addSimilar(out: Weights, plain: string, known: KnownHeadings): void {
  if (plain.length < SHORTEST_SIMILAR) return;
  for (const [phrase, each] of known)
    if (phrase.length >= SHORTEST_SIMILAR && areSimilar(plain, phrase, SIMILAR)) add(out, each, HEADING.similar);
}
