/** The panel beside the page. In: the page's highlights. Out: what was read of each row, at the row's height, and a legend. */
import type { Deliverable } from "../schema/dataset.js";
import type { Bbox } from "../schema/values.js";
import { type Pen, withOpacity, writeTag, writeText } from "./canvas.js";
import type { PageHighlights, RowHighlight } from "./highlights.js";
import { drawResidue, drawTable } from "./overlay.js";
import {
  BACKGROUND_COLOUR,
  BORDER_COLOUR,
  FAINT_TEXT_COLOUR,
  FIELD_COLOUR,
  statusColour,
  TEXT_COLOUR,
} from "./palette.js";

export const PANEL_PT = 240;
const MARGIN_PT = 14;
const HEADING_PT = 46;
const LEGEND_PT = 131;
/** Height of a row's label with all its lines, and with only the first. */
const LABEL_PT = 37;
const SHORT_LABEL_PT = 12;
const TEXT = { sizePt: 7.5, colour: TEXT_COLOUR };
const SMALL = { sizePt: 6.5, colour: FAINT_TEXT_COLOUR };

export interface PanelText {
  readonly title: string;
  readonly subtitle: string;
  /** Notes on the page. */
  readonly notes: readonly string[];
}

/** Minimum height of the panel; the page is usually higher. */
export function panelHeight(highlights: PageHighlights, { notes }: PanelText): number {
  return HEADING_PT + notes.length * 12 + highlights.rows.length * SHORT_LABEL_PT + LEGEND_PT + MARGIN_PT;
}

export interface Area {
  readonly left: number;
  readonly heightPt: number;
}

export function drawPanel(pen: Pen, highlights: PageHighlights, text: PanelText, { left, heightPt }: Area): void {
  pen.fillStyle = BACKGROUND_COLOUR;
  pen.fillRect(left, 0, PANEL_PT, heightPt);
  pen.fillStyle = BORDER_COLOUR;
  pen.fillRect(left, 0, 0.7, heightPt);
  const x = left + MARGIN_PT;
  const width = PANEL_PT - 2 * MARGIN_PT;
  writeText(pen, text.title, x, 20, { sizePt: 9, colour: TEXT_COLOUR, bold: true }, width);
  writeText(pen, text.subtitle, x, 32, SMALL, width);
  text.notes.forEach((note, at) => {
    writeText(pen, note, x, HEADING_PT + at * 12, { ...TEXT, sizePt: 7 }, width);
  });
  const top = HEADING_PT + text.notes.length * 12;
  drawLabels(pen, highlights.rows, { x, width, top, bottom: heightPt - LEGEND_PT - MARGIN_PT });
  drawLegend(pen, x, heightPt - LEGEND_PT);
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** Puts each label as near to its row as the others allow; shortens them if there is no room for complete ones. */
function drawLabels(pen: Pen, rows: readonly RowHighlight[], { x, width, top, bottom }: Column): void {
  const sorted = [...rows].sort((a, b) => a.bbox[1] - b.bbox[1]);
  const isShort = sorted.length * LABEL_PT > bottom - top;
  const height = isShort ? SHORT_LABEL_PT : LABEL_PT;
  let free = top;
  sorted.forEach((highlight, at) => {
    const latest = bottom - (sorted.length - at) * height;
    const y = Math.max(free, Math.min(highlight.bbox[1], latest));
    free = y + height;
    connect(pen, highlight, x, y + 5);
    drawLabel(pen, highlight, { x, y, width, isShort });
  });
}

function connect(pen: Pen, { row, bbox }: RowHighlight, x: number, y: number): void {
  pen.strokeStyle = withOpacity(statusColour(row), 0.6);
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

function drawLabel(pen: Pen, { row, isContinued }: RowHighlight, { x, y, width, isShort }: Label): void {
  const status = row.rag ?? "no status";
  const tag = writeTag(pen, status, x, y, statusColour(row), 6.5) + 4;
  const who = row.organisations.length === 0 ? "no organisation" : row.organisations.join("; ");
  const name = `${row.number ?? "no number"}  ·  ${who}${isContinued ? "  (continued)" : ""}`;
  writeText(pen, name, x + tag, y + 7.5, { ...TEXT, bold: true }, width - tag);
  if (isShort) return;
  writeText(pen, row.title ?? "no title", x, y + 17.5, TEXT, width);
  const doubts = row.review_reasons.length === 0 ? "" : `  ·  to review: ${row.review_reasons.join(", ")}`;
  const colour = doubts === "" ? FAINT_TEXT_COLOUR : "#a3262a";
  writeText(pen, `${readFrom(row)}${updatesOf(row)}${doubts}`, x, y + 26.5, { ...SMALL, colour }, width);
}

/** How the status was read, for example `letter "G", painted amber`. */
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
  ["row", "row of the report, with its status as colour"],
  ["field", "cell that a field was read from"],
  ["cell", "table found on the page, and its cells"],
  ["head", "report header, and the fields read from it"],
  ["key", "key of statuses, and stated counts"],
  ["column-heading", "column headings"],
  ["total-row", "totals, examples, empty rows, group headings"],
  ["furniture", "residue: furniture, repeated, stray, removed, closing"],
  ["unassigned", "inside the report, but read into no field"],
] as const;

function drawLegend(pen: Pen, x: number, top: number): void {
  pen.fillStyle = BORDER_COLOUR;
  pen.fillRect(x, top - 4, PANEL_PT - 2 * MARGIN_PT, 0.7);
  LEGEND.forEach(([kind, meaning], at) => {
    const y = top + 4 + at * 13;
    drawSwatch(pen, kind, x, y);
    writeText(pen, meaning, x + 28, y + 7, { ...SMALL, colour: TEXT_COLOUR });
  });
}

function drawSwatch(pen: Pen, kind: (typeof LEGEND)[number][0], x: number, y: number): void {
  const bbox: [number, number, number, number] = [x, y, x + 20, y + 9];
  if (kind === "row") {
    for (const [at, colour] of ["#2e8b3d", "#d9820f", "#c62f2f"].entries()) {
      pen.fillStyle = withOpacity(colour, 0.2);
      pen.fillRect(x + at * 7, y, 6, 9);
      pen.fillStyle = colour;
      pen.fillRect(x + at * 7, y, 1.8, 9);
    }
  } else if (kind === "field") writeTag(pen, "title", x, y + 1, FIELD_COLOUR, 5);
  else if (kind === "cell") {
    const cells = [0, 1].map((column) => ({ bbox: [x + column * 10, y, x + 10 + column * 10, y + 9] satisfies Bbox }));
    drawTable(pen, { bbox, cells });
  } else drawResidue(pen, { reason: kind, bbox });
}
