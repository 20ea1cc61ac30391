/**
 * What was read of one page, as marks to draw. In: the document's blocks and its reports. Out: the rows' boxes on the
 * page, the cells that fields were read from, what was set aside and why. Boxes are those of the page as it was read.
 */
import { boundsOf, centreX, centreY, containsPoint } from "../geometry/boxes.js";
import { ragOfColour } from "../language/colours.js";
import { plainForm, wordsOf } from "../language/words.js";
import type { Block, Cell } from "../model/block.js";
import type { Deliverable, Report, Residue, StatedCount } from "../schema/dataset.js";
import type { Bbox } from "../schema/values.js";

export type FieldName = "number" | "organisation" | "title" | "status" | "update";

export interface FieldMark {
  readonly field: FieldName;
  readonly bbox: Bbox;
}

export interface RowMark {
  readonly row: Deliverable;
  /** Boxes of its blocks on this page, from top to bottom. */
  readonly boxes: readonly Bbox[];
  readonly bbox: Bbox;
  readonly fields: readonly FieldMark[];
  /** Whether it began on an earlier page. */
  readonly isContinued: boolean;
}

/** A block of a report's head that fields were read from. */
export interface HeadMark {
  readonly fields: readonly string[];
  readonly bbox: Bbox;
}

export interface AsideMark {
  readonly reason: Residue["reason"];
  readonly bbox: Bbox;
}

export interface StatedMark {
  readonly bbox: Bbox;
  /** What the report states, and whether its rows bear it out: "17/19 (89%) green: confirmed". */
  readonly text: string;
}

export interface PageMarks {
  readonly rows: readonly RowMark[];
  readonly head: readonly HeadMark[];
  readonly aside: readonly AsideMark[];
  readonly stated: readonly StatedMark[];
}

/** Share of a block's words that a row from an earlier page must hold for the block to be its continuation. */
const CONTINUES = 0.6;
/** Share of a block's characters set aside from which all of it is. */
const WHOLLY = 0.9;

export function marksOfPage(number: number, blocks: readonly Block[], reports: readonly Report[]): PageMarks {
  const rows = reports.flatMap((report) => report.deliverables);
  const residue = reports.flatMap((report) => report.residue).filter(({ page }) => page === number);
  const owned = new Map<Deliverable, (Block & { bbox: Bbox })[]>();
  for (const block of blocks) {
    const { bbox, page } = block.place;
    if (page !== number || bbox === null || isAside(block, bbox, residue)) continue;
    const owner = rows.find((row) => stands(row, number, bbox)) ?? rowFromBefore(rows, number, block);
    if (owner !== undefined) owned.set(owner, [...(owned.get(owner) ?? []), { ...block, bbox }]);
  }
  return {
    rows: rows.flatMap((row): RowMark[] => {
      const its = owned.get(row) ?? [];
      const bbox = boundsOf(its.map((block) => block.bbox));
      if (bbox === null) return [];
      const fields = its.flatMap((block) => (block.kind === "row" ? fieldsOf(block.cells, row) : []));
      const boxes = its.map((block) => block.bbox).sort((a, b) => a[1] - b[1]);
      return [{ row, boxes, bbox, fields: firstOfEach(fields), isContinued: row.page !== number }];
    }),
    head: headMarks(number, blocks, reports, new Set([...owned.values()].flat().map((block) => block.bbox))),
    aside: asideMarks(residue),
    stated: reports.flatMap((report) => report.stated_counts).flatMap((each) => statedMark(each, number)),
  };
}

/** A block is marked once for a reason, however many pieces of it were set aside. */
function asideMarks(residue: readonly Residue[]): AsideMark[] {
  const marks: AsideMark[] = [];
  for (const { reason, bbox } of residue)
    if (bbox !== null && !marks.some((mark) => mark.reason === reason && isSameBox(mark.bbox, bbox)))
      marks.push({ reason, bbox });
  return marks;
}

function statedMark(stated: StatedCount, number: number): StatedMark[] {
  const { page, bbox, rag, label, stated_count, stated_total, stated_percent, verdict } = stated;
  if (page !== number || bbox === null) return [];
  const outOf = stated_total === null ? "" : `/${stated_total}`;
  const percent = stated_percent === null ? "" : ` (${stated_percent}%)`;
  return [{ bbox, text: `${stated_count ?? "?"}${outOf}${percent} ${rag ?? label}: ${verdict}` }];
}

/** Most words that a version's line has besides. */
const BESIDES_VERSION = 3;

