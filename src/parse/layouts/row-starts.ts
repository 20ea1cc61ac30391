/**
 * Where the rows of a list begin in text that has lost its cells. In: lines. Out: the lines that begin with the list's labels:
 * those of one form that come one after the other, as the first row's label shows it.
 */
import { hasDigit } from "../../language/characters.js";
import { isGroupLine } from "../../language/group-lines.js";
import { labelForm, rowLabelOf } from "../../language/row-labels.js";
import { isUnfinished } from "../../language/sentences.js";
import { isWholeDate } from "../../language/whole-date.js";

export interface RowStart {
  /** Index among the lines. */
  readonly at: number;
  readonly label: string;
  /** Words that the label takes. */
  readonly words: number;
  /** Whether the line holds nothing else. */
  readonly isAlone: boolean;
  /** The sign that closes it, or nothing: "3." of a list within an update is no row of a table that prints "3". */
  readonly close: string;
  /** Whether what follows it begins as a cell does: "3 masons were asked" is a sentence. */
  readonly begins: boolean;
  /** Whether the line above may be a sentence that continues with it. */
  readonly isContinued: boolean;
}

export interface StartHabits {
  /** Whether a label that is printed again begins another row: there is nothing but rows in the lines. */
  readonly mayRepeat?: boolean;
  /** Whether labels count as well that may be words of a sentence: whoever asks compares the rows with those without them. */
  readonly takesUnsure?: boolean;
}

/** Lines after the headings among which the first row begins. */
const FIRST_WITHIN = 4;
const LABEL_WORDS = 4;
/** Characters of a line that may be full. */
const WRAPPED_LENGTH = 40;

/** The lines that begin with labels, of which some may be words of a sentence. */
export const startsAt = (lines: readonly string[]): RowStart[] =>
  lines.flatMap((line, at): RowStart[] => {
    const found = leadingLabel(line);
    if (found === null || isGroupLine(line) || isNamedMonth(line)) return [];
    return [{ at, ...found, isContinued: continuesText(lines[at - 1] ?? "") }];
  });

/**
 * @param all the lines that begin with labels
 * @param before how the row above the lines begins, which may be the rest of it up to the next label
 */
export function rowStarts(
  all: readonly RowStart[],
  before: RowStart | null = null,
  habits: StartHabits = {},
): RowStart[] {
  const candidates = habits.takesUnsure === true ? all : all.filter(({ isContinued }) => !isContinued);
  const first = firstStart(candidates, before, habits);
  if (first === undefined) return [];
  const items = listItems(candidates, first);
  const alike = candidates.filter(
    (each) =>
      each.at >= first.at && each.isAlone === first.isAlone && isAlike(first.label, each.label) && !items.has(each),
  );
  return longestAscent(alike, first, habits);
}

/** Whether labels may be read in another way where unsure ones count: all are printed alike, and some begin rows. */
export const areSure = (all: readonly RowStart[], starts: readonly RowStart[]): boolean =>
  (all.length === 0 || starts.length > 0) &&
  all.every(({ isContinued, begins, close }) => !isContinued && begins && close === all[0]?.close);

/** The first row: near the headings, or the next one after the row above, before which the rest of that row may be. */
function firstStart(
  candidates: readonly RowStart[],
  before: RowStart | null,
  { takesUnsure }: StartHabits,
): RowStart | undefined {
  const sure = candidates.filter(({ isContinued }) => !isContinued);
  const early = sure.filter(({ at }) => at < FIRST_WITHIN);
  if (before === null) return early[0];
  const next = sure.filter((each) => follows(before, each));
  // The row after the next may be the first of a page, where that one is no longer reported.
  const later = takesUnsure !== true ? [] : sure.filter((each) => each.begins && isLater(before, each));
  return (
    early.find((each) => isPrintedAlike(before, each)) ??
    next.find((each) => isPrintedAlike(before, each)) ??
    next[0] ??
    early.find(({ isAlone }) => isAlone === before.isAlone) ??
    later[0]
  );
}

const isLater = (before: RowStart, each: RowStart): boolean =>
  isPrintedAlike(before, each) && stepWeight(before.label, each.label) > 0;

const isPrintedAlike = (one: RowStart, other: RowStart): boolean =>
  other.isAlone === one.isAlone && other.close === one.close && isAlike(one.label, other.label);

/** The items of lists within rows: they count from 1, and are closed otherwise than the rows' labels. */
function listItems(candidates: readonly RowStart[], { close }: RowStart): Set<RowStart> {
  const items = new Set<RowStart>();
  let last: RowStart | null = null;
  for (const each of candidates) {
    const isNext: boolean = last !== null && last.close === each.close && stepWeight(last.label, each.label) === 1;
    last = each.close !== close && (each.label === "1" || isNext) ? each : null;
    if (last !== null) items.add(last);
  }
  return items;
}

/** Whether a row is the next one after another: an item of a list in that one's text begins with the first number. */
const follows = (before: RowStart, { label }: RowStart): boolean =>
  isAlike(before.label, label) && stepWeight(before.label, label) > NEAR;

/** A letter alone at the end of a line, which is a status or a mark rather than an article. */
const ENDS_WITH_LETTER = /\s\p{Lu}$/u;

/** Whether a line's sentence continues on the next: "… against a target of" above "172. The policy …". */
const continuesText = (line: string): boolean =>
  line.length >= WRAPPED_LENGTH && isUnfinished(line) && !ENDS_WITH_LETTER.test(line.trimEnd());

