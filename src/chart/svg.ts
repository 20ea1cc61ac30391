/** A drawing to SVG: its title and description for readers who do not see it, then its marks. The same drawing gives the same bytes. */
import { escapeMarkup } from "../language/escape-markup.js";
import { BACKGROUND, type Drawing, LINE_COLOUR, type Mark, type TextMark } from "./drawing.js";

const FONTS = "Helvetica, Arial, 'Liberation Sans', sans-serif";

/** @param id begins the identifiers of its elements: distinct where several drawings are in one page */
export function renderSvg(drawing: Drawing, id: string): string {
  const { width, height, title, description, marks } = drawing;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONTS}">
<title id="${id}-title">${escapeMarkup(title)}</title>
<desc id="${id}-desc">${escapeMarkup(description)}</desc>
<rect width="${width}" height="${height}" fill="${BACKGROUND}"/>
${marks.map(renderMark).join("\n")}
</svg>
`;
}

function renderMark(mark: Mark): string {
  switch (mark.kind) {
    case "box":
      return `<rect x="${short(mark.x)}" y="${short(mark.y)}" width="${short(mark.width)}" height="${short(mark.height)}" fill="${mark.fill}"/>`;
    case "line": {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${LINE_COLOUR}"/>`;
    }
    case "text":
      return renderText(mark);
  }
}

function renderText({ x, y, text, size, colour, anchor, bold, whole }: TextMark): string {
  const look = `${anchor === undefined ? "" : ` text-anchor="${anchor}"`}${bold ? ' font-weight="bold"' : ""}`;
  const complete = whole === undefined || whole === text ? "" : `<title>${escapeMarkup(whole)}</title>`;
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" fill="${colour}"${look}>${complete}${escapeMarkup(text)}</text>`;
}

/** To a hundredth of a pixel. */
const short = (length: number): number => Math.round(length * 100) / 100;
