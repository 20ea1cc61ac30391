/**
 * A status cell as people fill it: "G ▲", "Green (was Amber)", "Moved from Red to Amber", "Amber; slipping". In: its text. Out:
 * the status that it gives for now, and whether other words or marks stood beside it; null where it gives none or several.
 */
import { onOneLine } from "../../language/spaces.js";
import type { ReadStatus, StatusReader } from "../status.js";

export interface StatusValue extends ReadStatus {
  /** Whether the cell says more than the status: a note that speaks of another one. */
  readonly hasNote: boolean;
}

/** Arrows, triangles and footnote marks beside a status: the direction of travel. */
const MARKS = /[\u2190-\u21ff\u25b2-\u25c5\u2b06-\u2b07\u2b05\u27a1*†‡§¹²³⁴-⁹]|\ufe0f/gu;
/** A mark between two words says that one became the other, so that it must not disappear. */
const BETWEEN = /(\p{L})\s?[\u2190-\u21ff\u25b2-\u25c5\u27a1]\ufe0f?\s?(?=\p{L})/gu;
const MOVED =
  /\b(?:moved|changed|improved|deteriorated|gone|upgraded|downgraded|worsened|fell|rose|risen|fallen)?\s*from\s+(.+?)\s+to\s+(.+)$/iu;
const NOTE = /\s*[([][^)\]]*[)\]]\s*$/u;
/** What follows says what was, what may be, or why. */
const CLAUSE =
  /\s*(?:[;,.]|\s[–—-])\s+|\s+(?=(?:was|were|previously|formerly|from|last|up|down|no change|unchanged|same|but|may|since|due|awaiting)\b)/iu;
const NEGATED = /^(?:not|no longer|nearly|almost|was|previously)\b/iu;
const LONGEST = 160;

export function readStatusCell(text: string, status: StatusReader): StatusValue | null {
  const line = onOneLine(text).trim();
  if (line === "" || line.length > LONGEST) return null;
  const whole = status.read(line);
  if (whole !== null) return { ...whole, hasNote: false };
  if (status.isUncoloured(line)) return null;
  const plain = line.replace(BETWEEN, "$1 | ").replace(MARKS, " ").replace(/\s+/g, " ").trim();
  const unmarked = plain === line ? null : status.read(plain);
  if (unmarked !== null) return { ...unmarked, hasNote: false };
  const moved = MOVED.exec(plain);
  if (moved?.[1] !== undefined && moved[2] !== undefined) {
    const [from, to] = [status.read(moved[1]), readStatusCell(moved[2], status)];
    return from !== null && to !== null ? { ...to, hasNote: true } : null;
  }
  if (NEGATED.test(plain) && status.read(plain) === null) return null;
  const [first = ""] = plain.replace(NOTE, "").split(CLAUSE);
  const found = first === plain ? null : status.read(first);
  return found === null ? null : { ...found, hasNote: true };
}
