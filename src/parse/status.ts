/**
 * Statuses as printed: a letter ("G", "NS"), a word ("Green", "Not started"), or both ("Green (G)"). In: a text. Out: the
 * status; null where its parts differ or a part is no status.
 */
import { singleSpaced } from "../language/spaces.js";
import { anyOf, lastWord, plainFirstWord, plainForm, similarity } from "../language/words.js";
import type { Profile } from "../schema/profile.js";
import { HALVES, RAGS, type Rag, STATUSES } from "../schema/statuses.js";
import {
  ANY_STATUSES,
  type ReportStatuses,
  ragsOf,
  type StatusPatterns,
  statusPatterns,
  unmistakableHalves,
} from "./status-patterns.js";

export interface ReadStatus {
  readonly rag: Rag;
  readonly source: "letter" | "word";
}

export interface StatusReader {
  /** The status that a cell or line is; null where it holds anything else. */
  read(text: string): ReadStatus | null;
  /** Whether a text begins as a status does, with or without a colour: a quick test that most texts fail. */
  mayBegin(text: string): boolean;
  /** Whether a cell or line is a word that the profile or the report's key lists as a status without a colour. */
  isUncoloured(text: string): boolean;
  /** A status letter after a title whose own cell was lost ("… information sharing G"), or null. */
  readTrailing(text: string): { readonly title: string; readonly letter: string; readonly status: ReadStatus } | null;
  /** A status that a text begins with, as a letter or a capitalised word, with the text after it; or null. */
  readLeading(text: string): { readonly raw: string; readonly status: ReadStatus; readonly rest: string } | null;
  /** The capitalised status that a text ends with, as printed, or null. */
  atEnd(text: string): string | null;
  readonly patterns: StatusPatterns;
  /** The same reader, limited to the statuses of one report where a status is in one text with other cells. */
  narrowed(own: Partial<ReportStatuses>): StatusReader;
  /** The label of a status key or a stated count; a colour's name may be misread slightly. */
  readLabel(text: string): { readonly rag: Rag; readonly colour: boolean } | null;
}

const COLOURS = new Set(RAGS.flatMap((rag) => STATUSES[rag].colourNames));
/** Longest status, such as "Not started (NS)", in characters; a longer text defines a status. */
const LONGEST_STATUS = 32;
/** Words after which a single capital belongs to the title: "class A", "Plan B". */
const LETTERED =
  /\b(?:class|category|schedule|section|plan|part|appendix|annex|grade|phase|option|level|tier|type|group|vitamin|hepatitis|unit|block|wing|band|division|zone|ward)\s$/i;
/** Jaro-Winkler similarity above which a misread colour in a key still counts: "Arnber" and "amber" have 0.93. */
const LABEL_SIMILARITY = 0.92;

/** Between a status and what repeats it; within a half, a stroke or hyphen is part of the status. */
const BRACKETS = /\s*[()[\]]\s*|\s+[–—-]\s+|\s*\n\s*/;
const SEPARATORS = /\s*[()[\]/–—-]\s*|\s*\n\s*/;

const readers = new WeakMap<Profile, Map<string, StatusReader>>();
/** Readers that are kept for one profile: they go by words of reports, of which a long run meets any number. */
const MOST_READERS = 100;

export function statusReader(profile: Profile, own: ReportStatuses = ANY_STATUSES): StatusReader {
  const known = readers.get(profile) ?? new Map<string, StatusReader>();
  readers.set(profile, known);
  const name = JSON.stringify(own);
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_READERS) known.clear();
  const reader = buildReader(profile, own);
  known.set(name, reader);
  return reader;
}

/** "Amber / Green", "amber-green" and a cell that wraps after the stroke are one form; other signs between two statuses are not. */
function halfForm(text: string): string {
  const lower = text.trim().toLowerCase();
  return singleSpaced(/[/‐‑–-]/.test(lower) ? lower.replace(/\s*\/\s*|(?<=\p{L})[-‐‑–]\s?/gu, "/") : lower);
}

/** Reads a half of a five-point scale, in a form of its own: without its stroke it would be two statuses. */
function halfReader(profile: Profile): (text: string) => ReadStatus | null {
  const known = new Map<string, ReadStatus>();
  for (const rag of HALVES) {
    for (const letter of profile.statuses[rag].letters) known.set(letter, { rag, source: "letter" });
    for (const word of profile.statuses[rag].words) known.set(halfForm(word), { rag, source: "word" });
  }
  return (text) => known.get(text.trim().replace(/\s*\/\s*/, "/")) ?? known.get(halfForm(text)) ?? null;
}

/**
 * Whether a text may begin with one of the known ones: a first word that is none of theirs excludes most texts. Those without
 * one, such as glyphs, may begin with any.
 */
function beginningsOf(known: readonly string[]): (text: string) => boolean {
  const first = new Set(known.map(plainFirstWord));
  return (text) => {
    const word = plainFirstWord(text);
    return word === null || first.has(word);
  };
}

