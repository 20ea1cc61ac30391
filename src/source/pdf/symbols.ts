/**
 * The text of a glyph. In: the Unicode that pdf.js found for it and its font's name. Out: its text, with ligatures taken
 * apart, symbol fonts' pictures as their Unicode characters, and " " for anything that only separates words.
 */

import { isWingdings, symbolText } from "../../language/symbol-fonts.js";

/** First and last code of the private use area to which symbol fonts map their 8-bit codes. */
const PRIVATE_FIRST = 0xf000;
const PRIVATE_LAST = 0xf0ff;

function fromSymbolFont(text: string, fontName: string): string {
  const code = text.codePointAt(0) ?? 0;
  const isPrivate = code >= PRIVATE_FIRST && code <= PRIVATE_LAST;
  if (!isPrivate && !isWingdings(fontName)) return text;
  return symbolText(fontName, isPrivate ? code - PRIVATE_FIRST : code) ?? text;
}

/** Spaces of any width, including no-break spaces. */
const SPACE = /^[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+$/u;
/** Characters of no width that separate nothing: joiners, direction marks, controls. A soft hyphen that is painted is a hyphen. */
const NO_WIDTH = /(?!\u00ad)[\p{Cc}\p{Cf}]/gu;
const LIGATURE = /[\ufb00-\ufb06]/gu;

const cache = new Map<string, string>();

/** The text of one glyph. */
export function glyphText(unicode: string, fontName: string): string {
  if (unicode.length === 1) {
    const code = unicode.charCodeAt(0);
    if (code > 0x20 && code < 0x7f && !fontName.includes("ing")) return unicode;
  }
  const key = `${fontName}\n${unicode}`;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const text = readGlyph(unicode, fontName);
  if (cache.size > 10_000) cache.clear();
  cache.set(key, text);
  return text;
}

/**
 * Some PDF writers swap the bytes of a ligature's letters in the map to Unicode: "ti" becomes U+7400 U+6900. This restores
 * them if a glyph has two or more characters and all are swapped Latin letters.
 */
function restoreSwappedBytes(unicode: string): string {
  if (unicode.length < 2) return unicode;
  const codes = Array.from(unicode, (char) => char.charCodeAt(0));
  const swapped = codes.every((code) => (code & 0xff) === 0 && /[A-Za-z]/.test(String.fromCharCode(code >> 8)));
  return swapped ? String.fromCharCode(...codes.map((code) => code >> 8)) : unicode;
}

function readGlyph(unicode: string, fontName: string): string {
  if (SPACE.test(unicode)) return " ";
  const visible = restoreSwappedBytes(unicode)
    .replace(NO_WIDTH, "")
    .replace(LIGATURE, (ligature) => ligature.normalize("NFKC"));
  return visible === "" ? "" : fromSymbolFont(visible, fontName);
}
