/**
 * The clauses of a sentence that states counts: each status with its figures, which are before their statuses ("nine (60%) are rated
 * Green and six Amber", "21 are green (43%)") or after them ("green 3, amber 2"). In: the sentence's tokens. Out: its clauses;
 * null where it is not clear which figure a status has, or what is counted.
 */
import { endOf, isLabel, type LabelToken } from "./labels.js";
import { BEFORE_SHARE, IS_COUNTED, LINKS, NEGATED, OTHERS } from "./sentence-words.js";
import type { Token } from "./tokens.js";

export interface Clause {
  readonly label: LabelToken;
  readonly number: Token | null;
  readonly percent: Token | null;
}

/** What is printed before the first status, between two, and after the last. */
interface Segment {
  readonly figures: Token[];
  readonly words: Token[];
}

/** Each status with its figures, which come before all statuses or after them; null where one of them is not clear. */
export function clausesOf(tokens: readonly Token[], text: string): Clause[] | null {
  const { labels, segments } = segmentsOf(tokens);
  const isLabelFirst = segments[0]?.figures.length === 0;
  if (isLabelFirst && labels.length === 1 && isOfOthers(segments[0]?.words ?? [])) return null;
  if (isLabelFirst) segments.shift();
  else moveSharesBack(segments, labels, text);
  const clauses = labels.map((label, at) => clauseOf(label, segments[at], text, isLabelFirst));
  const isLeft = (segments[labels.length]?.figures.length ?? 0) > 0;
  return isLeft || clauses.includes(null) ? null : clauses.filter((clause) => clause !== null);
}

function segmentsOf(tokens: readonly Token[]): { readonly labels: LabelToken[]; readonly segments: Segment[] } {
  let segment: Segment = { figures: [], words: [] };
  const [labels, segments]: [LabelToken[], Segment[]] = [[], [segment]];
  for (const token of tokens) {
    if (!isLabel(token)) {
      (token.kind === "other" || token.kind === "unit" ? segment.words : segment.figures).push(token);
      continue;
    }
    // "On Track (Green)": a second word for the same status.
    if (segment.figures.length === 0 && labels.at(-1)?.rag === token.rag) continue;
    labels.push(token);
    segment = { figures: [], words: [] };
    segments.push(segment);
  }
  return { labels, segments };
}

/** "21 actions are green (43%)": the share after a status belongs to the count before it. */
function moveSharesBack(segments: readonly { figures: Token[] }[], labels: readonly LabelToken[], text: string): void {
  for (const [at, label] of labels.entries()) {
    const [before, after] = [segments[at]?.figures ?? [], segments[at + 1]?.figures ?? []];
    const [share] = after;
    if (share?.kind !== "percent" || before.length !== 1 || !lacksShare(before[0])) continue;
    if (BEFORE_SHARE.test(text.slice(endOf(label), share.at))) before.push(...after.splice(0, 1));
  }
}

const lacksShare = (figure: Token | undefined): boolean =>
  figure?.kind === "number" || (figure?.kind === "count" && figure.count.percent === null);

function clauseOf(label: LabelToken, segment: Segment | undefined, text: string, isLabelFirst: boolean): Clause | null {
  const { figures, words } = segment ?? { figures: [], words: [] };
  const numbers = figures.filter(({ kind }) => kind !== "percent");
  const percents = figures.filter(({ kind }) => kind === "percent");
  const [number = null, percent = null] = [numbers[0], percents[0]];
  const first = number ?? percent;
  if (first === null || numbers.length > 1 || percents.length > 1) return null;
  const isRight = isLabelFirst
    ? words.every((word) => word.at > first.at || LINKS.test(word.text)) && countsListed(words, first)
    : !NEGATED.test(text.slice(first.at, label.at)) && countsListed(words, first);
  return isRight ? { label, number, percent } : null;
}

/** Whether the words after a figure name what reports list, or nothing: not who has completed a training. */
function countsListed(words: readonly Token[], figure: Token): boolean {
  const next = words.find((word) => word.at > figure.at);
  return next === undefined || !OTHERS.test(next.text) || words.some((word) => IS_COUNTED.test(word.text));
}

/** Whether what is said to have a status is not what reports list: "Surveys have been completed at 11 of 14". */
const isOfOthers = (words: readonly Token[]): boolean =>
  words.some(({ text }) => OTHERS.test(text)) && !words.some(({ text }) => IS_COUNTED.test(text));