/**
 * Whether a line is a date with a month's name, which heads a group of rows, or an update where a colon and its text come after it;
 * "2023/04" is a label.
 */
function isNamedMonth(line: string): boolean {
  const date = line.split(":", 1)[0] ?? "";
  return /\p{L}/u.test(date) && isWholeDate(date);
}

/** Whether a label is of the first one's form: "4a" may follow "3", and 2022 is no label of a list that begins with 1. */
function isAlike(first: string, label: string): boolean {
  const [one, other] = [labelForm(first), labelForm(label)];
  const digits = (text: string): number => Math.max(...(text.match(/\d+/g) ?? []).map(({ length }) => length));
  return (one === other || one === other.replace(/a$/, "")) && digits(label) <= digits(first) + 1;
}

/** The longest label that a line begins with. */
export function leadingLabel(line: string): Omit<RowStart, "at" | "isContinued"> | null {
  const words = line.trim().split(/\s+/, LABEL_WORDS + 1);
  for (let count = Math.min(LABEL_WORDS, words.length); count >= 1; count -= 1) {
    const label = rowLabelOf(words.slice(0, count).join(" "));
    if (label !== null && hasDigit(label))
      return {
        label,
        words: count,
        isAlone: words.length === count,
        close: CLOSE.exec(words[count - 1] ?? "")?.[0] ?? "",
        begins: !SMALL.test(words[count] ?? ""),
      };
  }
  return null;
}

/** What a candidate gains or loses by the way it is printed. */
function printWeight({ begins, close, isContinued }: RowStart, first: RowStart, { takesUnsure }: StartHabits): number {
  const own = begins ? BEGINS : first.begins && takesUnsure !== true ? -SENTENCE : 0;
  return own - (close === first.close ? 0 : OTHER_CLOSE) - (isContinued ? CONTINUED : 0);
}

/**
 * The weight of the step to a candidate. One that is no sure row is none some labels further on, as one printed otherwise than the
 * first row or one that a sentence may continue with.
 */
function stepTo(candidate: RowStart, before: RowStart | undefined, first: RowStart, habits: StartHabits): number {
  if (habits.mayRepeat === true && candidate.label === before?.label) return REPEATED;
  const step = stepWeight(before?.label ?? "", candidate.label);
  const isOther = candidate.close !== first.close;
  if (candidate.isContinued) return step === 1 && !isOther ? step : IMPOSSIBLE;
  return step < NEAR && isOther && habits.takesUnsure !== true ? IMPOSSIBLE : step;
}

/** The most candidates from the first on of which each label comes after the one before it. */
function longestAscent(candidates: readonly RowStart[], first: RowStart, habits: StartHabits): RowStart[] {
  const best: { length: number; before: number }[] = [];
  candidates.forEach((candidate, at) => {
    let found = { length: at === 0 ? 1 : IMPOSSIBLE, before: -1 };
    const own = printWeight(candidate, first, habits);
    for (let before = Math.max(0, at - REACH); before < at; before += 1) {
      const length = (best[before]?.length ?? 0) + stepTo(candidate, candidates[before], first, habits) + own;
      if (length > found.length) found = { length, before };
    }
    best.push(found);
  });
  let at = best.reduce((most, { length }, index) => (length > (best[most]?.length ?? 0) ? index : most), 0);
  const starts: RowStart[] = [];
  while (at >= 0) {
    const start = candidates[at];
    if (start !== undefined) starts.unshift(start);
    at = best[at]?.before ?? -1;
  }
  return starts[0]?.at === first.at ? starts : [];
}

const SMALL = /^\p{Ll}/u;
const CLOSE = /[.:)\]]+$/;
/** What a label gains before words that begin as a cell does. */
const BEGINS = 0.1;
/**
 * What a number loses before a small letter where the first row's label is before a capital: more than a row gains, so that a
 * sentence after the last row is none, and less than two rows gain, so that one before another row is.
 */
const SENTENCE = 1.05;
/** What a label loses that is closed by another sign than the first: an item of a list, or a slip. */
const OTHER_CLOSE = 0.3;
/** What a label loses that a sentence may continue with: less than another one that is the next. */
const CONTINUED = 0.5;
/** Weight of a step to a label a few away from the one before it. */
const NEAR = 0.6;
/** Weight of a step to the same label again. */
const REPEATED = 0.5;
/** Candidates before one that are looked at. */
const REACH = 40;

/** 1 where a label is the next one, less where some are missing between, nothing where it comes before. */
export function stepWeight(before: string, label: string): number {
  const [a, b] = [partsOf(before), partsOf(label)];
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0) return b.length > a.length ? 0.9 : IMPOSSIBLE;
  const [one, other] = [a[at], b[at]];
  if (other === undefined) return 0.5;
  if (typeof one === "number" && typeof other === "number") return numberStep(one, other, at === a.length - 1);
  return String(other) > String(one) ? 0.8 : IMPOSSIBLE;
}

function numberStep(one: number, other: number, isLast: boolean): number {
  if (other <= one) return IMPOSSIBLE;
  if (other === one + 1) return 1;
  return isLast ? 0.4 : 0.8;
}

const IMPOSSIBLE = Number.NEGATIVE_INFINITY;

const partsOf = (label: string): (number | string)[] =>
  (label.match(/\d+|\p{L}+/gu) ?? []).map((part) => (hasDigit(part) ? Number(part) : part));
