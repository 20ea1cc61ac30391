/**
 * Where the rows of a list begin in text that has lost its cells. In: lines. Out: the lines that begin with the list's labels:
 * those of one form that come one after the other, as the first row's label shows it.
 */
import { hasDigit } from "../../language/characters.js";
import { labelForm, rowLabelOf } from "../../language/row-labels.js";
import { isWholeDate } from "../../language/whole-date.js";
import { isGroupLine } from "../rows/group-heading.js";

export interface RowStart {
  /** Index among the lines. */
  readonly at: number;
  readonly label: string;
  /** Words that the label takes. */
  readonly words: number;
  /** Whether the line holds nothing else. */
  readonly isAlone: boolean;
  /** Whether what follows it begins as a cell does: "3 masons were asked" is a sentence. */
  readonly begins: boolean;
}

/** Lines after the headings among which the first row begins. */
const FIRST_WITHIN = 4;
const LABEL_WORDS = 4;

/** @param before how the row above the lines begins, which may be the rest of it up to the next label */
export function rowStarts(lines: readonly string[], before: RowStart | null = null): RowStart[] {
  const candidates = lines.flatMap((line, at): RowStart[] => {
    const found = leadingLabel(line);
    return found === null || isGroupLine(line) || isNamedMonth(line) ? [] : [{ at, ...found }];
  });
  const isEarly = ({ at }: RowStart): boolean => at < FIRST_WITHIN;
  const first =
    candidates.find((each) => isEarly(each) && (before === null || each.isAlone === before.isAlone)) ??
    candidates.find((each) => before !== null && follows(before, each)) ??
    candidates.find(isEarly);
  if (first === undefined) return [];
  const alike = candidates.filter(
    ({ at, label, isAlone }) => at >= first.at && isAlone === first.isAlone && isAlike(first.label, label),
  );
  return longestAscent(alike, first);
}

/** Whether a row is the next one after another: an item of a list in that one's text begins with the first number. */
const follows = (before: RowStart, { label }: RowStart): boolean =>
  isAlike(before.label, label) && stepWeight(before.label, label) > NEAR;

/** Whether a line is a date with a month's name, which heads a group of rows; "2023/04" is a label. */
const isNamedMonth = (line: string): boolean => /\p{L}/u.test(line) && isWholeDate(line);

/** Whether a label is of the first one's form: "4a" may follow "3", and 2022 is no label of a list that begins with 1. */
function isAlike(first: string, label: string): boolean {
  const [one, other] = [labelForm(first), labelForm(label)];
  const digits = (text: string): number => Math.max(...(text.match(/\d+/g) ?? []).map(({ length }) => length));
  return (one === other || one === other.replace(/a$/, "")) && digits(label) <= digits(first) + 1;
}

/** The longest label that a line begins with. */
export function leadingLabel(line: string): Omit<RowStart, "at"> | null {
  const words = line.trim().split(/\s+/, LABEL_WORDS + 1);
  for (let count = Math.min(LABEL_WORDS, words.length); count >= 1; count -= 1) {
    const label = rowLabelOf(words.slice(0, count).join(" "));
    if (label !== null && hasDigit(label))
      return { label, words: count, isAlone: words.length === count, begins: !SMALL.test(words[count] ?? "") };
  }
  return null;
}

/** The most candidates from the first on of which each label comes after the one before it. */
function longestAscent(candidates: readonly RowStart[], first: RowStart): RowStart[] {
  const best: { length: number; before: number }[] = [];
  candidates.forEach(({ label, begins }, at) => {
    let found = { length: at === 0 ? 1 : Number.NEGATIVE_INFINITY, before: -1 };
    const own = begins ? BEGINS : 0;
    for (let before = Math.max(0, at - REACH); before < at; before += 1) {
      const length = (best[before]?.length ?? 0) + stepWeight(candidates[before]?.label ?? "", label) + own;
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
/** What a label gains before words that begin as a cell does. */
const BEGINS = 0.1;
/** Weight of a step to a label a few away from the one before it. */
const NEAR = 0.6;
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
