/** Characters of Word's picture fonts. In: a font's name and a code in hexadecimal figures. Out: the character that looks the same. */

/** Pictures of Wingdings that reports use as bullets and status symbols. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, "●"],
  [0x6e, "■"],
  [0x6f, "□"],
  [0x75, "◆"],
  [0xa1, "○"],
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
const BULLET = "•";

export function symbolOf(font: string, hexCode: string): string {
  const code = Number.parseInt(hexCode, 16);
  if (Number.isNaN(code)) return "";
  // Picture fonts have their characters in a private area too.
  const low = code & 0xff;
  if (/wingdings/i.test(font)) return WINGDINGS.get(low) ?? "";
  if (/^symbol$/i.test(font)) return low === 0xb7 ? BULLET : "";
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : "";
}
