/**
 * Letters of other alphabets that look like Latin capitals, as recognition puts them into codes (Unicode confusables,
 * only true twins: a letter that merely resembles, such as the Cyrillic I for N, stays as printed).
 */
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

/** The text in Latin letters, or null where it holds no letter of another alphabet or one without a Latin twin. */
export function toLatin(text: string): string | null {
  if (!FOREIGN.test(text)) return null;
  const latin = [...text].map((letter) => LATIN.get(letter) ?? letter).join("");
  return FOREIGN.test(latin) ? null : latin;
}
