/**
 * Shows where a finding is: a picture cut from its page, or the lines around it. In: the picture or the lines. Out: a figure
 * whose caption names file, page, line and box.
 */
import type { Finding } from "../schema/dataset.js";
import type { Bbox } from "../schema/values.js";
import { type Hole, html, type Markup } from "./markup.js";

export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** Whether the finding is about this line. */
  readonly isHighlighted: boolean;
}

/** A picture that several findings may show; the page contains it once. */
export interface Picture {
  /** Unique in the page and valid as an `id`. */
  readonly id: string;
  /** A PNG file's bytes in base64. */
  readonly base64: string;
  /** The part of the page it shows, in points from the upright page's top left corner. */
  readonly box: Bbox;
  /** The place of the finding, drawn as a frame. */
  readonly frame: Bbox;
  /** Whether the page is displayed sideways. */
  readonly turned: boolean;
}

export type Evidence =
  | { readonly kind: "picture"; readonly picture: Picture }
  | { readonly kind: "lines"; readonly lines: readonly Line[]; readonly more: number }
  | { readonly kind: "none"; readonly reason: string };

/** "report.pdf, page 3, box 50 80 540 140", "report.txt, lines 3 to 5". */
export function placeText({ source_file, page, line_first, line_last, bbox }: Finding): string {
  const parts = [source_file];
  if (page !== null) parts.push(`page ${page}`);
  if (line_first !== null)
    parts.push(
      line_last === null || line_last === line_first ? `line ${line_first}` : `lines ${line_first} to ${line_last}`,
    );
  if (bbox !== null) parts.push(`box ${bbox.map(Math.round).join(" ")}`);
  return parts.join(", ");
}

/** An invisible element that defines the pictures once; findings show them by reference. */
export function renderPictures(pictures: readonly Picture[]): Hole {
  if (pictures.length === 0) return null;
  const symbols = pictures.map(({ id, base64, box }) => {
    const [x0, top, x1, bottom] = box;
    const [width, height] = [tenth(x1 - x0), tenth(bottom - top)];
    return html`<image id="${id}" x="${tenth(x0)}" y="${tenth(top)}" width="${width}" height="${height}" href="data:image/png;base64,${base64}"/>`;
  });
  return html`<svg class="store" width="0" height="0" aria-hidden="true" focusable="false"><defs>${symbols}</defs></svg>\n`;
}

const tenth = (points: number): number => Math.round(points * 10) / 10;

export function renderEvidence(evidence: Evidence, finding: Finding): Markup {
  const place = placeText(finding);
  if (evidence.kind === "none") return html`<p class="place">${place}. <span class="why">${evidence.reason}</span></p>`;
  if (evidence.kind === "lines")
    return html`<figure>${renderLines(evidence)}<figcaption class="place">${place}</figcaption></figure>`;
  const { picture } = evidence;
  const turned = picture.turned ? " (the picture is turned upright)" : "";
  return html`<figure>${renderPicture(picture, place)}<figcaption class="place">${place}${turned}</figcaption></figure>`;
}

function renderLines({ lines, more }: Evidence & { readonly kind: "lines" }): Markup {
  const items = lines.map(({ number, text, isHighlighted }) => {
    const shown = text.trim() === "" ? "\u00a0" : text;
    return isHighlighted
      ? html`<li class="highlighted"><span class="at">${number}</span><mark>${shown}</mark></li>`
      : html`<li><span class="at">${number}</span><span class="text">${shown}</span></li>`;
  });
  const rest =
    more === 0 ? null : html`<p class="why">… and ${more} more highlighted ${more === 1 ? "line" : "lines"}</p>`;
  return html`<ol class="lines">${items}</ol>${rest}`;
}

/** Draws a frame over the picture, with a light halo so that it is visible on any background. */
function renderPicture({ id, box, frame }: Picture, place: string): Markup {
  const [x0, top, x1, bottom] = box;
  const view = `${tenth(x0)} ${tenth(top)} ${tenth(x1 - x0)} ${tenth(bottom - top)}`;
  return html`<svg class="picture" role="img" aria-label="Picture of ${place}, with a frame around it" viewBox="${view}" width="${tenth((x1 - x0) * 1.25)}"><use href="#${id}"/>${renderFrame(frame)}</svg>`;
}

function renderFrame([x0, top, x1, bottom]: Bbox): Markup {
  const size = html`x="${tenth(x0 - 2)}" y="${tenth(top - 2)}" width="${tenth(x1 - x0 + 4)}" height="${tenth(bottom - top + 4)}" rx="2"`;
  return html`<rect class="halo" ${size}/><rect class="frame" ${size}/>`;
}
