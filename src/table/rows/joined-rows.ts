/** Words to lines in chunks; the lines of a row whose cells are not aligned at the top are joined to one. */
import { boundsOf, centreY, overlap, widthOf } from "../../geometry/boxes.js";
import { linesOfWords, type WordLine } from "../../geometry/text-lines.js";
import type { Word } from "../../model/page.js";
import { type ChunkLine, chunksOfLine } from "../aligned/chunks.js";
import { cutAtStarts } from "../aligned/column-starts.js";
import { joinStretched } from "../aligned/stretched-lines.js";
import type { Edge } from "../ruled/edges.js";
import { joinBalancedRows } from "./balanced-rows.js";
import { joinBottomAlignedRows } from "./bottom-aligned-rows.js";
import { joinMiddleAlignedRows } from "./middle-aligned-rows.js";

/** Smallest share of the words' width that a rule must cover to separate rows. */
const WIDE_RULE = 0.5;

/** @param rules horizontal rules among the words: no row extends over one */
export const rowsOfWords = (words: readonly Word[], rules: readonly Edge[] = []): readonly ChunkLine[] =>
  rowsOfLines(linesOfWords(words), rules);

/** The same for words that are lines already. */
export function rowsOfLines(words: readonly WordLine[], rules: readonly Edge[]): readonly ChunkLine[] {
  const lines = joinMiddleAlignedRows(cutAtStarts(joinStretched(words.map(chunksOfLine))));
  return cutAtRules(lines, rules).flatMap((stretch) => joinBottomAlignedRows(joinBalancedRows(stretch)));
}

function cutAtRules(lines: readonly ChunkLine[], rules: readonly Edge[]): (readonly ChunkLine[])[] {
  const bounds = boundsOf(lines.map((line) => line.bbox));
  if (bounds === null) return [];
  const isWide = ({ from, to }: Edge): boolean =>
    overlap(from, to, bounds[0], bounds[2]) >= WIDE_RULE * widthOf(bounds);
  const cuts = rules.flatMap((rule) => (isWide(rule) ? [rule.at] : [])).sort((a, b) => a - b);
  const stretches: ChunkLine[][] = [];
  let next = 0;
  let last: ChunkLine[] | undefined;
  for (const line of lines) {
    const from = next;
    while (next < cuts.length && (cuts[next] ?? 0) < centreY(line.bbox)) next += 1;
    if (last === undefined || next > from) {
      last = [];
      stretches.push(last);
    }
    last.push(line);
  }
  return stretches;
}