/** Whether a text may end with one of the printed forms, or with one and a bracket: a last word that is none of theirs excludes most texts. */
function endingsOf(printed: readonly string[]): (text: string) => boolean {
  const last = new Set(printed.map((word) => lastWord(word)));
  return (text) => text.endsWith(")") || last.has(lastWord(text));
}

function buildReader(profile: Profile, own: ReportStatuses): StatusReader {
  const letters = new Map<string, Rag>();
  const words = new Map<string, Rag>();
  for (const rag of ragsOf(false)) {
    for (const letter of profile.statuses[rag].letters) letters.set(letter, rag);
    for (const word of profile.statuses[rag].words) words.set(plainForm(word), rag);
  }
  const halves = own.halves ? halfReader(profile) : () => null;
  const colours = [...words].filter(([word]) => COLOURS.has(word));

  const patterns = statusPatterns(profile, own);
  const mayEnd = endingsOf(patterns.printed);
  const readPart = (text: string): ReadStatus | null => {
    const half = halves(text);
    if (half !== null) return half;
    const letter = letters.get(text.replace(/[.,:;]$/, ""));
    if (letter !== undefined) return { rag: letter, source: "letter" };
    const word = words.get(plainForm(text));
    return word === undefined ? null : { rag: word, source: "word" };
  };
  const statuses = RAGS.flatMap((rag) => [...profile.statuses[rag].letters, ...profile.statuses[rag].words]);
  const mayBegin = words.has("")
    ? () => true
    : beginningsOf([...statuses, ...profile.uncoloured, ...own.uncoloured, ...profile.columns.status]);
  // "RAG: G": a cell may repeat its column heading.
  const label = new RegExp(`^(?:${anyOf(profile.columns.status)})\\s*[:=]\\s*`, "iu");
  const withoutLabel = (raw: string): string =>
    raw.includes(":") || raw.includes("=") ? raw.trim().replace(label, "") : raw.trim();
  const read = (raw: string): ReadStatus | null => {
    if (!mayBegin(raw)) return null;
    const text = withoutLabel(raw);
    if (text === "" || text.length > LONGEST_STATUS) return null;
    const single = readPart(text);
    if (single !== null) return single;
    return readParts(text.split(BRACKETS)) ?? readParts(text.split(SEPARATORS));
  };
  /** "Green (G)", "G - Green", "(A)": every part must be the same status. */
  const readParts = (split: readonly string[]): ReadStatus | null => {
    const parts = split.filter((part) => part !== "");
    if (parts.length === 0 || parts.length > 3) return null;
    const found = parts.map(readPart);
    const first = found[0];
    if (first === null || first === undefined || found.some((part) => part?.rag !== first.rag)) return null;
    return found.find((part) => part?.source === "word") ?? first;
  };

  const uncoloured = new Set([...profile.uncoloured, ...own.uncoloured].map(plainForm));
  const unknownHalves = new Set(own.halves ? [] : unmistakableHalves(profile).map(halfForm));
  const isListed = (text: string): boolean => uncoloured.has(plainForm(text)) || unknownHalves.has(halfForm(text));
  return {
    read,
    mayBegin,
    isUncoloured: (text) =>
      text.length <= LONGEST_STATUS && mayBegin(text) && isListed(withoutLabel(text)) && read(text) === null,
    patterns,
    narrowed: (wanted) => statusReader(profile, { ...own, ...wanted }),
    atEnd(text) {
      if (!mayEnd(text)) return null;
      const raw = patterns.end.exec(text)?.[1];
      const lettered = raw?.length === 1 && LETTERED.test(text.slice(0, text.length - raw.length));
      return raw === undefined || lettered ? null : raw;
    },
    readLeading(text) {
      const raw = patterns.start.exec(text)?.[1];
      const status = raw === undefined ? null : read(raw);
      return raw === undefined || status === null ? null : { raw, status, rest: text.slice(raw.length).trim() };
    },
    readTrailing(text) {
      const match = /^(.*\S\s)([A-Z]{1,2})$/s.exec(text);
      if (match?.[1] === undefined || match[2] === undefined || LETTERED.test(match[1])) return null;
      const rag = letters.get(match[2]);
      const keyed = rag !== undefined && (match[2].length > 1 || own.inKey.includes(rag));
      return !keyed ? null : { title: match[1].trim(), letter: match[2], status: { rag, source: "letter" } };
    },
    readLabel(raw) {
      const text = raw
        .trim()
        .replace(/[:=–—-]+$/, "")
        .trim();
      if (text === "" || text.length > LONGEST_STATUS) return null;
      const bare = plainForm(text.replace(/\(.*?\)|\b(?:rated|status|rag)\b/gi, " "));
      const status = read(text) ?? readPart(bare);
      if (status !== null) return { rag: status.rag, colour: COLOURS.has(bare) || HALVES.includes(status.rag) };
      if (bare.includes(" ") || bare.length < 4) return null;
      const near = colours.find(([word]) => word.length >= 4 && similarity(bare, word) >= LABEL_SIMILARITY);
      return near === undefined ? null : { rag: near[1], colour: true };
    },
  };
}
