/** Numbers of themes and quarters as printed: "two", "II", "second", "2nd" or "2". In: the word. Out: the number. */

export const CARDINALS: readonly string[] = "one two three four five six seven eight nine ten".split(" ");
export const ROMAN: readonly string[] = "I II III IV V VI VII VIII IX X".split(" ");

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...CARDINALS.map((word, at) => [word, at + 1] as const),
  ...ROMAN.map((word, at) => [word.toLowerCase(), at + 1] as const),
  ...["first", "second", "third", "fourth"].map((word, at) => [word, at + 1] as const),
  ...["1st", "2nd", "3rd", "4th"].map((word, at) => [word, at + 1] as const),
]);

/** NaN for a word that is no number. */
export const numberOf = (printed: string): number => NUMBERS.get(printed.toLowerCase()) ?? Number(printed);
