/**
 * Fonts whose characters are pictures. In: a font's name and a character's 8-bit code. Out: the character of Unicode that looks the
 * same; undefined where the picture is not known.
 */

/** Pictures of Wingdings that reports use as bullets and status symbols, by character code. */
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

/** The same for the font Symbol, whose bullet is the most frequent of all. */
const SYMBOL: ReadonlyMap<number, string> = new Map([
  [0xb7, "•"],
  [0xa8, "♦"],
  [0xae, "→"],
  [0xad, "↑"],
  [0xaf, "↓"],
  [0xac, "←"],
]);

export const isWingdings = (font: string): boolean => /wingdings/i.test(font);

/** Where the font is not Wingdings, as with a name that a program made up, Symbol's pictures come first. */
export const symbolText = (font: string, code: number): string | undefined =>
  isWingdings(font) ? WINGDINGS.get(code) : (SYMBOL.get(code) ?? WINGDINGS.get(code));
