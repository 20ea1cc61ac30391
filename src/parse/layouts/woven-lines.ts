/**
 * Rows whose cells' lines are mixed: a status or a name is beside the first line of a title, so it comes before the second.
 * In: a row's words as given to its columns. Out: the same, with the lines that continue its title or its name moved to them.
 */
import { isUnfinished } from "../../language/sentences.js";
import type { AlignedRow } from "./align-row.js";
import type { CellKind } from "./cell-fit.js";
import type { RowWord } from "./row-words.js";

/** Lines below a row's first cells that may continue them, and words of one. */
const MOST_LINES = 6;
const LINE_WORDS = 8;
const SMALL = /^[\p{Ll}(&]/u;

interface Row {
  readonly aligned: AlignedRow | null;
  readonly words: readonly RowWord[];
}

export function unwoven<R extends Row>(row: R, kinds: readonly CellKind[], startsUpdate: (text: string) => boolean): R {
  const { aligned, words } = row;
  const [title, organisation, update] = (["title", "organisation", "update"] as const).map((kind) =>
    kinds.indexOf(kind),
  );
  if (aligned === null || title === undefined || update !== kinds.length - 1) return row;
  const [from, titleEnd] = [aligned.spans[update]?.[0] ?? words.length, aligned.spans[title]?.[1]];
  // Where the title is right above, its lines are with it already.
  if (titleEnd === undefined || titleEnd === from) return row;
  const lines = mixedLines(words, from, startsUpdate);
  const isName = (line: readonly RowWord[]): boolean => !SMALL.test(line[0]?.text ?? "");
  if (lines.length === 0 || (lines.some(isName) && (organisation ?? -1) < 0)) return row;
  const cells = aligned.spans.map(([start, end]) => words.slice(start, end));
  const last = words[titleEnd - 1]?.text ?? "";
  for (const line of lines) cells[isName(line) ? (organisation ?? title) : title]?.push(...line);
  cells[update]?.splice(0, lines.flat().length);
  const isDoubtful = lines.length > 1 || !isUnfinished(last) || aligned.isDoubtful;
  return { ...row, words: cells.flat(), aligned: { spans: spansOf(cells), score: aligned.score, isDoubtful } };
}

/** The lines before an update that begin small, and short ones between them. */
function mixedLines(
  words: readonly RowWord[],
  from: number,
  startsUpdate: (text: string) => boolean,
): (readonly RowWord[])[] {
  const lines: RowWord[][] = [];
  for (const word of words.slice(from, from + MOST_LINES * LINE_WORDS + 1)) {
    if (word.startsLine) lines.push([]);
    lines.at(-1)?.push(word);
  }
  const text = (line: readonly RowWord[]): string => line.map((word) => word.text).join(" ");
  if (words[from]?.startsLine !== true || !SMALL.test(words[from]?.text ?? "")) return [];
  const end = lines.findIndex(
    (line) => line.length > LINE_WORDS || line[0]?.afterGap === true || startsUpdate(text(line)),
  );
  const found = lines.slice(0, end < 0 ? lines.length : end);
  const isClosed = end >= 0 ? startsUpdate(text(lines[end] ?? [])) : from + lines.flat().length === words.length;
  if (found.length <= MOST_LINES && isClosed) return found;
  return found.slice(0, found.findIndex((line) => !SMALL.test(line[0]?.text ?? "")) < 0 ? found.length : 1);
}

function spansOf(cells: readonly (readonly RowWord[])[]): AlignedRow["spans"] {
  let at = 0;
  return cells.map((cell) => {
    const from = at;
    at += cell.length;
    return [from, at] as const;
  });
}
