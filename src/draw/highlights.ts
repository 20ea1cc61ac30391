/**
 * What to highlight on the picture of a page. In: the document's blocks and its reports. Out: the rows' boxes on the page, the
 * cells that fields were read from, and the residue with its reasons. Boxes are those of the page as it was read.
 */
import { boundsOf, centreX, centreY, containsPoint } from "../geometry/boxes.js";
import { ragOfColour } from "../language/colours.js";
import { plainForm, wordsOf } from "../language/words.js";
import type { Block, Cell } from "../model/block.js";
import type { Deliverable, Report, Residue, StatedCount } from "../schema/dataset.js";
import type { Bbox } from "../schema/values.js";

export type FieldName = "number" | "organisation" | "title" | "status" | "update";

export interface FieldHighlight {
  readonly field: FieldName;
  readonly bbox: Bbox;
}

export interface RowHighlight {
  readonly row: Deliverable;
  /** Boxes of its blocks on this page, from top to bottom. */
  readonly boxes: readonly Bbox[];
  readonly bbox: Bbox;
  readonly fields: readonly FieldHighlight[];
  /** Whether it began on an earlier page. */
  readonly isContinued: boolean;
}

/** A block of a report's header that fields were read from. */
export interface HeaderHighlight {
  readonly fields: readonly string[];
  readonly bbox: Bbox;
}

export interface ResidueHighlight {
  readonly reason: Residue["reason"];
  readonly bbox: Bbox;
}

export interface StatedCountHighlight {
  readonly bbox: Bbox;
  /** What the report states, and whether its rows support it: "17/19 (89%) green: confirmed". */
  readonly text: string;
}

export interface PageHighlights {
  readonly rows: readonly RowHighlight[];
  readonly header: readonly HeaderHighlight[];
  readonly residue: readonly ResidueHighlight[];
  readonly stated: readonly StatedCountHighlight[];
}

/** A block continues a row of an earlier page if the row contains at least this share of the block's words. */
const CONTINUATION_SHARE = 0.6;
/** A block counts as residue if at least this share of its characters is. */
const RESIDUE_SHARE = 0.9;

export function highlightsOfPage(number: number, blocks: readonly Block[], reports: readonly Report[]): PageHighlights {
  const rows = reports.flatMap((report) => report.deliverables);
  const residue = reports.flatMap((report) => report.residue).filter(({ page }) => page === number);
  const owned = new Map<Deliverable, (Block & { bbox: Bbox })[]>();
  for (const block of blocks) {
    const { bbox, page } = block.place;
    if (page !== number || bbox === null || isResidue(block, bbox, residue)) continue;
    const owner = rows.find((row) => isInRow(row, number, bbox)) ?? continuedRow(rows, number, block);
    if (owner !== undefined) owned.set(owner, [...(owned.get(owner) ?? []), { ...block, bbox }]);
  }
  return {
    rows: rows.flatMap((row): RowHighlight[] => {
      const its = owned.get(row) ?? [];
      const bbox = boundsOf(its.map((block) => block.bbox));
      if (bbox === null) return [];
      const fields = its.flatMap((block) => (block.kind === "row" ? fieldsOf(block.cells, row) : []));
      const boxes = its.map((block) => block.bbox).sort((a, b) => a[1] - b[1]);
      return [{ row, boxes, bbox, fields: firstOfEach(fields), isContinued: row.page !== number }];
    }),
    header: headerHighlights(number, blocks, reports, new Set([...owned.values()].flat().map((block) => block.bbox))),
    residue: residueHighlights(residue),
    stated: reports.flatMap((report) => report.stated_counts).flatMap((each) => statedCountHighlight(each, number)),
  };
}

/** A block is highlighted once for each reason, however many pieces of it are residue. */
function residueHighlights(residue: readonly Residue[]): ResidueHighlight[] {
  const highlights: ResidueHighlight[] = [];
  for (const { reason, bbox } of residue)
    if (
      bbox !== null &&
      !highlights.some((highlight) => highlight.reason === reason && isSameBox(highlight.bbox, bbox))
    )
      highlights.push({ reason, bbox });
  return highlights;
}

function statedCountHighlight(stated: StatedCount, number: number): StatedCountHighlight[] {
  const { page, bbox, rag, label, stated_count, stated_total, stated_percent, verdict } = stated;
  if (page !== number || bbox === null) return [];
  const outOf = stated_total === null ? "" : `/${stated_total}`;
  const percent = stated_percent === null ? "" : ` (${stated_percent}%)`;
  return [{ bbox, text: `${stated_count ?? "?"}${outOf}${percent} ${rag ?? label}: ${verdict}` }];
}

/** How many other words a line with the version may have. */
const MAX_WORDS_BESIDE_VERSION = 3;

