import { describe, expect, it } from "vitest";
import { blocksOfText } from "../../../src/layout/text-blocks.js";
import { findFurniture } from "../../../src/parse/report/furniture.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

function furnitureOf(text: string): string[] {
  const blocks = blocksOfText(text, BUILTIN_PROFILE);
  return [...findFurniture(blocks, BUILTIN_PROFILE)]
    .sort((a, b) => a - b)
    .map((index) => {
      const block = blocks[index];
      return block?.kind === "line" ? block.text.replace(/\s+/g, " ") : "";
    });
}

describe("lines that are furniture anywhere on a page", () => {
  it.each([
    "Page 1",
    "Page 3 of 12",
    "Page: 3",
    "3 of 12",
    "- 4 -",
    "5 | Page",
    "OFFICIAL",
    "OFFICIAL: SENSITIVE",
    "OFFICIAL - SENSITIVE",
    "Page 1 - OFFICIAL: SENSITIVE",
    "OFFICIAL Page 2",
    "NOT PROTECTIVELY MARKED                    Page 1 of 2",
  ])("%s", (line) => {
    expect(furnitureOf(`The board met.\n${line}\nIt met again.`)).toEqual([line.replace(/\s+/g, " ")]);
  });

  it.each(["12", "Page 3 was lost", "4 of 15 patrols ran late", "Official visitors came", "Theme 2 of 4 partners"])(
    "%s is not",
    (line) => {
      expect(furnitureOf(`The board met.\n${line}\nIt met again.`)).toEqual([]);
    },
  );
});

describe("lines repeated at the edges of pages", () => {
  const page = (...lines: string[]): string => lines.join("\n");

  it.each([
    [
      "a footer with the page's number",
      page("One\nTwo\nThree", "Wexmouth Team | 1\fFour\nFive\nSix", "Wexmouth Team | 2"),
      ["Wexmouth Team | 1", "Wexmouth Team | 2"],
    ],
    [
      "a footer with the page's number and that of all pages",
      page("One\nTwo\nThree", "Harbour Team Page 1 of 2\fFour\nFive\nSix", "Harbour Team Page 2 of 2"),
      ["Harbour Team Page 1 of 2", "Harbour Team Page 2 of 2"],
    ],
    ["bare page numbers", "One\nTwo\nThree\n1\fFour\nFive\nSix\n2\fSeven\nEight\nNine\n3", ["1", "2", "3"]],
    [
      "a header",
      "Cover\nOne\nTwo\n\fHarbour Office\nThree\nFour\nFive\fHarbour Office\nSix",
      ["Harbour Office", "Harbour Office"],
    ],
    [
      "a running title, but not the head itself",
      "HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\nOne\nTwo\fHARBOUR PLAN 2022-23\nThree\nFour\fHARBOUR PLAN 2022-23\nFive",
      ["HARBOUR PLAN 2022-23", "HARBOUR PLAN 2022-23"],
    ],
  ])("%s", (_, text, expected) => {
    expect(furnitureOf(text)).toEqual(expected);
  });

  it.each([
    ["a column of counts", "Status\nGreen\nAmber\n2 of 10\n8 of 10"],
    ["numbers of rows", "One\nTwo\nThree\n4\fFour\nFive\nSix\n9\fSeven\nEight\nNine\n12"],
    ["list items", "One\nTwo\n- Ran a session\fThree\nFour\n- Ran a session\fFive"],
    ["sentences", "One\nTwo\nThe board met.\fThree\nFour\nThe board met.\fFive"],
    ["headings of updates", "Update April 2021\nOne\nTwo\fUpdate April 2021\nThree\nFour"],
    ["statuses", "One\nTwo\nGreen\fThree\nFour\nGreen\fFive"],
    ["column headings", "Cover\nOne\nTwo\fRef\nThree\nFour\fRef\nFive"],
    [
      "heads of several reports",
      "HARBOUR PLAN 2022-23\nTHEME 1 UPDATE - Q3\nOne\nTwo\fHARBOUR PLAN 2022-23\nTHEME 2 UPDATE - Q3\nThree",
    ],
  ])("leaves %s", (_, text) => {
    expect(furnitureOf(text)).toEqual([]);
  });
});
