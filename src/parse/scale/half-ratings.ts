/**
 * Whether a report's scale has halves: amber/green and amber/red. In: what its key names and counts, its header and column
 * headings, and its body. Out: yes or no. A single "Red/Amber" among red, amber and green rows is no half: it may mean either.
 */
import { onOneLine } from "../../language/spaces.js";
import type { Block, RowBlock } from "../../model/block.js";
import { HALVES, type Rag } from "../../schema/values.js";
import type { StatusReader } from "../status.js";

export interface ScaleEvidence {
  /** Statuses that the key defines. */
  readonly defined: readonly (Rag | null)[];
  /** Statuses that the report counts. */
  readonly counted: readonly (Rag | null)[];
  /** Texts that may describe the scale: the header's and the column headings. */
  readonly texts: readonly string[];
  readonly body: readonly Block[];
}

/** One row may be a slip, or mean either of two statuses. */
const FEWEST_ROWS = 2;
const FIVE_POINTS = /\b(?:five|5)[\s-]point\s(?:\p{L}+\s)?(?:scale|ratings?|system|assessment)\b/iu;
/** Neither part belongs to a longer list, as in "red/amber/green". */
const NAMED_HALF = /(?<![\p{L}/])(?:amber\s?[/-]\s?(green|red)|(green|red)\s?[/-]\s?amber)(?!\s?\/|\p{L})/giu;
/** What a status is printed between in a line: the line's ends, wide gaps, bars and colons. */
const PIECES = /\s{2,}|\s*[|\t:]\s*/;
const LAST_WORD = /\s(\S+)$/;

/** @param status a reader that knows halves */
export function hasHalves({ defined, counted, texts, body }: ScaleEvidence, status: StatusReader): boolean {
  return (
    defined.some(isHalf) ||
    countsHalves(counted) ||
    texts.some(describesHalves) ||
    rowsWithHalves(body, status) >= FEWEST_ROWS
  );
}

const isHalf = (rag: Rag | null): boolean => rag !== null && HALVES.includes(rag);

/** Whether halves are counted beside the statuses that they lie between: "Green 5, amber/red 3" adds two statuses up. */
function countsHalves(counted: readonly (Rag | null)[]): boolean {
  const has = new Set(counted);
  const halves = HALVES.filter((rag) => has.has(rag));
  return halves.length > 0 && (halves.length === HALVES.length || has.has("amber"));
}

function describesHalves(text: string): boolean {
  if (FIVE_POINTS.test(text)) return true;
  const named = [...text.matchAll(NAMED_HALF)].map((match) => (match[1] ?? match[2] ?? "").toLowerCase());
  return new Set(named).size === HALVES.length;
}

function rowsWithHalves(blocks: readonly Block[], status: StatusReader): number {
  const rows = blocks.filter((block) => block.kind === "row");
  const lines = blocks.filter(({ kind }) => kind === "line");
  const inRows = rows.filter(({ cells }) => cells.some(({ text }) => isPlainHalf(text, status))).length;
  const inLines = lines.filter((block) => block.kind === "line" && lineHasHalf(block.text, status)).length;
  return inLines + Math.max(inRows, inStatusColumns(rows, status));
}

function lineHasHalf(text: string, status: StatusReader): boolean {
  const line = text.trim();
  return (
    line.split(PIECES).some((piece) => isPlainHalf(piece, status)) ||
    isPlainHalf(LAST_WORD.exec(line)?.[1] ?? "", status)
  );
}

/** A half that names both its parts; "AG" alone may be anyone's initials. */
const isPlainHalf = (text: string, status: StatusReader): boolean =>
  /[/-]|amber/iu.test(text) && isHalf(status.read(onOneLine(text))?.rag ?? null);

/** Halves, also such as "AG", in columns whose other cells are statuses. */
function inStatusColumns(rows: readonly RowBlock[], status: StatusReader): number {
  const columns = new Map<number, { halves: number; others: number }>();
  for (const { cells } of rows)
    for (const [index, { text }] of cells.entries()) {
      const rag = status.read(text)?.rag;
      if (rag === undefined) continue;
      const column = columns.get(index) ?? { halves: 0, others: 0 };
      columns.set(index, column);
      if (isHalf(rag)) column.halves += 1;
      else column.others += 1;
    }
  return [...columns.values()].reduce((sum, { halves, others }) => sum + (others >= FEWEST_ROWS ? halves : 0), 0);
}
