/** The panel beside the page: what each row was read as, at the row's height, and a legend of the marks. */
import type { Deliverable } from "../schema/dataset.js";
import { glaze, type Pen, writeTag, writeText } from "./canvas.js";
import type { PageMarks, RowMark } from "./marks.js";
import { drawAside, drawTable } from "./overlay.js";
import { EDGE, FAINT, FIELD, INK, PAPER, statusColour } from "./palette.js";

export const PANEL_PT = 240;
const MARGIN_PT = 14;
const HEAD_PT = 46;
const LEGEND_PT = 118;
/** Height of a row's label with all its lines, and with its first one only. */
const LABEL_PT = 37;
const SHORT_LABEL_PT = 12;
const TEXT = { sizePt: 7.5, colour: INK };
const SMALL = { sizePt: 6.5, colour: FAINT };

export interface PanelText {
  readonly title: string;
  readonly subtitle: string;
  /** What is to be said of the page as a whole. */
  readonly notes: readonly string[];
}

/** Height that the panel needs in any case; the page's own is usually more. */
export function panelHeight(marks: PageMarks, { notes }: PanelText): number {
  return HEAD_PT + notes.length * 12 + marks.rows.length * SHORT_LABEL_PT + LEGEND_PT + MARGIN_PT;
}

export interface Area {
  readonly left: number;
  readonly heightPt: number;
}

export function drawPanel(pen: Pen, marks: PageMarks, text: PanelText, { left, heightPt }: Area): void {
  pen.fillStyle = PAPER;
  pen.fillRect(left, 0, PANEL_PT, heightPt);
  pen.fillStyle = EDGE;
  pen.fillRect(left, 0, 0.7, heightPt);
  const x = left + MARGIN_PT;
  const width = PANEL_PT - 2 * MARGIN_PT;
  writeText(pen, text.title, x, 20, { sizePt: 9, colour: INK, bold: true }, width);
  writeText(pen, text.subtitle, x, 32, SMALL, width);
  text.notes.forEach((note, at) => {
    writeText(pen, note, x, HEAD_PT + at * 12, { ...TEXT, sizePt: 7 }, width);
  });
  const top = HEAD_PT + text.notes.length * 12;
  drawLabels(pen, marks.rows, { x, width, top, bottom: heightPt - LEGEND_PT - MARGIN_PT });
  drawLegend(pen, x, heightPt - LEGEND_PT);
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Each label as near to its row's height as the others let it; shortened where all in full have no room. */
function drawLabels(pen: Pen, rows: readonly RowMark[], { x, width, top, bottom }: Column): void {
  const sorted = [...rows].sort((a, b) => a.bbox[1] - b.bbox[1]);
  const isShort = sorted.length * LABEL_PT > bottom - top;
  const height = isShort ? SHORT_LABEL_PT : LABEL_PT;
  let free = top;
  sorted.forEach((mark, at) => {
    const latest = bottom - (sorted.length - at) * height;
    const y = Math.max(free, Math.min(mark.bbox[1], latest));
    free = y + height;
    connect(pen, mark, x, y + 5);
    drawLabel(pen, mark, { x, y, width, isShort });
  });
}

function connect(pen: Pen, { row, bbox }: RowMark, x: number, y: number): void {
  pen.strokeStyle = glaze(statusColour(row), 0.6);
  pen.lineWidth = 0.7;
  pen.beginPath();
  pen.moveTo(bbox[2], Math.min(bbox[1] + 5, bbox[3]));
  pen.lineTo(x - 9, y);
  pen.lineTo(x - 3, y);
  pen.stroke();
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isShort: boolean;
}

function drawLabel(pen: Pen, { row, isContinued }: RowMark, { x, y, width, isShort }: Label): void {
  const status = row.rag ?? "no status";
  const tag = writeTag(pen, status, x, y, statusColour(row), 6.5) + 4;
  const who = row.organisations.length === 0 ? "no organisation" : row.organisations.join("; ");
  const name = `${row.number ?? "no number"}  ·  ${who}${isContinued ? "  (continued)" : ""}`;
  writeText(pen, name, x + tag, y + 7.5, { ...TEXT, bold: true }, width - tag);
  if (isShort) return;
  writeText(pen, row.title ?? "no title", x, y + 17.5, TEXT, width);
  const doubts = row.review_reasons.length === 0 ? "" : `  ·  to review: ${row.review_reasons.join(", ")}`;
  const colour = doubts === "" ? FAINT : "#a3262a";
  writeText(pen, `${readFrom(row)}${updatesOf(row)}${doubts}`, x, y + 26.5, { ...SMALL, colour }, width);
}

/** How the status was read: "letter G, painted amber; ". */
function readFrom({ rag_source, rag_raw, rag_colour }: Deliverable): string {
  const printed = rag_source === null || rag_source === "colour" ? "" : `${rag_source} "${rag_raw ?? ""}"`;
  const painted = rag_colour === null ? "" : `painted ${rag_colour}`;
  const both = [printed, painted].filter((part) => part !== "").join(", ");
  return both === "" ? "" : `${both}  ·  `;
}

function updatesOf({ update_count, latest_update }: Deliverable): string {
  const many = update_count === 1 ? "1 update" : `${update_count} updates`;
  return latest_update === null ? many : `${many}, latest ${latest_update}`;
}

const LEGEND = [
  ["row", "row of the report, its bar in its status's colour"],
  ["field", "cell that a field was read from"],
  ["cell", "table and its cells, found on the page"],
  ["head", "head of the report, and the fields read from it"],
  ["key", "key and stated counts"],
  ["column-heading", "column headings"],
  ["furniture", "set aside: furniture, repeated, stray, closing"],
  ["unassigned", "inside the report, and no field took it"],
] as const;

function drawLegend(pen: Pen, x: number, top: number): void {
  pen.fillStyle = EDGE;
  pen.fillRect(x, top - 4, PANEL_PT - 2 * MARGIN_PT, 0.7);
  LEGEND.forEach(([kind, meaning], at) => {
    const y = top + 4 + at * 13;
    drawSwatch(pen, kind, x, y);
    writeText(pen, meaning, x + 28, y + 7, { ...SMALL, colour: INK });
  });
}

function drawSwatch(pen: Pen, kind: (typeof LEGEND)[number][0], x: number, y: number): void {
  const bbox: [number, number, number, number] = [x, y, x + 20, y + 9];
  if (kind === "row") {
    for (const [at, colour] of ["#2e8b3d", "#d9820f", "#c62f2f"].entries()) {
      pen.fillStyle = glaze(colour, 0.2);
      pen.fillRect(x + at * 7, y, 6, 9);
      pen.fillStyle = colour;
      pen.fillRect(x + at * 7, y, 1.8, 9);
    }
  } else if (kind === "field") writeTag(pen, "title", x, y + 1, FIELD, 5);
  else if (kind === "cell") {
    const half = { row: 0, rowSpan: 1, columnSpan: 1, text: "", words: [], fill: null };
    const cells = [0, 1].map((column) => ({
      ...half,
      column,
      bbox: [x + column * 10, y, x + 10 + column * 10, y + 9] as const,
    }));
    drawTable(pen, {
      page: 1,
      bbox,
      rowCount: 1,
      columnCount: 2,
      found: "ruled",
      cells: cells.map((cell) => ({ ...cell, bbox: [...cell.bbox] })),
    });
  } else drawAside(pen, { reason: kind, bbox });
}
