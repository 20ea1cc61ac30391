/**
 * Lines to runs of adjacent lines with several chunks, where a table without rules may be. In: lines. Out: runs; prose
 * between them is left out.
 */

import { centreX } from "../../geometry/boxes.js";
import { type Chunk, type ChunkLine, isSameStart } from "./chunks.js";
import { shareColumns } from "./lines-outside-rules.js";

/** Widest gap between lines of one table without rules, as a multiple of the line height. */
const WIDEST_GAP = 2.6;
/** A single line with type larger by this factor is a heading, which ends the table above it. */
const HEADING_SIZE = 1.12;
/** Most lines of one chunk between lines of several. */
const MOST_SINGLES = 3;

/** The runs of lines with several chunks; lines of one chunk may be among them. */
export function chunkRuns(lines: readonly ChunkLine[]): ChunkLine[][] {
  return runsOf(lines).flatMap(cutAtTitles);
}

/** Fewest lines with several chunks above and below a title for these to be separate tables. */
const FEWEST_ROWS = 2;

/**
 * Cuts a run at a line that starts at the left margin, such as a title, where the columns below it are others than
 * above.
 */
function cutAtTitles(run: readonly ChunkLine[]): ChunkLine[][] {
  const left = Math.min(...run.map((line) => line.bbox[0]));
  const rowsIn = (lines: readonly ChunkLine[]): number => lines.filter((line) => line.chunks.length > 1).length;
  const cuts: ChunkLine[][] = [];
  let from = 0;
  for (let at = 1; at < run.length - 1; at += 1) {
    if (!isTitle(run[at], run[at + 1], left)) continue;
    const next = run.findIndex(
      (each, index) => index > at + 1 && each.chunks.length === 1 && each.bbox[0] <= left + each.sizePt,
    );
    const [above, under] = [run.slice(from, at), run.slice(at + 1, next < 0 ? run.length : next)];
    if (rowsIn(above) < FEWEST_ROWS) continue;
    const isFew = rowsIn(under) < FEWEST_ROWS;
    if (isFew ? next >= 0 || hasCellsUnder(above, under) : shareColumns(above, under)) continue;
    cuts.push(withoutTextBelow(above));
    from = at + 1;
  }
  return [...cuts, run.slice(from)];
}

/** Whether a single text from the left margin is above a line of which several cells begin under it. */
function isTitle(line: ChunkLine | undefined, below: ChunkLine | undefined, left: number): boolean {
  const [first, second] = line?.chunks ?? [];
  if (line === undefined || below === undefined || first === undefined || second !== undefined) return false;
  const isAtMargin = line.bbox[0] <= left + line.sizePt;
  return isAtMargin && below.chunks.slice(1).some((chunk) => chunk.bbox[0] < first.bbox[2]);
}

/** Whether a cell after the first of some line is aligned with a cell of the rows above. */
function hasCellsUnder(above: readonly ChunkLine[], below: readonly ChunkLine[]): boolean {
  const cells = above.filter(({ chunks }) => chunks.length > 1).flatMap(({ chunks }) => chunks);
  return below
    .flatMap(({ chunks }) => chunks.slice(1))
    .some(({ bbox }) =>
      cells.some(
        ({ bbox: cell }) =>
          isSameStart(cell[0], bbox[0]) || isSameStart(cell[2], bbox[2]) || isSameStart(centreX(cell), centreX(bbox)),
      ),
    );
}

/** The lines of a table without those of one chunk below its last row that continue none of its cells, as its caption. */
function withoutTextBelow(lines: readonly ChunkLine[]): ChunkLine[] {
  const rows = lines.slice(0, lines.findLastIndex(({ chunks }) => chunks.length > 1) + 1);
  return [...rows, ...wrappedLinesBelow(rows, lines.slice(rows.length))];
}

function runsOf(lines: readonly ChunkLine[]): ChunkLine[][] {
  const runs: ChunkLine[][] = [];
  let run: ChunkLine[] = [];
  let singles: ChunkLine[] = [];
  let before: ChunkLine | undefined;
  const close = (): void => {
    if (run.length > 0) runs.push([...run, ...wrappedLinesBelow(run, singles)]);
    run = [];
    singles = [];
  };
  for (const line of lines) {
    const height = Math.max(line.sizePt, before?.sizePt ?? 0);
    if (before !== undefined && line.bbox[1] - before.bbox[3] > (WIDEST_GAP - 1) * height * 1.2) close();
    if (line.chunks.length > 1) {
      if (run.length > 0) run.push(...singles);
      else run.push(...spanningHeadingsAbove(singles, line));
      singles = [];
      run.push(line);
    } else {
      if (before !== undefined && line.sizePt > HEADING_SIZE * before.sizePt) close();
      singles.push(line);
      if (singles.filter((single) => !wrapsInLaterColumn(run, single)).length > MOST_SINGLES) {
        if (run.length > 0) close();
        singles = singles.slice(-MOST_SINGLES);
      }
    }
    before = line;
  }
  close();
  return runs;
}

/** Whether a line of one chunk is in a column after the first: a long cell continues while the others have ended. */
function wrapsInLaterColumn(run: readonly ChunkLine[], line: ChunkLine): boolean {
  const last = run.findLast((each) => each.chunks.length > 1);
  return (
    last !== undefined &&
    line.bbox[0] > (last.chunks[0]?.bbox[2] ?? 0) &&
    line.bbox[0] >= (last.chunks[1]?.bbox[0] ?? 0) - 3
  );
}

/** The lines directly above the first row that are headings over several columns after the first. */
function spanningHeadingsAbove(singles: readonly ChunkLine[], first: ChunkLine): ChunkLine[] {
  const kept: ChunkLine[] = [];
  const [label, second] = first.chunks;
  for (let at = singles.length - 1; at >= 0; at -= 1) {
    const line = singles[at];
    const below = kept[0] ?? first;
    if (line === undefined || label === undefined || second === undefined) break;
    const over = line.bbox[0] > label.bbox[2] && line.bbox[2] <= first.bbox[2] + line.sizePt * 2;
    if (!over || below.bbox[1] - line.bbox[3] > line.sizePt) break;
    kept.unshift(line);
  }
  return kept;
}

/** The lines below the last row that continue one of its cells. */
function wrappedLinesBelow(run: readonly ChunkLine[], singles: readonly ChunkLine[]): ChunkLine[] {
  const kept: ChunkLine[] = [];
  const last = run[run.length - 1];
  for (const line of singles) {
    const above = kept[kept.length - 1] ?? last;
    if (above === undefined || last === undefined || line.bbox[1] - above.bbox[3] > 0.45 * line.sizePt) break;
    const under = last.chunks.filter((chunk) => chunk.bbox[0] < line.bbox[2] && line.bbox[0] < chunk.bbox[2]);
    const [cell] = under;
    if (under.length !== 1 || cell === undefined || line.bbox[2] > rightOf(run, cell) + 2 * line.sizePt) break;
    if (cell === last.chunks[0] && !/^[\p{Ll}(]/u.test(line.chunks[0]?.words[0]?.text ?? "")) break;
    kept.push(line);
  }
  return kept;
}

/** Right edge of a cell's column: the largest of the chunks that start where the cell does. */
const rightOf = (run: readonly ChunkLine[], cell: Chunk): number =>
  Math.max(
    ...run.flatMap((line) =>
      line.chunks.filter((chunk) => Math.abs(chunk.bbox[0] - cell.bbox[0]) < 4).map((chunk) => chunk.bbox[2]),
    ),
  );
