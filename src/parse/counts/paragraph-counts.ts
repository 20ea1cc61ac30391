/**
 * Counts that paragraphs state in sentences. In: the blocks of a header, or those at the end of a report. Out: the
 * statements, and the words that make them; none where two sentences state the same status.
 */
import type { Block } from "../../model/block.js";
import { coverPlaces } from "../../model/place.js";
import type { PrintedStatement } from "../../model/printed.js";
import { plainLineAt } from "../plain-lines.js";
import type { ReportSpan } from "../report/report-span.js";
import { nameOfStatus } from "./labels.js";
import type { SentenceCount, SentenceReader } from "./sentences.js";

/** Lines that a paragraph may have. */
const LONGEST_PARAGRAPH = 12;
/** Share of the longest line's length below which a line above a sentence is a title. */
const TITLE_SHARE = 0.75;

/** What one status summary, or the sentences of a header, state. */
export interface SummaryReading {
  readonly statements: PrintedStatement[];
  /** The total that is printed on its own. */
  readonly total: number | null;
  /** The words that state it, by block. */
  readonly taken: { readonly block: number; readonly text: string }[];
  readonly blocks: Set<number>;
}

interface Line {
  readonly index: number;
  readonly text: string;
}

/** Lines in sequence that show a list of numbered lines. */
const FEWEST_NUMBERED = 3;
const NUMBERED = /^(\d{1,2})[.)]?\s+\p{L}/u;

/** Whether lines are numbered one after another, as those of a list of contents: "2. Completed", "3. On track". */
function isNumberedList(lines: readonly Line[]): boolean {
  let length = 0;
  let before = Number.NaN;
  for (const { text } of lines) {
    const number = Number(NUMBERED.exec(text)?.[1] ?? Number.NaN);
    length = number === before + 1 ? length + 1 : 1;
    if (length >= FEWEST_NUMBERED) return true;
    before = number;
  }
  return false;
}

/** Whether a sentence begins with this line because the line above is a title, which ends before the others do. */
function beginsAfterTitle(lines: readonly Line[], at: number): boolean {
  const longest = Math.max(...lines.map((line) => line.text.length));
  return /^\p{Lu}/u.test(lines[at]?.text ?? "") && (lines[at - 1]?.text.length ?? longest) < TITLE_SHARE * longest;
}

/** The offset at which each line begins in the paragraph, in which spaces join the lines. */
function startsOf(lines: readonly Line[]): number[] {
  let next = 0;
  return lines.map(({ text }) => {
    const start = next;
    next += text.length + 1;
    return start;
  });
}

const lineAt = (starts: readonly number[], offset: number): number => starts.findLastIndex((start) => start <= offset);

/** The line with which the sentence in line `at` begins: titles above it do not belong to it. */
function sentenceStart(lines: readonly Line[], at: number): number {
  let start = at;
  while (start > 0 && !beginsAfterTitle(lines, start)) start -= 1;
  return start;
}

export function countsInSentences(blocks: readonly Block[], span: ReportSpan, read: SentenceReader): SummaryReading {
  const stated: SummaryReading = { statements: [], total: null, taken: [], blocks: new Set() };
  const readParagraph = (lines: readonly Line[]): void => {
    const [first] = lines;
    const place = first === undefined ? undefined : blocks[first.index]?.place;
    if (place === undefined) return;
    const found: SentenceCount[] = read(lines.map((line) => line.text).join(" "));
    const below = found.length > 0 ? 0 : lines.findIndex((_, at) => at > 0 && beginsAfterTitle(lines, at));
    if (below > 0) readParagraph(lines.slice(below));
    if (found.length === 0) return;
    const starts = startsOf(lines);
    for (const { from, to, ...one } of found) {
      const stating = lines.slice(lineAt(starts, from), lineAt(starts, to - 1) + 1);
      const places = stating.flatMap(({ index }) => blocks[index]?.place ?? []);
      stated.statements.push({ ...one, place: places.reduce(coverPlaces, places[0] ?? place) });
      const figures = lines.slice(lineAt(starts, to - one.raw.length), lineAt(starts, to - 1) + 1);
      stated.taken.push(...figures.map(({ index }) => ({ block: index, text: one.raw })));
    }
    const beginning = sentenceStart(lines, lineAt(starts, Math.min(...found.map(({ from }) => from))));
    for (const line of lines.slice(beginning)) stated.blocks.add(line.index);
  };
  let lines: Line[] = [];
  const endParagraph = (): void => {
    if (!isNumberedList(lines)) readParagraph(lines);
    lines = [];
  };
  for (let index = span.from; index < span.bodyFrom; index += 1) {
    const text = span.skip.has(index) ? null : plainLineAt(blocks, index);
    const isSeparate = blocks[index]?.gapBefore === true || /[.:]$/.test(lines.at(-1)?.text ?? "");
    if (text === null || isSeparate || lines.length >= LONGEST_PARAGRAPH) endParagraph();
    if (text !== null && text !== "") lines.push({ index, text });
  }
  endParagraph();
  return new Set(stated.statements.map(nameOfStatus)).size === stated.statements.length
    ? stated
    : { statements: [], total: null, taken: [], blocks: new Set() };
}

/** How a summary after the rows begins, and among how many last paragraphs it is: a note or name may follow it. */
const SUMMARY = /^(?:of\s+(?:the|these|our|all)|overall|in\s+(?:total|summary|all)|there\s+are|summary)\b/i;
const LAST_PARAGRAPHS = 3;

/** Counts in a paragraph after the rows, separated from them by white space. */
export function countsInLastParagraphs(
  blocks: readonly Block[],
  span: ReportSpan,
  read: SentenceReader,
): SummaryReading | null {
  let end = span.end;
  for (let turn = 0; turn < LAST_PARAGRAPHS; turn += 1) {
    const from = paragraphStart(blocks, span, end);
    if (from === null) return null;
    if (SUMMARY.test(plainLineAt(blocks, from) ?? "")) {
      const stated = countsInSentences(blocks, { ...span, from, bodyFrom: end }, read);
      return stated.statements.length > 0 ? stated : null;
    }
    end = from;
  }
  return null;
}

/** The first block of the paragraph that ends before `end`; null where no white space separates it from what is above. */
function paragraphStart(blocks: readonly Block[], span: ReportSpan, end: number): number | null {
  for (let index = end - 1; index > span.bodyFrom && index >= end - LONGEST_PARAGRAPH; index -= 1) {
    const block = blocks[index];
    if (block?.kind !== "line") return null;
    if (block.gapBefore) return index;
  }
  return null;
}
