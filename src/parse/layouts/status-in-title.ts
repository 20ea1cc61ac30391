/**
 * Statuses that may as well be words of the title beside them, where nothing but a space is between the two: "Green Homes grants",
 * "A review of parking", "hepatitis C". In: the rows of a table that has lost its cells. Out: whether any row leaves it open,
 * so that the rows must be read in the light of one another.
 */
import type { AlignedRow } from "./align-row.js";
import type { CellKind, RowGrammar, RowWord } from "./cell-fit.js";

interface Row {
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
}

/** A status of one letter, and the letters of the three colours that every scale has. */
const LETTER = /^\p{Lu}{1,2}$/u;
const COMMON = /^[GAR]$/;
/** Words of an update's heading. */
const HEADING_WORDS = 9;

export function mayBeTitleWords(rows: readonly Row[], kinds: readonly CellKind[], grammar: RowGrammar): boolean {
  const status = kinds.findIndex((kind, at) => kind === "status" && [kinds[at - 1], kinds[at + 1]].includes("title"));
  if (status < 0) return false;
  const texts = rows.flatMap(({ aligned, words }) => textAt(words, aligned?.spans[status]));
  const letters = texts.filter((text) => LETTER.test(text)).length;
  // A report prints letters or words: the few of the other form are words of titles.
  const isMixed = letters > 0 && letters < texts.length;
  const isOpen = kinds[status + 1] === "title" ? mayBeginTitle : mayEndTitle;
  return rows.some(({ aligned, words }) => {
    const cell = aligned === null ? null : statusCell(aligned, words, kinds, status);
    return cell !== null && (isMixed || isOpen(cell, texts, grammar));
  });
}

/** A status that shares a line with its row's title. */
interface StatusBesideTitle {
  readonly text: string;
  readonly words: readonly RowWord[];
  readonly spans: AlignedRow["spans"];
  readonly kinds: readonly CellKind[];
  readonly column: number;
}

function statusCell(
  { spans }: AlignedRow,
  words: readonly RowWord[],
  kinds: readonly CellKind[],
  column: number,
): StatusBesideTitle | null {
  const [own, next] = [spans[column], spans[column + 1]];
  const edge = kinds[column + 1] === "title" ? next?.[0] : own?.[0];
  const [text] = textAt(words, own);
  if (text === undefined || edge === undefined || words[edge]?.startsLine !== false) return null;
  return { text, words, spans, kinds, column };
}

/** "Green Homes grants", "A review of parking". */
function mayBeginTitle({ text, words, spans, column }: StatusBesideTitle): boolean {
  const first = words[spans[column + 1]?.[0] ?? 0]?.text ?? "";
  return !LETTER.test(text) || !/^\p{Lu}\p{L}/u.test(first);
}

/** "hepatitis C", and a status that other words follow within its line. */
function mayEndTitle(
  { text, words, spans, kinds, column }: StatusBesideTitle,
  texts: readonly string[],
  grammar: RowGrammar,
): boolean {
  const isRare = LETTER.test(text) && !COMMON.test(text) && texts.filter((each) => each === text).length === 1;
  return isRare || !endsThere(words, spans[column]?.[1] ?? 0, spans, kinds, grammar);
}

/** Whether what follows a status within its line is another cell beyond doubt: nothing, a dated update, a name or a date. */
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
  if (kinds[column] !== "update") return column >= 0;
  return isHeaded(words, to, grammar);
}

/** Whether a dated heading of an update begins at a word, on that word's line. */
export function isHeaded(words: readonly RowWord[], at: number, grammar: RowGrammar): boolean {
  const line = words[at]?.line;
  const heading = words.slice(at, at + HEADING_WORDS).filter((word) => word.line === line);
  return grammar.startsUpdate(heading.map(({ text }) => text).join(" "));
}

const textAt = (words: readonly RowWord[], span: readonly [number, number] | undefined): string[] =>
  span === undefined || span[1] <= span[0]
    ? []
    : [
        words
          .slice(span[0], span[1])
          .map(({ text }) => text)
          .join(" "),
      ];
