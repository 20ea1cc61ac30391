/** Marks over the page's picture: cells outlined, rows tinted by status, what was set aside tinted or hatched. */
import { centreX, centreY, containsPoint, overlap } from "../geometry/boxes.js";
import type { Table, Word } from "../model/page.js";
import type { Bbox } from "../schema/values.js";
import { glaze, type Pen, tagSize, writeTag } from "./canvas.js";
import type { AsideMark, FieldName, PageMarks, RowMark } from "./marks.js";
import { ASIDE, CELL, FIELD, statusColour } from "./palette.js";

const BAR_PT = 3;
const HATCH_PT = 5;
const TAG_PT = 5;
/** Of fields, in full and for a narrow cell. */
const FIELD_NAMES: Record<FieldName, readonly [long: string, short: string]> = {
  number: ["number", "no."],
  organisation: ["organisation", "org."],
  title: ["title", "title"],
  status: ["status", "status"],
  update: ["update", "update"],
};

/** @param words of the page: tags keep clear of them */
export function drawOverlay(pen: Pen, tables: readonly Table[], marks: PageMarks, words: readonly Word[]): void {
  for (const table of tables) drawTable(pen, table);
  for (const mark of marks.aside) drawAside(pen, mark);
  for (const { bbox } of marks.head.filter((mark) => !marks.aside.some((each) => isSame(each.bbox, mark.bbox))))
    drawAside(pen, { reason: "head", bbox });
  for (const { bbox } of marks.stated) outline(pen, bbox, ASIDE.key.colour, 0.9);
  for (const mark of marks.rows) drawRow(pen, mark);
  // Tags last: nothing is to be drawn over them.
  for (const mark of marks.rows) drawFields(pen, mark, words);
  const named = marks.aside.filter((each) => !marks.head.some((mark) => isSame(each.bbox, mark.bbox)));
  for (const { reason, bbox } of withoutRepeats(named)) tagBeside(pen, bbox, ASIDE[reason].label, ASIDE[reason].colour);
  for (const { fields, bbox } of marks.head) tagBeside(pen, bbox, fields.join(", "), ASIDE.head.colour);
}

export function drawTable(pen: Pen, table: Table): void {
  for (const cell of table.cells) outline(pen, cell.bbox, glaze(CELL, 0.75), 0.5);
  outline(pen, table.bbox, CELL, 1);
}

function drawRow(pen: Pen, mark: RowMark): void {
  const colour = statusColour(mark.row);
  for (const [at, box] of mark.boxes.entries()) {
    pen.fillStyle = glaze(colour, at === 0 && !mark.isContinued ? 0.2 : 0.09);
    pen.fillRect(...rectOf(box));
  }
  const [x0, top, , bottom] = mark.bbox;
  pen.fillStyle = colour;
  pen.fillRect(x0 - BAR_PT - 1, top, BAR_PT, bottom - top);
  outline(pen, mark.bbox, glaze(colour, 0.9), 0.9);
}

/** Frames round the cells that fields were read from, each with its name where the cell is empty. */
function drawFields(pen: Pen, { row, fields }: RowMark, words: readonly Word[]): void {
  for (const { field, bbox } of fields) {
    const colour = field === "status" ? statusColour(row) : FIELD;
    outline(pen, bbox, colour, 0.8);
    const [long, short] = FIELD_NAMES[field];
    const places = [long, short].map((name) => ({ name, place: clearPlace(bbox, tagSize(pen, name, TAG_PT), words) }));
    const found = places.find(({ place }) => place !== null);
    const [x, top] = found?.place ?? [bbox[0] + 1, bbox[1] - TAG_PT];
    writeTag(pen, found?.name ?? short, x, top, colour, TAG_PT);
  }
}

/** A place in a cell where a tag covers no word, the upper right corner first; null where there is none. */
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

export function drawAside(pen: Pen, { reason, bbox }: AsideMark): void {
  const { colour, isHatched } = ASIDE[reason];
  pen.fillStyle = glaze(colour, 0.13);
  pen.fillRect(...rectOf(bbox));
  if (isHatched) hatch(pen, bbox, glaze(colour, 0.7));
}

function tagBeside(pen: Pen, bbox: Bbox, label: string, colour: string): void {
  writeTag(pen, label, bbox[2] + 2, (bbox[1] + bbox[3]) / 2 - TAG_PT * 0.7, colour, TAG_PT);
}

/** One tag for a run of marks one under another with the same reason. */
function withoutRepeats(marks: readonly AsideMark[]): AsideMark[] {
  return marks.filter(({ reason, bbox }, at) => {
    const before = marks[at - 1];
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
