/** A drawing to a canvas. In: a pen whose lengths are pixels of the drawing, and what writes text with it. */
import { BACKGROUND, type Drawing, LINE_COLOUR, type Mark, type TextMark } from "./drawing.js";

/** What painting needs of a canvas. */
export interface Pen {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  textAlign: "left" | "center" | "right" | "start" | "end";
  fillRect(x: number, y: number, width: number, height: number): void;
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  stroke(): void;
}

export type WriteText = (mark: TextMark) => void;

const ALIGNMENTS = { start: "left", middle: "center", end: "right" } as const;

export function paint(pen: Pen, { width, height, marks }: Drawing, write: WriteText): void {
  pen.fillStyle = BACKGROUND;
  pen.fillRect(0, 0, width, height);
  for (const mark of marks) paintMark(pen, mark, write);
}

function paintMark(pen: Pen, mark: Mark, write: WriteText): void {
  if (mark.kind === "box") {
    pen.fillStyle = mark.fill;
    pen.fillRect(mark.x, mark.y, mark.width, mark.height);
  } else if (mark.kind === "line") {
    pen.strokeStyle = LINE_COLOUR;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(...mark.from);
    pen.lineTo(...mark.to);
    pen.stroke();
  } else {
    pen.textAlign = ALIGNMENTS[mark.anchor ?? "start"];
    write(mark);
  }
}
