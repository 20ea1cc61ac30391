/**
 * The title of a report whose header has no line with a word for a plan: "Net Zero Roadmap". In: a report's blocks. Out: the one line,
 * with what wraps from it, that is printed clearly larger than all other text of the report's first page; null where there is none,
 * where two lines are (an organisation's name above a title), and in text, where all lines are alike.
 */
import { quantile } from "../../geometry/cluster.js";
import { MONTH_YEAR } from "../../language/dates.js";
import type { Block } from "../../model/block.js";
import type { Context } from "../context.js";
import { plainLineAt } from "../plain-lines.js";
import type { ReportSpan } from "../report/report-span.js";
import type { PlanReader, PlanTitle } from "./plan-title.js";
import { readYears, YEARS } from "./years.js";

/** A line is large from this multiple of the page's usual type size, and of one size with another below this one. */
const LARGE = 1.15;
const SAME_SIZE = 1.08;
/** Most blocks of a page that are measured, and fewest lines of text that show its usual size. */
const MOST_BLOCKS = 200;
const FEWEST_LINES = 3;

/** What separates a title from what the paper is: "Net Zero Roadmap: six month update". */
const SEPARATOR = /\s*[:|–—]\s+|\s+-\s+/u;

const MONTH_AT_END = new RegExp(`[\\s,:|(–—-]+${MONTH_YEAR}\\)?$`, "iu");
const YEARS_AT_END = new RegExp(`^(?<title>.{3,120}?)[\\s,(–—-]+${YEARS}\\)?$`, "iu");

export interface TitleBySize extends PlanTitle {
  /** Positions of its lines among the blocks. */
  readonly blocks: readonly number[];
}

export function titleBySize(context: Context, { from, bodyFrom, rowsEnd, skip }: ReportSpan): TitleBySize | null {
  const { blocks } = context;
  const page = blocks[from]?.place.page ?? null;
  if (page === null) return null;
  const usual = usualSize(blocks, page, from, Math.min(rowsEnd, from + MOST_BLOCKS));
  if (usual === null) return null;
  const large: number[] = [];
  for (let at = from; at < Math.min(bodyFrom, from + MOST_BLOCKS); at += 1) {
    const [block, line] = [blocks[at], plainLineAt(blocks, at)];
    if (line === null || skip.has(at) || block?.place.page !== page) continue;
    if (sizeOf(block) >= LARGE * usual && textOfTitle(context, line) !== "") large.push(at);
  }
  const last = large.at(-1);
  // A large line above a table other than the report's heads that table: a key, notes.
  const headsTable = last !== undefined && last + 1 !== bodyFrom && blocks[last + 1]?.kind === "row";
  if (last === undefined || headsTable || !areOneTitle(blocks, large)) return null;
  const printed = large.map((at) => textOfTitle(context, plainLineAt(blocks, at) ?? "")).join(" ");
  const found = titleOf(printed, context.header.plan);
  return found === null || !/\p{L}{3}/u.test(found.title) ? null : { ...found, blocks: large };
}

/** The title without what comes after a separator, where that says what the paper is, or the title before it is a plan's. */
function titleOf(printed: string, plan: PlanReader): PlanTitle | null {
  const [head = "", ...rest] = printed.split(SEPARATOR);
  const undated = plan.undated(head);
  const named = plan.dated(head) ?? (undated === null ? null : { title: undated, years: null });
  if (named !== null) return named;
  const last = rest.at(-1);
  const isOfPaper = last !== undefined && plan.cleaned(`X ${last}`) !== `X ${last}`;
  const title = plan.cleaned(isOfPaper ? head : printed);
  if (title === null) return null;
  const { groups } = YEARS_AT_END.exec(title) ?? {};
  // A single year may be a part of the title: "Our journey to 2030".
  const isSpan = (groups?.to ?? groups?.short) !== undefined;
  const years = isSpan ? readYears(groups) : null;
  return { title: years === null ? title : (groups?.title ?? title), years };
}

/** What a line says besides the report's month; nothing where it says the period, version or theme, or the month alone. */
function textOfTitle({ header }: Context, line: string): string {
  if (header.period.read(line) !== null || header.version(line) !== null) return "";
  const rest = line.replace(MONTH_AT_END, "");
  return header.month(line) === null || /\p{L}+\s+\p{L}/u.test(rest) ? rest : "";
}

const sizeOf = ({ place: { bbox } }: Block): number => (bbox === null ? 0 : bbox[3] - bbox[1]);

/** The size of most lines of a page, also of those in cells; null where too few show it. */
function usualSize(blocks: readonly Block[], page: number, from: number, to: number): number | null {
  const sizes = blocks.slice(from, to).flatMap((block): number[] => {
    if (block.place.page !== page) return [];
    if (block.kind === "line") return [sizeOf(block)];
    return block.cells.flatMap(({ lineBoxes }) => (lineBoxes ?? []).map(([, top, , bottom]) => bottom - top));
  });
  return sizes.length < FEWEST_LINES ? null : quantile(sizes, 0.5);
}

/** Whether large lines follow one another without a gap in one size: the lines of one title. */
const areOneTitle = (blocks: readonly Block[], large: readonly number[]): boolean =>
  large.every((at, turn) => {
    const [line, above] = [blocks[at], blocks[at - 1]];
    if (turn === 0) return true;
    if (line === undefined || above === undefined || large[turn - 1] !== at - 1) return false;
    const [size, other] = [sizeOf(line), sizeOf(above)];
    return line.kind === "line" && !line.gapBefore && Math.max(size, other) < SAME_SIZE * Math.min(size, other);
  });
