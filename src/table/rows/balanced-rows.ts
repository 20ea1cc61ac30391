/**
 * Rows whose cells are centred vertically and contain paragraphs or nested tables: lines are assigned to rows so that
 * each cell is centred on its row, however far apart its lines are. In: lines in chunks, from top to bottom; rows with
 * interlocking lines are joined already. Out: the same lines, those of a row joined to one.
 */
import { centreY, heightOf } from "../../geometry/boxes.js";
import type { Bbox } from "../../schema/values.js";
import { type ChunkLine, columnsOf, joinedLine } from "../aligned/chunks.js";
import { type RowRun, runFrom } from "./row-runs.js";

/**
 * Height of a single line, as a multiple of its type size: a higher one is a joined row, which shows that rows are
 * centred.
 */
const LINE_HEIGHT = 1.5;
/**
 * How far a cell's middle may be from its row's, as a multiple of its line spacing; one line too many on a side moves
 * it by 0.5.
 */
const OFF_MIDDLE = 0.3;
/** Most lines that a row takes on one side. */
const MOST_LINES = 30;
/** Cost of a line that no row takes: more than any distance from the middle. */
const LEFT_LINE = 10_000;

/** Lines that a row takes from the end of the gap above it, and from the start of the one below. */
interface Take {
  readonly above: number;
  readonly below: number;
}

export function joinBalancedRows(lines: readonly ChunkLine[]): readonly ChunkLine[] {
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

function joinRun({ anchors, gaps }: RowRun): ChunkLine[] {
  const found = anchors.slice(1).some(isMiddleAligned) ? balance(anchors, gaps) : [];
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

/**
 * Whether short cells are between the lines of a tall one. Bold headings do not count: they may be aligned otherwise.
 */
const isMiddleAligned = (line: ChunkLine): boolean =>
  heightOf(line.bbox) > LINE_HEIGHT * line.sizePt && line.chunks.some(({ words }) => words.some((word) => !word.bold));

interface Choice {
  readonly cost: number;
  readonly below: number;
  /** What the next row takes above it. */
  readonly next: number;
}

/** What each row takes, so that fewest lines are left over, and cells are nearest to the middle of their rows. */
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

/**
 * The cheapest choice of the next row where `free` lines are before it; after the last row all of them are left over.
 */
function bestNext(free: number, choices: readonly Choice[] | undefined): { cost: number; next: number } {
  let best = { cost: choices === undefined ? free * LEFT_LINE : Number.POSITIVE_INFINITY, next: 0 };
  choices?.slice(0, free + 1).forEach((choice, taken) => {
    const cost = choice.cost + (free - taken) * LEFT_LINE;
    if (cost < best.cost) best = { cost, next: taken };
  });
  return best;
}

/** Largest distance of the row's cells from its middle, in points; infinite where one is too far. */
function offMiddle(anchor: ChunkLine, above: readonly ChunkLine[], below: readonly ChunkLine[]): number {
  if (above.length + below.length === 0) return 0;
  const lines = [...above, anchor, ...below];
  const middle = centreY(anchor.chunks[0]?.bbox ?? anchor.bbox);
  const off = (boxes: readonly Bbox[]): number =>
    Math.abs((Math.min(...boxes.map((box) => box[1])) + Math.max(...boxes.map((box) => box[3]))) / 2 - middle);
  if (off(lines.map((line) => line.bbox)) > 2 * OFF_MIDDLE * anchor.sizePt) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (const column of columnsOf(lines)) {
    const boxes = column.map((chunk) => chunk.bbox);
    const gaps = boxes.slice(1).map((box, at) => box[1] - (boxes[at]?.[3] ?? 0));
    const distance = anchor.sizePt + Math.max(0, Math.min(anchor.sizePt, ...gaps.filter((gap) => gap > 0)));
    if (off(boxes) > OFF_MIDDLE * distance) return Number.POSITIVE_INFINITY;
    worst = Math.max(worst, off(boxes));
  }
  return worst;
}
