/**
 * Text with Cyrillic or Greek letters that look exactly like Latin ones, as text recognition puts into abbreviations,
 * to Latin text. Letters that are only similar (the Cyrillic И for N) are refused. Source: the Unicode confusables.
 */
import { isBeyondLatin } from "./characters.js";

const PAIRS: readonly (readonly [string, string])[] = [
  ["АΑ", "A"],
  ["ВΒ", "B"],
  ["СϹ", "C"],
  ["ЕΕ", "E"],
  ["Ԍ", "G"],
  ["НΗ", "H"],
  ["ІΙӀ", "I"],
  ["ЈͿ", "J"],
  ["КΚ", "K"],
  ["МΜ", "M"],
  ["Ν", "N"],
  ["ОΟ", "O"],
  ["РΡ", "P"],
  ["Ѕ", "S"],
  ["ТΤ", "T"],
  ["УΥҮ", "Y"],
  ["Ԝ", "W"],
  ["ХΧ", "X"],
  ["Ζ", "Z"],
  ["а", "a"],
  ["е", "e"],
  ["о", "o"],
  ["с", "c"],
  ["р", "p"],
  ["х", "x"],
  ["у", "y"],
];
const LATIN = new Map(PAIRS.flatMap(([from, to]) => [...from].map((letter) => [letter, to] as const)));
const FOREIGN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * The text in Latin letters; null where it has no Cyrillic or Greek letter, or one without an exact Latin lookalike.
 */
export function toLatin(text: string): string | null {
  if (!isBeyondLatin(text) || !FOREIGN.test(text)) return null;
  const latin = [...text].map((letter) => LATIN.get(letter) ?? letter).join("");
  return FOREIGN.test(latin) ? null : latin;
}
