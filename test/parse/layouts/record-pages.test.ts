/** Records whose labels stand on lines of their own, over several pages. */
import { expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const line = (text: string, page: number, more: Partial<Block & { kind: "line" }> = {}): Block => ({
  kind: "line",
  text,
  indent: 0,
  gapBefore: false,
  pageStart: false,
  place: { page, lineFirst: null, lineLast: null, bbox: [60, 100, 500, 110] },
  ...more,
});
const record = (page: number, title: readonly string[], lead: string, ...done: readonly string[]): Block[] =>
  [...title, "Progress", "On time", "Lead", lead, "What has been done?", ...done].map((text) => line(text, page));
const furniture = (page: number): Block => line(`Sheet ${page} of 3`, page, { furniture: true });

const [report] = parseReports(
  [
    line("Otterby Harbour Strategy 2031-2034, updated November 2031", 1),
    ...record(
      1,
      ["H1.1 Mend the ferry steps that lead down to", "the quay"],
      "Harbour Office",
      "08.09.2031",
      "Half is done",
    ),
    ...record(1, ["H1.2 Ring the bell"], "Parks", "07.09.2031", "The rope was chosen with the people of the parish"),
    furniture(1),
    ...record(
      2,
      ["H1.3 Oil the lock"],
      "Parks",
      ...["06.09.2031", "It was oiled with the help of the lock keepers", "01.08.2031", "It squeaked"],
    ),
    furniture(2),
    ...record(3, ["H1.4 Light the quay"], "Parks", "05.09.2031", "Two lamps burn"),
    ...record(
      3,
      ["H1.5 Paint the crane"],
      "Parks",
      ...["It waits for a colour that all of the harbour likes", "04.09.2031", "A vote was held"],
    ),
  ],
  BUILTIN_PROFILE,
);

it("begin with the line that has their label", () => {
  expect(report?.rows.map(({ number, title }) => `${number} ${title}`)).toEqual([
    "H1.1 Mend the ferry steps that lead down to the quay",
    "H1.2 Ring the bell",
    "H1.3 Oil the lock",
    "H1.4 Light the quay",
    "H1.5 Paint the crane",
  ]);
});

it("have no page furniture in their text, which is set aside", () => {
  expect(report?.rows[1]?.updates.map(({ text }) => text)).toEqual([
    "The rope was chosen with the people of the parish",
  ]);
  expect(report?.residue.filter(({ reason }) => reason === "furniture").map(({ text }) => text)).toEqual([
    "Sheet 1 of 3",
    "Sheet 2 of 3",
  ]);
});

it("have an update for each date that stands alone, however full the line above", () => {
  expect(report?.rows[2]?.updates.map(({ date, text }) => [date, text])).toEqual([
    ["2031-09-06", "It was oiled with the help of the lock keepers"],
    ["2031-08-01", "It squeaked"],
  ]);
});

it("have one too below a full line of text without a date, as the dates of other records stand", () => {
  expect(report?.rows[4]?.updates.map(({ date, text }) => [date, text])).toEqual([
    [null, "It waits for a colour that all of the harbour likes"],
    ["2031-09-04", "A vote was held"],
  ]);
});
