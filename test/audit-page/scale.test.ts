import { expect, it } from "vitest";
import { html } from "../../src/audit-page/markup.js";
import { renderScale } from "../../src/audit-page/scale.js";
import { reportOf } from "../parse/read-text.js";

const shown = (scale: Parameters<typeof renderScale>[0]["scale"]): string =>
  String(html`${renderScale({ scale }, "report-1")}`);
const cellsIn = (page: string) =>
  page
    .split("<tr")
    .slice(2)
    .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text));

const scale =
  reportOf(
    ...["Harbour Care Plan 2022-2023", "Qtr 1 (June 2022)", "", "Key: O = on course (Green); B = behind (Amber)", ""],
    ...["Ref\tDeliverable\tLead\tStatus\tUpdate", "1\tMend the wall\tPORT\tB\t01.06.22: Begun."],
    ...["2\tPrint the map\tPORT\tRed\t02.06.22: No paper.", "3\tTrain wardens\tPORT\tParked\t03.06.22: None."],
  )?.scale ?? [];

it("shows what each label says in the key, what it was taken for and by what", () => {
  expect(cellsIn(shown(scale))).toEqual([
    ["O", "on course (Green)", "green", "the report’s key", "0"],
    ["B", "behind (Amber)", "amber", "the report’s key", "1"],
    ["Red", "", "red", "the profile: the key says nothing of it", "1"],
    ["Parked", "", "no status", "nothing: it is kept as printed", "1"],
  ]);
});

it("shows nothing where no label is printed", () => {
  expect(shown([])).toBe("");
});

it("says how many labels are left out", () => {
  const [first] = scale;
  if (first === undefined) throw new Error("a label is missing");
  expect(shown(Array.from({ length: 30 }, () => first))).toContain("6 more labels are in the dataset");
});
