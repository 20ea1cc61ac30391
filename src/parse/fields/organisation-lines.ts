/**
 * The lines of an organisation's cell as one text. In: the cell, and how its lines end. Out: the text, with a line feed only where
 * it parts names. A code that a narrow cell broke is joined ("CONSTABULAR" above "Y", or pieces of any length where the lines
 * fill the cell), a name over several lines is spaced, and codes or known names above one another stay apart.
 */
import type { LineEnd } from "../../model/page.js";
import type { OrganisationNames } from "./organisation-names.js";
import { ABBREVIATION, CODE, isWholeName } from "./organisation-units.js";

export interface Unwrapped {
  readonly text: string;
  /** Whether lines that may be pieces of one code, or one name, were left apart or joined without evidence. */
  readonly unsure: boolean;
}

const SEPARATOR = /\s*(?:[/&,;+|\n]|\band\b)\s*/;
const ENDS_OPEN = /[/&,;+]$|\band$/;
const BEGINS_OPEN = /^[/&,;+]|^and\b/;
const LETTERS = /^[A-Z]+$/;
/** Letters of a code that is compared approximately, at least: short codes all differ by little. */
export const APPROXIMATE_LENGTH = 5;
/** Longest piece that a narrow cell breaks off a code, in characters. */
const LONGEST_BROKEN = 3;

type Meeting = "split-code" | "one-name" | "one-name?" | "names" | "names?";

export function unwrapLines(printed: string, lineEnds: readonly LineEnd[], names: OrganisationNames): Unwrapped {
  if (!printed.includes("\n")) return { text: printed, unsure: false };
  let unsure = false;
  const lines = printed.split(/\s*\n\s*/);
  const text = lines.reduce((above, below, at) => {
    if (isBrokenWord(lines[at - 1] ?? "", below, lineEnds[at - 1])) return above + below;
    const last = above.split(SEPARATOR).at(-1) ?? "";
    const first = below.split(SEPARATOR)[0] ?? "";
    const isJoined = last === "" || first === "" || ENDS_OPEN.test(above) || BEGINS_OPEN.test(below);
    const meeting = isJoined ? "one-name" : meetingOf(last, first, lineEnds[at - 1], names);
    if (meeting.endsWith("?")) unsure = true;
    if (meeting === "split-code") return above + below;
    return meeting.startsWith("names") ? `${above}\n${below}` : `${above} ${below}`;
  });
  return { text, unsure };
}

/** A word that fills a line alone, and the next line that goes on in lower case: only where it does not fit is a word broken. */
const isBrokenWord = (line: string, next: string, end: LineEnd | undefined): boolean =>
  end === "full" && /^\p{Lu}\p{Ll}+$/u.test(line) && /^\p{Ll}/u.test(next);

/** What the end of a line and the start of the next are together. */
function meetingOf(last: string, first: string, end: LineEnd | undefined, names: OrganisationNames): Meeting {
  if (isOneCode(last, first, end, names)) return "split-code";
  const mayBeCode = mayBeOneCode(last, first, names) && (end === "full" || end === "near");
  const isOne = names.has(`${last} ${first}`);
  if (!isOne && [last, first].every((line) => CODE.test(line) || names.has(line)))
    return mayBeCode ? "names?" : "names";
  if (!isOne && isWholeName(last) && isWholeName(first)) return "names?";
  return mayBeCode ? "one-name?" : "one-name";
}

/** Whether the end of a line and the start of the next are pieces of one code. */
function isOneCode(last: string, first: string, end: LineEnd | undefined, names: OrganisationNames): boolean {
  const joined = last + first;
  const arePieces = !(names.has(last) && names.has(first));
  if (names.hasCode(joined) || (ABBREVIATION.test(joined) && names.has(joined) && arePieces)) return true;
  // Each piece may be a code that is printed elsewhere.
  if (names.hasCode(last) || names.hasCode(first)) return false;
  // The cell had no room for more of the first piece.
  if (end === "full" && mayBeOneCode(last, first, names)) return true;
  const isBroken =
    first.length <= LONGEST_BROKEN && last.length >= APPROXIMATE_LENGTH && joined.length <= 16 && LETTERS.test(joined);
  return isBroken && end !== "free";
}

function mayBeOneCode(last: string, first: string, names: OrganisationNames): boolean {
  const joined = last + first;
  return LETTERS.test(joined) && CODE.test(joined) && !(names.hasCode(last) && names.hasCode(first));
}