/** The blocks up to the first row that contain a value of one of the report's own fields. */
function headerHighlights(
  number: number,
  blocks: readonly Block[],
  reports: readonly Report[],
  owned: ReadonlySet<Bbox>,
): HeaderHighlight[] {
  return reports.flatMap((report) => {
    const last = report.deliverables[0]?.page ?? report.page_last;
    if (report.page_first === null || last === null || number < report.page_first || number > last) return [];
    return blocks.flatMap((block): HeaderHighlight[] => {
      const { bbox, page } = block.place;
      if (page !== number || bbox === null || owned.has(bbox) || block.kind === "row") return [];
      const text = plainForm(block.text);
      const fields = headerValues(report).flatMap(([field, value]) => {
        const its = plainForm(value ?? "");
        const isLong = field === "version" && wordsOf(text).length > wordsOf(its).length + MAX_WORDS_BESIDE_VERSION;
        return its !== "" && !isLong && ` ${text} `.includes(` ${its} `) ? [field] : [];
      });
      return fields.length === 0 ? [] : [{ fields, bbox }];
    });
  });
}

const headerValues = (report: Report): (readonly [field: string, value: string | null])[] => [
  ["plan", report.plan_title],
  ["theme", report.theme_title],
  ["period", report.period_label],
  ["version", report.version],
  ["overall rating", report.overall_rating],
];

const isSameBox = (one: Bbox, other: Bbox): boolean => one.every((length, at) => length === other[at]);

/** Whether nearly all of a block is residue. */
function isResidue(block: Block, bbox: Bbox, residue: readonly Residue[]): boolean {
  const pieces = residue.filter((piece) => piece.bbox !== null && isSameBox(piece.bbox, bbox));
  const length = (text: string): number => lettersAndDigits(text).length;
  const residueLength = pieces.reduce((sum, piece) => sum + length(piece.text), 0);
  return pieces.length > 0 && residueLength >= RESIDUE_SHARE * length(textOf(block));
}

/** Whether a block is inside the area of the row, or of one of its updates, on the page. */
function isInRow(row: Deliverable, page: number, bbox: Bbox): boolean {
  return [row, ...row.updates].some(
    (place) => place.page === page && place.bbox !== null && containsPoint(place.bbox, centreX(bbox), centreY(bbox)),
  );
}

/** The last row of an earlier page, if it contains the block's words: a row's place covers only the page on which it begins. */
function continuedRow(rows: readonly Deliverable[], page: number, block: Block): Deliverable | undefined {
  const before = rows.filter((row) => row.page !== null && row.page < page).at(-1);
  if (before === undefined) return undefined;
  const words = wordsOf(textOf(block));
  const its = new Set(
    wordsOf([before.title, ...before.updates.map((each) => `${each.heading} ${each.text}`)].join(" ")),
  );
  const shared = words.filter((word) => its.has(word)).length;
  return words.length > 0 && shared >= CONTINUATION_SHARE * words.length ? before : undefined;
}

/** The cells that a row's fields were read from: those whose text is that of the field. */
function fieldsOf(cells: readonly Cell[], row: Deliverable): FieldHighlight[] {
  return cells.flatMap((cell): FieldHighlight[] => {
    const field = cell.bbox === undefined ? null : fieldOf(cell, row);
    return field === null || cell.bbox === undefined ? [] : [{ field, bbox: cell.bbox }];
  });
}

function fieldOf({ text: printed, fill = null }: Cell, row: Deliverable): FieldName | null {
  const text = lettersAndDigits(printed);
  const isField = (value: string | null): boolean => value !== null && value !== "" && lettersAndDigits(value) === text;
  if (text === "")
    return fill !== null && row.rag_colour !== null && ragOfColour(fill) === row.rag_colour ? "status" : null;
  if (isField(row.number)) return "number";
  if (isField(row.rag_raw)) return "status";
  if (isField(row.organisations_raw)) return "organisation";
  if (row.title !== null && text.startsWith(lettersAndDigits(row.title))) return "title";
  const holdsUpdate = row.updates.some((update) => update.text !== "" && text.includes(lettersAndDigits(update.text)));
  return holdsUpdate ? "update" : null;
}

/** A row has one of each field, but may have many updates. */
function firstOfEach(highlights: readonly FieldHighlight[]): FieldHighlight[] {
  return highlights.filter(
    ({ field }, at) => field === "update" || highlights.findIndex((highlight) => highlight.field === field) === at,
  );
}

const textOf = (block: Block): string =>
  block.kind === "line" ? block.text : block.cells.map((cell) => cell.text).join(" ");

/** Letters and digits only, in lower case, so that line breaks, hyphens, bullets and final dots make no difference. */
const lettersAndDigits = (text: string): string => text.replace(/[^\p{L}\p{N}%]+/gu, "").toLowerCase();
