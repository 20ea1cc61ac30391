/**
 * A status cell as people fill it: "G ▲", "Green (was Amber)", "Moved from Red to Amber", "Amber; slipping". In: its text. Out:
 * the status that it gives for now, and whether other words or marks stood beside it; null where it gives none or several.
 */
import { onOneLine, singleSpaced } from "../../language/spaces.js";
import type { Rag } from "../../schema/values.js";
import type { ReadStatus, StatusReader } from "../status.js";

export interface StatusValue extends ReadStatus {
  /** Whether the cell says more than the status: a note that speaks of another one. */
  readonly hasNote: boolean;
}

/** Arrows, triangles and footnote marks beside a status: the direction of travel. */
const MARKS = /[\u2190-\u21ff\u25b2-\u25c5\u2b06-\u2b07\u2b05\u27a1*†‡§¹²³⁴-⁹]|\ufe0f/gu;
/** A quick test that most cells fail. */
const MAY_BE_MARKED = /[*\u0080-\uffff]/;
const ONE_WORD = /^[A-Za-z\d]+$/;
/** A mark between two words says that one became the other, so that it must not disappear. */
const BETWEEN = /(\p{L})\s?[\u2190-\u21ff\u25b2-\u25c5\u27a1]\ufe0f?\s?(?=\p{L})/gu;
const MOVED =
  /\b(?:moved|changed|improved|deteriorated|gone|upgraded|downgraded|worsened|fell|rose|risen|fallen)?\s*from\s+(.+?)\s+to\s+(.+)$/iu;
/** A quick test for what tells of such a move, or for a word of it. */
export const MAY_TELL_MOVE = /from/i;
const NOTE = /\s*[([][^)\]]*[)\]]\s*$/u;
/** What follows says what was, what may be, or why. */
const CLAUSE =
  /\s*(?:[;,.]|\s[–—-])\s+|\s+(?=(?:was|were|previously|formerly|from|last|up|down|no change|unchanged|same|but|may|since|due|awaiting)\b)/iu;
const NEGATED = /^(?:not|no longer|nearly|almost|was|previously)\b/iu;
const LONGEST = 160;
/** How far a thing is, after its status: "On track (75%)", "Delayed - 45%". */
const SHARE_AFTER = /\s*(?:[([]\s*(\d{1,3})\s?%[^()[\]]{0,12}[)\]]|(?:\s[–—-]|[:,;])?\s+(\d{1,3})\s?%)$/u;
const ALL = 100;

/** A status without the share of completion after it. */
export const withoutShare = (text: string): string =>
  text.endsWith("%") || /%[^%]{0,13}[)\]]$/.test(text) ? text.replace(SHARE_AFTER, "") : text;

/** A quick test for a status that is not at the beginning. */
const MAY_BE_BESIDE = /[–—\-/|;]/;

const mayHoldStatus = (line: string, status: StatusReader): boolean =>
  line !== "" &&
  line.length <= LONGEST &&
  (status.mayBegin(line) || MAY_BE_BESIDE.test(line) || MAY_TELL_MOVE.test(line));

export function readStatusCell(text: string, status: StatusReader): StatusValue | null {
  const line = onOneLine(text).trim();
  if (!mayHoldStatus(line, status)) return null;
  const whole = status.read(line);
  if (whole !== null) return { ...whole, hasNote: false };
  if (status.isUncoloured(line)) return null;
  // One word is a status or it is none.
  if (ONE_WORD.test(line)) return null;
  const shared = withShare(line, status);
  if (shared !== undefined) return shared;
  const plain = singleSpaced(
    MAY_BE_MARKED.test(line) ? line.replace(BETWEEN, "$1 | ").replace(MARKS, " ") : line,
  ).trim();
  const unmarked = plain === line ? null : status.read(plain);
  if (unmarked !== null) return { ...unmarked, hasNote: false };
  const moved = MAY_TELL_MOVE.test(plain) ? MOVED.exec(plain) : null;
  if (moved?.[1] !== undefined && moved[2] !== undefined) {
    const [from, to] = [status.read(moved[1]), readStatusCell(moved[2], status)];
    return from !== null && to !== null ? { ...to, hasNote: true } : null;
  }
  return withNote(plain, status);
}

/** A status before a share of completion; "Complete (75%)" and "Late (100%)" contradict themselves. Undefined where a text is neither. */
function withShare(line: string, status: StatusReader): StatusValue | null | undefined {
  const before = withoutShare(line);
  if (before === line) return undefined;
  if (status.isUncoloured(before)) return null;
  const found = status.read(before);
  if (found === null) return undefined;
  const [, inBrackets, after] = SHARE_AFTER.exec(line) ?? [];
  return { ...found, hasNote: isContradicted(found.rag, Number(inBrackets ?? after)) };
}

function isContradicted(rag: Rag, share: number): boolean {
  if (rag === "blue") return share !== ALL;
  return rag === "white" ? share !== 0 : share === ALL;
}

/** A status before or beside other words. */
function withNote(plain: string, status: StatusReader): StatusValue | null {
  if (NEGATED.test(plain) && status.read(plain) === null) return null;
  const [first = ""] = plain.replace(NOTE, "").split(CLAUSE);
  const found = (first === plain ? null : status.read(first)) ?? onlyStatus(plain, status);
  return found === null ? null : { ...found, hasNote: true };
}

/** What separates a status from what is said beside it: a decision, or the same in another language. */
const BESIDE = /\s+[–—-]\s+|\s*[/|;]\s*/u;
const MOST_BESIDE = 3;

/** "Accepted – complete", "Melyn / Amber": the one part that is a status, where the others are none of any scale. */
function onlyStatus(text: string, status: StatusReader): ReadStatus | null {
  const parts = text.split(BESIDE);
  if (parts.length < 2 || parts.length > MOST_BESIDE) return null;
  if (parts.some((part) => status.isUncoloured(part) || NEGATED.test(part))) return null;
  const found = parts.flatMap((part) => (/\p{L}{3}/u.test(part) ? (status.read(part) ?? []) : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
