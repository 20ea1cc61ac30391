import { expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";

const repairsIn = (title: string, encoding: "utf8" | "latin1" = "utf8") =>
  readBytes(
    Buffer.from(
      `SAFER MELFORD DELIVERY PLAN (2022-23)\nTHEME 1 - Quarter 2\n\nNo\tLead\tDeliverable\tRAG\n1\tMC\t${title}\tG\n2\tMC\tMend a wall\tA`,
      encoding,
    ),
    "a.txt",
    BUILTIN_PROFILE,
  ).reports.map((report) => [report.deliverables[0]?.title, report.repairs]);

it("lists words that were encoded twice, as a repair of the report", () => {
  const twice = Buffer.from("Fund the crew’s café", "utf8")
    .toString("latin1")
    .replace("\u0080", "€")
    .replace("\u0099", "™");
  expect(repairsIn(twice)).toEqual([
    [
      "Fund the crew’s café",
      [
        { field: "text", raw: "crewâ€™s", value: "crew’s" },
        { field: "text", raw: "cafÃ©", value: "café" },
      ],
    ],
  ]);
});

it("lists words with characters that are never seen", () => {
  expect(repairsIn("Open a room at the infirm\u00adary")).toEqual([
    ["Open a room at the infirmary", [{ field: "text", raw: "infirm\u00adary", value: "infirmary" }]],
  ]);
});

it("lists both in one text", () => {
  const [[title, repairs] = []] = repairsIn("Op\u200ben the cafÃ©");
  expect(title).toBe("Open the café");
  expect(repairs).toEqual([
    { field: "text", raw: "Op\u200ben", value: "Open" },
    { field: "text", raw: "cafÃ©", value: "café" },
  ]);
});

it("lists nothing where nothing was repaired", () => {
  expect(repairsIn("Fund the crew’s café")).toEqual([["Fund the crew’s café", []]]);
});
