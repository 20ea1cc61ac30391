/**
 * Rows set in the middle of their height whose cells hold paragraphs, or tables of their own: each of their lines belongs to
 * the row that it keeps in balance, however far apart they stand. In: lines in chunks, from top to bottom, where rows whose
 * lines interlock are one. Out: the same lines, those of a row put together as one.
 */
import { centreY, heightOf, overlap } from "../geometry/boxes.js";
import type { Bbox } from "../schema/values.js";
import { type ChunkLine, columnsOf, joinedLine } from "./chunks.js";

/** Cells of a line that a table's rows begin with, and of each row behind it. */
const FEWEST_CELLS = 3;
const FEWEST_ROW_CELLS = 2;
/** Height of one line of type, in sizes of it: a higher line was put together, which shows how rows are set. */
const LINE_HEIGHT = 1.5;
/** How far a cell's middle may lie from its row's, in distances of its lines: a line more on one side is half of one. */
const OFF_MIDDLE = 0.3;
/** Lines that a row takes on one side at most. */
const MOST_LINES = 30;
/** What a line costs that no row takes: more than rows can be off their middle. */
const LEFT_LINE = 10_000;

/** Rows by what each begins with, its anchor; `gaps[n]` are the lines above `anchors[n]`, the last those below all. */
interface Run {
  readonly first: number;
  readonly anchors: readonly ChunkLine[];
  readonly gaps: readonly (readonly ChunkLine[])[];
}

/** Lines that a row takes from the end of the gap above it, and from the start of the one below. */
interface Take {
  readonly above: number;
  readonly below: number;
}

export function joinBalanced(lines: readonly ChunkLine[]): readonly ChunkLine[] {
  const joined: ChunkLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const run = runFrom(lines, at);
    if (run === null) break;
    joined.push(...lines.slice(at, run.first), ...joinRun(run));
    at = run.first + run.anchors.length + run.gaps.reduce((sum, gap) => sum + gap.length, 0);
  }
  return at === 0 ? lines : [...joined, ...lines.slice(at)];
}

/** The next lines that may be rows of one table: all begin in its first column or behind it. */
function runFrom(lines: readonly ChunkLine[], from: number): Run | null {
  const start = lines.findIndex((line, at) => at >= from && line.chunks.length >= FEWEST_CELLS);
  const head = lines[start]?.chunks[0]?.bbox;
  if (head === undefined) return null;
  let [left, right] = [head[0], head[2]];
  let first = start;
  while (first > from && (lines[first - 1]?.bbox[0] ?? 0) > right) first -= 1;
  const anchors: ChunkLine[] = [];
  const gaps: ChunkLine[][] = [lines.slice(first, start)];
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at];
    const begin = line?.chunks[0]?.bbox;
    if (line === undefined || begin === undefined) break;
    if (begin[0] > right) gaps.at(-1)?.push(line);
    else if (line.chunks.length >= FEWEST_ROW_CELLS && overlap(begin[0], begin[2], left, right) > 0) {
      [left, right] = [Math.min(left, begin[0]), Math.max(right, begin[2])];
      anchors.push(line);
      gaps.push([]);
    } else break;
  }
  return { first, anchors, gaps };
}

function joinRun({ anchors, gaps }: Run): ChunkLine[] {
  const found = anchors.slice(1).some(isSetInMiddle) ? balance(anchors, gaps) : [];
  const loose = gaps.reduce((sum, gap) => sum + gap.length, 0);
  const taken = found.reduce((sum, { above, below }) => sum + above + below, 0);
  const takes = 2 * taken >= loose ? found : [];
  return anchors.flatMap((anchor, at) => {
    const [above, below] = [gaps[at] ?? [], gaps[at + 1] ?? []];
    const [before, own] = [takes[at - 1] ?? NOTHING, takes[at] ?? NOTHING];
    const end = above.length - own.above;
    return [
      ...above.slice(before.below, end),
      joinedLine([...above.slice(end), anchor, ...below.slice(0, own.below)]),
      ...(at === anchors.length - 1 ? below.slice(own.below) : []),
    ];
  });
}

const NOTHING: Take = { above: 0, below: 0 };

/** Whether short cells stand between the lines of a tall one; a head, in bold, may be set otherwise than its table. */
const isSetInMiddle = (line: ChunkLine): boolean =>
  heightOf(line.bbox) > LINE_HEIGHT * line.sizePt && line.chunks.some(({ words }) => words.some((word) => !word.bold));

interface Choice {
  readonly cost: number;
  readonly below: number;
  /** What the next row takes above it. */
  readonly next: number;
}

/** What each row takes, so that the fewest lines are left and rows are the least off their middles. */
function balance(anchors: readonly ChunkLine[], gaps: readonly (readonly ChunkLine[])[]): Take[] {
  const choices: Choice[][] = [];
  for (let row = anchors.length - 1; row >= 0; row -= 1) {
    const [anchor, above, below] = [anchors[row], gaps[row] ?? [], gaps[row + 1] ?? []];
    if (anchor === undefined) continue;
    const after = Array.from({ length: Math.min(MOST_LINES, below.length) + 1 }, (_, taken) =>
      bestNext(below.length - taken, choices[row + 1]),
    );
    choices[row] = Array.from({ length: Math.min(MOST_LINES, above.length) + 1 }, (_, taken) => {
      let best: Choice = { cost: Number.POSITIVE_INFINITY, below: 0, next: 0 };
      after.forEach(({ cost, next }, under) => {
        const own = offMiddle(anchor, above.slice(above.length - taken), below.slice(0, under));
        if (own + cost < best.cost) best = { cost: own + cost, below: under, next };
      });
      return best;
    });
  }
  let above = bestNext(gaps[0]?.length ?? 0, choices[0]).next;
  return anchors.map((_, row) => {
    const choice = choices[row]?.[above];
    const take = { above, below: choice?.below ?? 0 };
    above = choice?.next ?? 0;
    return take;
  });
}

/** The cheapest way to go on where `free` lines stand between two rows; behind the last row all of them are left. */
function bestNext(free: number, choices: readonly Choice[] | undefined): { cost: number; next: number } {
  let best = { cost: choices === undefined ? free * LEFT_LINE : Number.POSITIVE_INFINITY, next: 0 };
  choices?.slice(0, free + 1).forEach((choice, taken) => {
    const cost = choice.cost + (free - taken) * LEFT_LINE;
    if (cost < best.cost) best = { cost, next: taken };
  });
  return best;
}

/** Points by which the row's cells are off its middle, at most; infinite where that is too far. */
function offMiddle(anchor: ChunkLine, above: readonly ChunkLine[], below: readonly ChunkLine[]): number {
  if (above.length + below.length === 0) return 0;
  const lines = [...above, anchor, ...below];
  const middle = centreY(anchor.chunks[0]?.bbox ?? anchor.bbox);
  const gaps = lines.slice(1).map((line, at) => line.bbox[1] - (lines[at]?.bbox[3] ?? 0));
  const most = OFF_MIDDLE * (anchor.sizePt + Math.max(0, Math.min(anchor.sizePt, ...gaps)));
  const off = (boxes: readonly Bbox[]): number =>
    Math.abs((Math.min(...boxes.map((box) => box[1])) + Math.max(...boxes.map((box) => box[3]))) / 2 - middle);
  if (off(lines.map((line) => line.bbox)) > most) return Number.POSITIVE_INFINITY;
  const worst = Math.max(...columnsOf(lines).map((column) => off(column.map((chunk) => chunk.bbox))));
  return worst > most ? Number.POSITIVE_INFINITY : worst;
}
