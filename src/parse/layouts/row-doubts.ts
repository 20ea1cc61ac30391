/**
 * Doubts about rows that have lost their cells, which an alignment's score does not show. In: the aligned rows of a table. Out:
 * the same; a row is doubtful where a name, a status or an update may continue in the cell beside it.
 */
import type { AlignedRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowGrammar } from "./cell-words.js";
import type { RowWord } from "./row-words.js";

interface Row {
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
}

const CAPITAL_WORD = /^\p{Lu}\p{Ll}/u;
const SENTENCE_END = /[.!?]["”’)]?$/u;
type Doubt = (row: Row & { readonly aligned: AlignedRow }) => boolean;

export function withDoubts<R extends Row>(rows: readonly R[], kinds: readonly CellKind[], grammar: RowGrammar): R[] {
  const doubts: Doubt[] = [
    ({ words, aligned }) => isOpenName(words, aligned.spans[kinds.indexOf("organisation")]),
    ({ words, aligned }) => followsStatus(words, aligned.spans[kinds.indexOf("status")], grammar),
  ];
  const besideEmpty = updateBesideEmpty(rows, kinds);
  if (besideEmpty >= 0) doubts.push(({ words, aligned }) => hasSentences(words, aligned.spans[besideEmpty]));
  return rows.map((row) => {
    const { words, aligned } = row;
    return aligned !== null && doubts.some((doubt) => doubt({ words, aligned })) ? inDoubt(row) : row;
  });
}

/** A row whose cells are not sure. */
export function inDoubt<R extends Row>(row: R): R {
  const { aligned } = row;
  return aligned === null ? row : { ...row, aligned: { spans: aligned.spans, score: aligned.score, isDoubtful: true } };
}

type Span = readonly [from: number, to: number] | undefined;

/** Whether the words beside a name within its line may be the name's too: "Fire | Service Train wardens". */
function isOpenName(words: readonly RowWord[], span: Span): boolean {
  const [from, to] = span ?? [0, 0];
  if (from === to || !words.slice(from, to).some(({ text }) => CAPITAL_WORD.test(text))) return false;
  const isWithin = (at: number): boolean => words[at]?.startsLine === false;
  const continues =
    isWithin(to) && isWithin(to + 1) && [to, to + 1].every((at) => CAPITAL_WORD.test(words[at]?.text ?? ""));
  const before = words[from - 1]?.text ?? "";
  return continues || (isWithin(from) && CAPITAL_WORD.test(before) && !SENTENCE_END.test(before));
}

/** Whether the word before a status within its line is one too. */
function followsStatus(words: readonly RowWord[], span: Span, grammar: RowGrammar): boolean {
  const [from, to] = span ?? [0, 0];
  return (
    from > 1 && from < to && words[from]?.startsLine === false && grammar.statusFit(words[from - 1]?.text ?? "") === 2
  );
}

/** The column of updates beside one of plain text that no row fills, or -1: the text of both is in the updates. */
function updateBesideEmpty(rows: readonly Row[], kinds: readonly CellKind[]): number {
  const isEmpty = (column: number): boolean =>
    kinds[column] === "free" &&
    rows.every(({ aligned }) => aligned === null || aligned.spans[column]?.[0] === aligned.spans[column]?.[1]);
  return kinds.findIndex((kind, column) => kind === "update" && (isEmpty(column - 1) || isEmpty(column + 1)));
}

/** Whether a line of a cell continues after the end of a sentence. */
const hasSentences = (words: readonly RowWord[], span: Span): boolean =>
  words
    .slice(...(span ?? [0, 0]))
    .some(({ startsLine }, at, own) => at > 0 && !startsLine && SENTENCE_END.test(own[at - 1]?.text ?? ""));
