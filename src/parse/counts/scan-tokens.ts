/**
 * The tokens of one cell or part of a line of a status summary: labels, counts, bare numbers and percentages, and the words
 * of their column headings ("Number & %"). In: its text. Out: tokens in printed order; everything else is `other`.
 */
import { anyOf, plainForm } from "../../language/words.js";
import type { Profile } from "../../schema/profile.js";
import { RAGS } from "../../schema/values.js";
import { type StatusReader, statusReader } from "../status.js";
import { KEY_STATUSES } from "../status-patterns.js";
import { COUNT, countOf, inDigits, PERCENT, readCount } from "./count.js";
import { listedApart } from "./listed-labels.js";
import type { ScannedToken, Unit } from "./scanned-token.js";

/** A part of a summary is short; longer text is a definition, or no summary. */
const LONGEST_PART = 240;
/** Longest count in words, in characters: "seventeen out of the seventeen (100.00%)". */
const LONGEST_SPELLED = 60;
/** What a percentage, a count or a range begins with. */
const FIGURE_START = /[\d([]/;

/** The scanner of one cell or part of a line. */
export function tokenScanner(profile: Profile): (text: string) => ScannedToken[] {
  const status = statusReader(profile, KEY_STATUSES);
  const words = anyOf(RAGS.flatMap((rag) => profile.statuses[rag].words));
  const letters = anyOf(RAGS.flatMap((rag) => profile.statuses[rag].letters));
  const label = new RegExp(
    `(?:rated\\s+)?(?:${words})(?![\\p{L}\\d])(?:\\s?[(\\[](?:${letters}|${words})[)\\]])?|(?:${letters})(?=\\s?[:=–—-])`,
    "iuy",
  );
  const names = profile.status_names;
  const name = names.length === 0 ? /(?!)/y : new RegExp(`(?:${anyOf(names)})(?![\\p{L}\\d])`, "iuy");
  const unit = new RegExp(`(?:${anyOf(profile.head.counts)})(?![\\p{L}\\d])`, "iuy");
  const count = new RegExp(`${COUNT}(?![\\p{L}\\d/%])`, "iuy");
  /** "75 - 99%" is a threshold. */
  const range = /\d{1,3}\s?%?\s?(?:[-–—]|to)\s?\d{1,3}\s?%/iuy;
  const percent = new RegExp(`[(\\[]?${PERCENT}[)\\]]?(?![\\p{L}\\d])`, "iuy");
  const at = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
    pattern.lastIndex = index;
    return pattern.exec(text);
  };

  /** A count in words, with its text as printed. */
  const readSpelled = (text: string, digits: string, figures: RegExpExecArray): ScannedToken | null => {
    // The text after the figure is the same in both, which gives the length of the figure in words.
    const length = text.length - (digits.length - figures[0].length);
    const found = readFigures(figures);
    return found === null ? null : { ...found, text: text.slice(0, length) };
  };
  const readFigureAt = (text: string, index: number): ScannedToken | null | undefined => {
    if (!FIGURE_START.test(text.charAt(index))) return undefined;
    const threshold = at(range, text, index);
    if (threshold !== null) return { kind: "other", text: threshold[0] };
    const share = at(percent, text, index);
    if (share !== null) return { kind: "percent", text: share[0], value: Number(share[1]) };
    const figures = at(count, text, index);
    return figures === null ? undefined : readFigures(figures);
  };
  const readWordAt = (text: string, index: number): ScannedToken | null => {
    const heading = at(unit, text, index);
    if (heading !== null) return { kind: "unit", text: heading[0], unit: unitOf(heading[0]) };
    const found = at(name, text, index) === null ? at(label, text, index) : null;
    const named = found === null || !/^\p{Lu}/u.test(found[0]) ? null : status.readLabel(found[0]);
    return found === null || named === null ? null : { kind: "label", text: found[0], ...named };
  };
  const readAt = (text: string, index: number): ScannedToken | null => {
    const start = text.slice(index, index + LONGEST_SPELLED);
    const digits = inDigits(start);
    const spelled = digits === null ? null : at(count, digits, 0);
    if (digits !== null && spelled !== null) return readSpelled(start, digits, spelled);
    const figure = readFigureAt(text, index);
    return figure === undefined ? readWordAt(text, index) : figure;
  };

  return (text) => {
    if (text.length > LONGEST_PART) return [{ kind: "other", text }];
    const single = readSingle(text, status);
    if (single !== null) return [single];
    const found: ScannedToken[] = [];
    let from = 0;
    for (const word of text.matchAll(/[^\s:;,=|•–—-]+/gu)) {
      if (word.index < from) continue;
      const token = readAt(text, word.index);
      // What begins with other words is no part of a summary, whatever follows them.
      if (token === null && found.length === 0) return [{ kind: "other", text }];
      found.push(token ?? { kind: "other", text: word[0] });
      from = word.index + (token?.text.length ?? word[0].length);
    }
    return keepSummaryTokens(listedApart(found, status), text);
  };
}

function readFigures(match: RegExpExecArray): ScannedToken | null {
  const figures = countOf(match);
  if (figures === null) return null;
  if (figures.total !== null || figures.percent !== null)
    return { kind: "count", text: match[0].trim(), count: figures };
  // A bare number of four digits is a year.
  return match[0].trim().length > 3 ? null : { kind: "number", text: match[0], value: Number(match[1]) };
}

/** The token that a text consists of; null where it holds anything else. */
function readSingle(text: string, status: StatusReader): ScannedToken | null {
  const count = readCount(text);
  if (count !== null) return { kind: "count", text, count };
  const label = /\d/.test(text) ? null : status.readLabel(text);
  return label === null ? null : { kind: "label", text, ...label };
}

function unitOf(printed: string): Unit {
  const plain = plainForm(printed);
  if (/%|per ?cent|proportion|share/i.test(printed))
    return plain === "" || /^(?:per ?cent|percentage)/.test(plain) ? "percent" : "both";
  return /^(?:overall )?total|^all\b/.test(plain) ? "total" : "count";
}

/**
 * Keeps the tokens that are where a summary has them. Among other words only a label at the beginning counts, and the
 * figures at the end: "Green (G) On target 7/15 (47%)", never "Contractors made 23 (4%) visits on green spaces".
 */
function keepSummaryTokens(found: readonly ScannedToken[], text: string): ScannedToken[] {
  if (!found.some((token) => token.kind === "other")) return [...found];
  const [first, second] = found;
  if (first === undefined || first.kind === "other" || first.kind === "number") return [{ kind: "other", text }];
  let end = found.length;
  while (end > 1 && found[end - 1]?.kind !== "other") end -= 1;
  const figures = found.slice(end);
  const after = text.slice(first.text.length).trimStart();
  if (first.kind === "label" && figures.length === 0 && second?.kind === "other" && /^\p{Ll}/u.test(after))
    return [{ kind: "other", text }];
  const isListOfLabels =
    found.filter((token) => token.kind === "label").length > 1 && figures.some((token) => token.kind === "label");
  if (isListOfLabels) return [{ kind: "other", text }];
  const between = found.slice(1, end).map((token) => token.text);
  return [first, { kind: "other", text: between.join(" ") }, ...figures];
}
