/**
 * What a glyph says. In: the Unicode that pdf.js found for it and its font's name. Out: its text, ligatures taken apart,
 * the pictures of the symbol fonts as their Unicode characters, " " for anything that only parts words.
 */

/** Pictures of Wingdings that reports use as marks, by character code. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, "●"],
  [0x6d, "❍"],
  [0x6e, "■"],
  [0x6f, "□"],
  [0x71, "❑"],
  [0x72, "❒"],
  [0x74, "⧫"],
  [0x75, "◆"],
  [0x76, "❖"],
  [0x77, "⬥"],
  [0x9f, "•"],
  [0xa1, "○"],
  [0xa2, "○"],
  [0xa4, "◉"],
  [0xa7, "▪"],
  [0xa8, "◻"],
  [0xd8, "➢"],
  [0xdf, "←"],
  [0xe0, "→"],
  [0xe1, "↑"],
  [0xe2, "↓"],
  [0xe8, "➔"],
  [0xfb, "✗"],
  [0xfc, "✓"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

/** Same for the font Symbol, whose bullet is the commonest of all. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xb7, "•"],
  [0xa8, "♦"],
  [0xae, "→"],
  [0xad, "↑"],
  [0xaf, "↓"],
  [0xac, "←"],
]);

/** First and last code of the private area into which symbol fonts put their 8-bit codes. */
const PRIVATE_FIRST = 0xf000;
const PRIVATE_LAST = 0xf0ff;

function fromSymbolFont(text: string, fontName: string): string {
  const code = text.codePointAt(0) ?? 0;
  const isPrivate = code >= PRIVATE_FIRST && code <= PRIVATE_LAST;
  if (/wingdings/i.test(fontName)) return WINGDINGS.get(isPrivate ? code - PRIVATE_FIRST : code) ?? text;
  if (!isPrivate) return text;
  return SYMBOL.get(code - PRIVATE_FIRST) ?? WINGDINGS.get(code - PRIVATE_FIRST) ?? text;
}

/** Spaces of any width, no-break ones among them. */
const SPACE = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+$/u;
/** Marks of no width that part nothing: joiners, direction marks, controls. */
const NO_WIDTH = /[\p{Cc}\p{Cf}]/gu;
const LIGATURE = /[\ufb00-\ufb06]/gu;

const known = new Map<string, string>();

/** The text of one glyph; a soft hyphen that is painted is a hyphen. */
export function glyphText(unicode: string, fontName: string): string {
  if (unicode.length === 1) {
    const code = unicode.charCodeAt(0);
    if (code > 0x20 && code < 0x7f && !fontName.includes("ing")) return unicode;
  }
  const key = `${fontName}\n${unicode}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const text = readGlyph(unicode, fontName);
  if (known.size > 10_000) known.clear();
  known.set(key, text);
  return text;
}

/**
 * Some distillers write a ligature's letters into the map with their bytes the wrong way round: "ti" becomes U+7400
 * U+6900. Two or more characters in one glyph, all of them swapped Latin letters, are that.
 */
function unswapped(unicode: string): string {
  if (unicode.length < 2) return unicode;
  const codes = Array.from(unicode, (char) => char.charCodeAt(0));
  const swapped = codes.every((code) => (code & 0xff) === 0 && /[A-Za-z]/.test(String.fromCharCode(code >> 8)));
  return swapped ? String.fromCharCode(...codes.map((code) => code >> 8)) : unicode;
}

function readGlyph(unicode: string, fontName: string): string {
  if (SPACE.test(unicode)) return " ";
  const visible = unswapped(unicode)
    .replace(/\u00ad/gu, "-")
    .replace(NO_WIDTH, "")
    .replace(LIGATURE, (ligature) => ligature.normalize("NFKC"));
  return visible === "" ? "" : fromSymbolFont(visible, fontName);
}
