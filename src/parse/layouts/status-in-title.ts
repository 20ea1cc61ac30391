/**
 * Statuses that may as well be words of the title beside them, where nothing but a space is between the two: "Green Homes grants",
 * "A review of parking", "hepatitis C". In: the rows of a table that has lost its cells. Out: the same; what the other rows do
 * not bear out is a word of the title, and the row is doubtful; a word before a title that they do is marked.
 */
import type { AlignedRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import { HEADING_WORDS, type RowGrammar } from "./cell-words.js";
import type { RowWord } from "./row-words.js";

interface Row {
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
  readonly isStatusBeforeTitle?: true;
}

/** A status of one letter, and the letters of the three colours that every scale has. */
const LETTER = /^\p{Lu}{1,2}$/u;
const COMMON = /^[GAR]$/;
const CAPITAL_WORD = /^\p{Lu}\p{L}/u;
/** Statuses of one form for each of the other from which on that is the table's. */
const FORM_SHARE = 3;

export function withoutTitleWords<R extends Row>(
  rows: readonly R[],
  kinds: readonly CellKind[],
  grammar: RowGrammar,
): R[] {
  const status = kinds.findIndex((kind, at) => kind === "status" && [kinds[at - 1], kinds[at + 1]].includes("title"));
  if (status < 0) return [...rows];
  const isFirst = kinds[status + 1] === "title";
  const texts = rows.flatMap(({ aligned, words }) => textAt(words, aligned?.spans[status]));
  const isAlien = alienForm(texts, rows.length);
  return rows.map((row) => {
    const cell = row.aligned === null ? null : statusCell(row.aligned, row.words, isFirst, status);
    if (cell === null) return row;
    const isTitles = isAlien(cell.text) || (isFirst ? mayBeginTitle(cell) : mayEndTitle(cell, texts, kinds, grammar));
    if (isTitles) return isFirst ? joinedBefore(row, cell) : joinedAfter(row, cell, grammar);
    return isFirst && !LETTER.test(cell.text) ? { ...row, isStatusBeforeTitle: true } : row;
  });
}

/** Whether a status is of a form that the table's others are not: letters or words; all letters are where most rows have none. */
function alienForm(texts: readonly string[], rows: number): (text: string) => boolean {
  const letters = texts.filter((text) => LETTER.test(text)).length;
  const words = texts.length - letters;
  if (letters > 0 && (words >= letters * FORM_SHARE || texts.length < rows / 2)) return (text) => LETTER.test(text);
  return (text) =>
    words > 0 && letters >= words * FORM_SHARE && !LETTER.test(text) && /\p{L}/u.test(text) && !text.includes(" ");
}

/** A status that shares a line with its row's title. */
interface StatusBesideTitle {
  readonly text: string;
  readonly words: readonly RowWord[];
  readonly spans: AlignedRow["spans"];
  readonly column: number;
}

function statusCell(
  { spans }: AlignedRow,
  words: readonly RowWord[],
  isFirst: boolean,
  column: number,
): StatusBesideTitle | null {
  const [own, next] = [spans[column], spans[column + 1]];
  const edge = isFirst ? next?.[0] : own?.[0];
  const [text] = textAt(words, own);
  if (text === undefined || edge === undefined || words[edge]?.startsLine !== false) return null;
  return { text, words, spans, column };
}

/** "A review of parking", "A B roads": what follows a status begins a title of its own. */
function mayBeginTitle({ text, words, spans, column }: StatusBesideTitle): boolean {
  const first = words[spans[column + 1]?.[0] ?? 0]?.text ?? "";
  return LETTER.test(text) ? !CAPITAL_WORD.test(first) : /^\p{Ll}/u.test(first);
}

/** "hepatitis C", and a status that other words follow within its line. */
function mayEndTitle(
  { text, words, spans, column }: StatusBesideTitle,
  texts: readonly string[],
  kinds: readonly CellKind[],
  grammar: RowGrammar,
): boolean {
  const isRare = LETTER.test(text) && !COMMON.test(text) && texts.filter((each) => each === text).length === 1;
  return isRare || !endsThere(words, spans[column]?.[1] ?? 0, spans, kinds, grammar);
}

/** Whether what follows a status within its line is another cell beyond doubt, or an update that begins as sentences do. */
function endsThere(
  words: readonly RowWord[],
  to: number,
  spans: AlignedRow["spans"],
  kinds: readonly CellKind[],
  grammar: RowGrammar,
): boolean {
  const next = words[to];
  if (next === undefined || next.startsLine) return true;
  const column = spans.findIndex(([from, end]) => from === to && end > from);
  if (kinds[column] !== "update" || isHeaded(words, to, grammar)) return column >= 0;
  return /[.!?]$/.test(endOfLine(words, to).at(-1)?.text ?? "") && CAPITAL_WORD.test(next.text);
}

/** The words from one to the end of its line. */
function endOfLine(words: readonly RowWord[], from: number): readonly RowWord[] {
  const next = words.findIndex((word, at) => at > from && word.startsLine);
  return words.slice(from, next < 0 ? words.length : next);
}

/** Whether a dated heading of an update begins at a word, on that word's line. */
export function isHeaded(words: readonly RowWord[], at: number, grammar: RowGrammar): boolean {
  const heading = endOfLine(words, at).slice(0, HEADING_WORDS);
  return grammar.startsUpdate(heading.map(({ text }) => text).join(" "));
}

function joinedBefore<R extends Row>(row: R, { spans, column }: StatusBesideTitle): R {
  const from = spans[column]?.[0] ?? 0;
  return withSpans(
    row,
    spans.map(([start, end], at) => (at === column ? [from, from] : at === column + 1 ? [from, end] : [start, end])),
  );
}

/** The title up to the end of its last line, or to the update on it: the status is within. */
function joinedAfter<R extends Row>(row: R, { words, spans, column }: StatusBesideTitle, grammar: RowGrammar): R {
  const end = spans[column]?.[1] ?? 0;
  const isEnd = words[end] === undefined || words[end].startsLine || isHeaded(words, end, grammar);
  const to = isEnd ? end : end + endOfLine(words, end).length;
  return withSpans(
    row,
    spans.map(([start, last], at) => {
      if (at < column - 1) return [start, last];
      if (at === column - 1) return [start, to];
      return at === column ? [to, to] : [Math.max(start, to), Math.max(last, to)];
    }),
  );
}

const withSpans = <R extends Row>(row: R, spans: AlignedRow["spans"]): R =>
  row.aligned === null ? row : { ...row, aligned: { score: row.aligned.score, spans, isDoubtful: true } };

const textAt = (words: readonly RowWord[], span: readonly [number, number] | undefined): string[] =>
  span === undefined || span[1] <= span[0]
    ? []
    : [
        words
          .slice(span[0], span[1])
          .map(({ text }) => text)
          .join(" "),
      ];
