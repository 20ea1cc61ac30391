/** A page's picture with what was read over it and a panel beside it. In: pixels and marks. Out: a PNG file's bytes. */
import type { Table, Word } from "../model/page.js";
import type { Studio } from "./canvas.js";
import type { PageMarks } from "./marks.js";
import { drawOverlay } from "./overlay.js";
import { PAPER } from "./palette.js";
import { drawPanel, PANEL_PT, type PanelText, panelHeight } from "./panel.js";

export interface PicturePlan {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Pixels a point. */
  readonly scale: number;
  readonly marks: PageMarks;
  readonly text: PanelText;
}

/** Opacity of the white over the page, so that the marks stand out from its own colours. */
const VEIL = 0.3;

/** Size of the whole picture in points: the page at its upper left, the panel at its right. */
export function pictureSize({ widthPt, heightPt, marks, text }: PicturePlan): { widthPt: number; heightPt: number } {
  return { widthPt: widthPt + PANEL_PT, heightPt: Math.max(heightPt, panelHeight(marks, text)) };
}

export interface Pixels {
  readonly widthPx: number;
  readonly rgba: Uint8ClampedArray;
}

export async function drawPicture(
  studio: Studio,
  plan: PicturePlan,
  page: Pixels,
  { tables, words }: { readonly tables: readonly Table[]; readonly words: readonly Word[] },
): Promise<{ png: Uint8Array; widthPx: number; heightPx: number }> {
  const size = pictureSize(plan);
  const { canvas, pen } = studio.surface(size.widthPt, size.heightPt, plan.scale);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, size.widthPt, size.heightPt);
  studio.paste(pen, page.rgba, page.widthPx);
  pen.fillStyle = `rgba(255, 255, 255, ${VEIL})`;
  pen.fillRect(0, 0, plan.widthPt, plan.heightPt);
  drawOverlay(pen, tables, plan.marks, words);
  drawPanel(pen, plan.marks, plan.text, { left: plan.widthPt, heightPt: size.heightPt });
  return { png: new Uint8Array(await canvas.encode("png")), widthPx: canvas.width, heightPx: canvas.height };
}
