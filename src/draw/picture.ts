/** Draws a page with highlights over it and a panel beside it. In: pixels and highlights. Out: a PNG file's bytes. */
import type { Graphics } from "./canvas.js";
import type { PageHighlights } from "./highlights.js";
import { drawOverlay, type PageContent } from "./overlay.js";
import { BACKGROUND_COLOUR } from "./palette.js";
import { drawPanel, PANEL_PT, type PanelText, panelHeight } from "./panel.js";

export interface PicturePlan {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Pixels per point. */
  readonly scale: number;
  readonly highlights: PageHighlights;
  readonly text: PanelText;
}

/** Opacity of the white layer over the page, so that highlights are visible beside the page's own colours. */
const WHITE_LAYER_OPACITY = 0.3;

/** Size of the complete picture in points: the page at the top left, the panel to its right. */
export function pictureSize({ widthPt, heightPt, highlights, text }: PicturePlan): {
  widthPt: number;
  heightPt: number;
} {
  return { widthPt: widthPt + PANEL_PT, heightPt: Math.max(heightPt, panelHeight(highlights, text)) };
}

export interface Pixels {
  readonly widthPx: number;
  readonly rgba: Uint8ClampedArray;
}

export async function drawPicture(
  graphics: Graphics,
  plan: PicturePlan,
  page: Pixels,
  content: PageContent,
): Promise<{ png: Uint8Array; widthPx: number; heightPx: number }> {
  const size = pictureSize(plan);
  const { canvas, pen } = graphics.surface(size.widthPt, size.heightPt, plan.scale);
  pen.fillStyle = BACKGROUND_COLOUR;
  pen.fillRect(0, 0, size.widthPt, size.heightPt);
  graphics.paste(pen, page.rgba, page.widthPx);
  pen.fillStyle = `rgba(255, 255, 255, ${WHITE_LAYER_OPACITY})`;
  pen.fillRect(0, 0, plan.widthPt, plan.heightPt);
  drawOverlay(pen, content, plan.highlights);
  drawPanel(pen, plan.highlights, plan.text, { left: plan.widthPt, heightPt: size.heightPt });
  return { png: new Uint8Array(await canvas.encode("png")), widthPx: canvas.width, heightPx: canvas.height };
}