/** The blocks up to the first row that hold what the report's own fields do. */
function headMarks(
  number: number,
  blocks: readonly Block[],
  reports: readonly Report[],
  owned: ReadonlySet<Bbox>,
): HeadMark[] {
  return reports.flatMap((report) => {
    const last = report.deliverables[0]?.page ?? report.page_last;
    if (report.page_first === null || last === null || number < report.page_first || number > last) return [];
    return blocks.flatMap((block): HeadMark[] => {
      const { bbox, page } = block.place;
      if (page !== number || bbox === null || owned.has(bbox) || block.kind === "row") return [];
      const text = plainForm(block.text);
      const fields = headValues(report).flatMap(([field, value]) => {
        const its = plainForm(value ?? "");
        const isLong = field === "version" && wordsOf(text).length > wordsOf(its).length + BESIDES_VERSION;
        return its !== "" && !isLong && ` ${text} `.includes(` ${its} `) ? [field] : [];
      });
      return fields.length === 0 ? [] : [{ fields, bbox }];
    });
  });
}

const headValues = (report: Report): (readonly [field: string, value: string | null])[] => [
  ["plan", report.plan_title],
  ["theme", report.theme_title],
  ["period", report.period_label],
  ["version", report.version],
  ["overall rating", report.overall_rating],
];

const isSameBox = (one: Bbox, other: Bbox): boolean => one.every((length, at) => length === other[at]);

/** Whether nearly all of a block was set aside. */
function isAside(block: Block, bbox: Bbox, residue: readonly Residue[]): boolean {
  const pieces = residue.filter((piece) => piece.bbox !== null && isSameBox(piece.bbox, bbox));
  const length = (text: string): number => squash(text).length;
  const aside = pieces.reduce((sum, piece) => sum + length(piece.text), 0);
  return pieces.length > 0 && aside >= WHOLLY * length(textOf(block));
}

/** Whether a block stands in what the row, or one of its updates, takes up on the page. */
function stands(row: Deliverable, page: number, bbox: Bbox): boolean {
  return [row, ...row.updates].some(
    (place) => place.page === page && place.bbox !== null && containsPoint(place.bbox, centreX(bbox), centreY(bbox)),
  );
}

/** The last row from an earlier page, where it holds the block's words: a place covers the page it begins on only. */
function rowFromBefore(rows: readonly Deliverable[], page: number, block: Block): Deliverable | undefined {
  const before = rows.filter((row) => row.page !== null && row.page < page).at(-1);
  if (before === undefined) return undefined;
  const words = wordsOf(textOf(block));
  const its = new Set(
    wordsOf([before.title, ...before.updates.map((each) => `${each.heading} ${each.text}`)].join(" ")),
  );
  const shared = words.filter((word) => its.has(word)).length;
  return words.length > 0 && shared >= CONTINUES * words.length ? before : undefined;
}

/** The cells that a row's fields were read from, where a cell holds just what the field does. */
function fieldsOf(cells: readonly Cell[], row: Deliverable): FieldMark[] {
  return cells.flatMap((cell): FieldMark[] => {
    const field = cell.bbox === undefined ? null : fieldOf(cell, row);
    return field === null || cell.bbox === undefined ? [] : [{ field, bbox: cell.bbox }];
  });
}

function fieldOf({ text: printed, fill = null }: Cell, row: Deliverable): FieldName | null {
  const text = squash(printed);
  const isField = (value: string | null): boolean => value !== null && value !== "" && squash(value) === text;
  if (text === "")
    return fill !== null && row.rag_colour !== null && ragOfColour(fill) === row.rag_colour ? "status" : null;
  if (isField(row.number)) return "number";
  if (isField(row.rag_raw)) return "status";
  if (isField(row.organisations_raw)) return "organisation";
  if (row.title !== null && text.startsWith(squash(row.title))) return "title";
  const holdsUpdate = row.updates.some((update) => update.text !== "" && text.includes(squash(update.text)));
  return holdsUpdate ? "update" : null;
}

/** A field is read once; updates may be many. */
function firstOfEach(marks: readonly FieldMark[]): FieldMark[] {
  return marks.filter(({ field }, at) => field === "update" || marks.findIndex((mark) => mark.field === field) === at);
}

const textOf = (block: Block): string =>
  block.kind === "line" ? block.text : block.cells.map((cell) => cell.text).join(" ");

/** Letters and digits alone, in lower case: line breaks, hyphens at them, bullets and final dots are no difference. */
const squash = (text: string): string => text.replace(/[^\p{L}\p{N}%]+/gu, "").toLowerCase();
