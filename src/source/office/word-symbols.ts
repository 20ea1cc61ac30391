/** Symbols of a Word document. In: a font's name and a code in hexadecimal figures. Out: the character that looks the same; empty for none. */
import { isWingdings, symbolText } from "../../language/symbol-fonts.js";

const isSymbol = (font: string): boolean => /^symbol$/i.test(font);

export function symbolOf(font: string, hexCode: string): string {
  const code = Number.parseInt(hexCode, 16);
  if (Number.isNaN(code)) return "";
  // Picture fonts have their characters in a private area too.
  if (isWingdings(font) || isSymbol(font)) return symbolText(font, code & 0xff) ?? "";
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : "";
}
