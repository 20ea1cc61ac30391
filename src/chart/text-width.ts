/**
 * Text to its approximate width, and shortened or wrapped to a width. In the metrics of Helvetica, Arial and Liberation Sans, which
 * are the same, so that a chart has the same bytes wherever it is drawn.
 */

/** Widths in the size of the font. */
const NARROW = 0.28;
const USUAL = 0.56;
const WIDE = 0.84;
/** Scripts whose signs are as wide as high. */
const SQUARE = 1;
const BOLD_FACTOR = 1.08;

const NARROW_SIGNS = new Set(" !'(),-./:;I[\\]fijlrt|·");
const WIDE_SIGNS = new Set("%@MWmw…—–");

function widthOfSign(sign: string): number {
  if (NARROW_SIGNS.has(sign)) return NARROW;
  if (WIDE_SIGNS.has(sign)) return WIDE;
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x1100) return SQUARE;
  // Capital letters are wider than small ones and digits.
  return code >= 0x41 && code <= 0x5a ? 0.7 : USUAL;
}

/** @param size of the font, in pixels */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const sign of text) width += widthOfSign(sign);
  return width * size * (bold ? BOLD_FACTOR : 1);
}

/** One line, shortened with an ellipsis where it is too wide. */
export function shortened(text: string, width: number, size: number, bold = false): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (textWidth(line, size, bold) <= width) return line;
  let room = width - textWidth("…", size, bold);
  let shown = "";
  for (const sign of line) {
    room -= textWidth(sign, size, bold);
    if (room < 0) break;
    shown += sign;
  }
  return `${shown.trimEnd()}…`;
}

/** Lines of bold text broken between words; a word that is too wide is shortened. At least one line, and `most` at the most. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  let line = "";
  for (const [at, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size, true) <= width) line = longer;
    else if (lines.length === most - 1)
      return [...lines, shortened(`${line} ${words.slice(at).join(" ")}`, width, size, true)];
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => shortened(one, width, size, true));
}
