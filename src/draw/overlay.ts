/** Draws highlights over the page's picture: cells outlined, rows tinted by status, residue tinted or hatched. */
import { centreX, centreY, containsPoint, overlap } from "../geometry/boxes.js";
import type { Table, Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import { type Pen, tagSize, withOpacity, writeTag } from "./canvas.js";
import type { FieldName, PageHighlights, ResidueHighlight, RowHighlight } from "./highlights.js";
import { CELL_COLOUR, FIELD_COLOUR, RESIDUE_STYLES, RUNNER_UP_COLOUR, statusColour } from "./palette.js";

const BAR_PT = 3;
const HATCH_PT = 5;
const TAG_PT = 5;
const DASH_PT = 3;
/** Names of fields, in full and for a narrow cell. */
const FIELD_NAMES: Record<FieldName, readonly [long: string, short: string]> = {
  number: ["number", "no."],
  organisation: ["organisation", "org."],
  title: ["title", "title"],
  status: ["status", "status"],
  update: ["update", "update"],
};

export interface PageContent {
  readonly tables: readonly Table[];
  /** Tables that were proposed but not chosen, drawn with dashed lines; none unless they are asked for. */
  readonly runnersUp: readonly Table[];
  /** Tags should not cover them. */
  readonly words: readonly Word[];
}

export function drawOverlay(pen: Pen, { tables, runnersUp, words }: PageContent, highlights: PageHighlights): void {
  for (const table of tables) drawTable(pen, table);
  for (const highlight of highlights.residue) drawResidue(pen, highlight);
  for (const { bbox } of highlights.header.filter(
    (highlight) => !highlights.residue.some((each) => isSame(each.bbox, highlight.bbox)),
  ))
    drawResidue(pen, { reason: "head", bbox });
  for (const { bbox } of highlights.stated) outline(pen, bbox, RESIDUE_STYLES.key.colour, 0.9);
  for (const highlight of highlights.rows) drawRow(pen, highlight);
  // Tags come last, so that nothing is drawn over them.
  for (const highlight of highlights.rows) drawFields(pen, highlight, words);
  const named = highlights.residue.filter(
    (each) => !highlights.header.some((highlight) => isSame(each.bbox, highlight.bbox)),
  );
  for (const { reason, bbox } of withoutRepeats(named))
    tagBeside(pen, bbox, RESIDUE_STYLES[reason].label, RESIDUE_STYLES[reason].colour);
  for (const { fields, bbox } of highlights.header) tagBeside(pen, bbox, fields.join(", "), RESIDUE_STYLES.head.colour);
  drawRunnersUp(pen, runnersUp);
}

/** Dashed outlines of tables that were not chosen, each with its strategy and score; tags one below another at one place. */
function drawRunnersUp(pen: Pen, tables: readonly Table[]): void {
  pen.save();
  pen.setLineDash([DASH_PT, DASH_PT]);
  for (const { bbox, cells } of tables) {
    for (const cell of cells) outline(pen, cell.bbox, withOpacity(RUNNER_UP_COLOUR, 0.5), 0.4);
    outline(pen, bbox, RUNNER_UP_COLOUR, 1);
  }
  pen.restore();
  const tagsAt = new Map<string, number>();
  for (const { bbox, strategy, score } of tables) {
    const place = `${Math.round(bbox[0])} ${Math.round(bbox[1])}`;
    const before = tagsAt.get(place) ?? 0;
    tagsAt.set(place, before + 1);
    const top = bbox[1] + before * TAG_PT * 1.5;
    writeTag(pen, `${strategy} ${score.toFixed(2)}`, bbox[0], top, RUNNER_UP_COLOUR, TAG_PT);
  }
}

/** Outlines of a table and its cells. */
export function drawTable(
  pen: Pen,
  table: { readonly bbox: Bbox; readonly cells: readonly { readonly bbox: Bbox }[] },
): void {
  for (const cell of table.cells) outline(pen, cell.bbox, withOpacity(CELL_COLOUR, 0.75), 0.5);
  outline(pen, table.bbox, CELL_COLOUR, 1);
}

function drawRow(pen: Pen, highlight: RowHighlight): void {
  const colour = statusColour(highlight.row);
  for (const [at, box] of highlight.boxes.entries()) {
    pen.fillStyle = withOpacity(colour, at === 0 && !highlight.isContinued ? 0.2 : 0.09);
    pen.fillRect(...rectOf(box));
  }
  const [x0, top, , bottom] = highlight.bbox;
  pen.fillStyle = colour;
  pen.fillRect(x0 - BAR_PT - 1, top, BAR_PT, bottom - top);
  outline(pen, highlight.bbox, withOpacity(colour, 0.9), 0.9);
}

/** Frames around the cells that fields were read from, each with a tag where the cell has no text. */
function drawFields(pen: Pen, { row, fields }: RowHighlight, words: readonly Word[]): void {
  for (const { field, bbox } of fields) {
    const colour = field === "status" ? statusColour(row) : FIELD_COLOUR;
    outline(pen, bbox, colour, 0.8);
    const [long, short] = FIELD_NAMES[field];
    const places = [long, short].map((name) => ({ name, place: clearPlace(bbox, tagSize(pen, name, TAG_PT), words) }));
    const found = places.find(({ place }) => place !== null);
    const [x, top] = found?.place ?? [bbox[0] + 1, bbox[1] - TAG_PT];
    writeTag(pen, found?.name ?? short, x, top, colour, TAG_PT);
  }
}

/** A place in a cell where a tag covers no word, preferably the upper right corner; null if there is none. */
function clearPlace(
  [x0, top, x1, bottom]: Bbox,
  [width, height]: [number, number],
  words: readonly Word[],
): [number, number] | null {
  const [right, low] = [x1 - width - 1, bottom - height - 1];
  const inside = words.filter(({ bbox }) => containsPoint([x0, top, x1, bottom], centreX(bbox), centreY(bbox)));
  const under = Math.min(low, Math.max(top, ...inside.map(({ bbox }) => bbox[3])) + 1);
  const places: [number, number][] = [
    [right, top + 1],
    [x0 + 1, under],
    [right, low],
    [x0 + 1, low],
    [x0 + 1, top + 1],
  ];
  const isClear = ([x, y]: [number, number]): boolean =>
    !words.some(
      ({ bbox }) => overlap(bbox[0], bbox[2], x, x + width) > 0 && overlap(bbox[1], bbox[3], y, y + height) > 0,
    );
  return places.find(isClear) ?? null;
}

export function drawResidue(pen: Pen, { reason, bbox }: ResidueHighlight): void {
  const { colour, isHatched } = RESIDUE_STYLES[reason];
  pen.fillStyle = withOpacity(colour, 0.13);
  pen.fillRect(...rectOf(bbox));
  if (isHatched) hatch(pen, bbox, withOpacity(colour, 0.7));
}

function tagBeside(pen: Pen, bbox: Bbox, label: string, colour: string): void {
  writeTag(pen, label, bbox[2] + 2, (bbox[1] + bbox[3]) / 2 - TAG_PT * 0.7, colour, TAG_PT);
}

/** Keeps only the first of consecutive highlights, one below another, with the same reason. */
function withoutRepeats(highlights: readonly ResidueHighlight[]): ResidueHighlight[] {
  return highlights.filter(({ reason, bbox }, at) => {
    const before = highlights[at - 1];
    const isNear = before !== undefined && bbox[1] - before.bbox[3] < bbox[3] - bbox[1] && bbox[1] >= before.bbox[1];
    return !(isNear && before.reason === reason);
  });
}

function hatch(pen: Pen, [x0, top, x1, bottom]: Bbox, colour: string): void {
  const height = bottom - top;
  pen.save();
  pen.beginPath();
  pen.rect(x0, top, x1 - x0, height);
  pen.clip();
  pen.beginPath();
  for (let x = x0 - height; x < x1; x += HATCH_PT) {
    pen.moveTo(x, bottom);
    pen.lineTo(x + height, top);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 0.5;
  pen.stroke();
  pen.restore();
}

function outline(pen: Pen, bbox: Bbox, colour: string, widthPt: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = widthPt;
  pen.strokeRect(...rectOf(bbox));
}

const isSame = (one: Bbox, other: Bbox): boolean => one.every((length, at) => length === other[at]);

const rectOf = ([x0, top, x1, bottom]: Bbox): [number, number, number, number] => [x0, top, x1 - x0, bottom - top];
