import { expect, it } from "vitest";
import type { Page, Word } from "../../src/model/page.js";
import { repairedPages } from "../../src/pipeline/formats/pdf/repaired-pages.js";

const word = (text: string): Word => ({
  ...{ text, bbox: [10, 10, 60, 20], sizePt: 10, colour: "#000000", bold: false, invisible: false },
});
const page = (...texts: string[]): Page => ({
  ...{ number: 1, widthPt: 595, heightPt: 842, words: texts.map(word), rulings: [], fills: [], imageShare: 0 },
});
const textsOf = (pages: readonly Page[]) => pages.map(({ words }) => words.map(({ text }) => text));

it("repairs words that were encoded twice, each with a repair, beside words that were not", () => {
  const { pages, repairs } = repairedPages([page("The", "crewâ€™s", "cafÃ©", "is", "•", "open")]);
  expect(textsOf(pages)).toEqual([["The", "crew’s", "café", "is", "•", "open"]]);
  expect(repairs).toEqual([
    { field: "text", raw: "crewâ€™s", value: "crew’s" },
    { field: "text", raw: "cafÃ©", value: "café" },
  ]);
});

it("leaves pages as they are where nothing was encoded twice", () => {
  const before = page("Le", "château", "Â", "20°", "Ã");
  const { pages, repairs } = repairedPages([before]);
  expect(pages[0]).toBe(before);
  expect(repairs).toEqual([]);
});

it("lists a word once, however often it is printed", () => {
  expect(repairedPages([page("Â£5", "Â£5"), page("Â£5")]).repairs).toHaveLength(1);
});
