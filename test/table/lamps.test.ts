import { describe, expect, it } from "vitest";
import type { Fill, TableCell } from "../../src/model/page.js";
import { findTables } from "../../src/table/find-tables.js";
import { across, down, line, page } from "./made-page.js";

const [RED, AMBER, GREEN] = ["#ff0000", "#ffc000", "#00b050"];

/** The status cell of a drawn table's only row below its headings; lamps are discs 8 points wide, from left to right. */
function statusOf(lamps: readonly (Partial<Fill> & { colour: string })[]): TableCell | undefined {
  const words = [...line(55, 103, "No"), ...line(105, 103, "Action"), ...line(255, 103, "RAG")];
  const row = [...line(55, 123, "1"), ...line(105, 123, "Mend the gate")];
  const rulings = [
    ...[100, 120, 140].map((y) => across(y, 50, 350)),
    ...[50, 100, 250, 350].map((x) => down(x, 100, 140)),
  ];
  const fills = lamps.map((lamp, at): Fill => ({ bbox: [260 + at * 12, 126, 268 + at * 12, 134], ...lamp }));
  const [table] = findTables(page([...words, ...row], rulings, fills));
  return table?.cells.find((cell) => cell.row === 1 && cell.column === 2);
}

describe("of several lamps in a cell", () => {
  it("the ringed one is lit", () => {
    const lamps = [{ colour: RED, ringed: true as const }, { colour: AMBER }, { colour: GREEN }];
    expect(statusOf(lamps)?.fill).toBe(RED);
  });

  it("the coloured one is lit, whichever was painted last", () => {
    expect(statusOf([{ colour: "#cccccc" }, { colour: AMBER }, { colour: "#cccccc" }])?.fill).toBe(AMBER);
    expect(statusOf([{ colour: "#ffdddd" }, { colour: "#ffc000" }, { colour: "#d5efdf" }])?.fill).toBe(AMBER);
  });

  it("the largest one is lit", () => {
    expect(statusOf([{ colour: RED, bbox: [258, 124, 270, 136] }, { colour: AMBER }, { colour: GREEN }])?.fill).toBe(
      RED,
    );
  });

  it("none is lit where they are alike, and the cell says so", () => {
    expect(statusOf([{ colour: RED }, { colour: AMBER }, { colour: GREEN }])).toMatchObject({
      fill: null,
      picture: true,
    });
  });

  it("a housing is none", () => {
    const housing: Fill = { colour: "#404040", bbox: [256, 122, 300, 138] };
    expect(statusOf([housing, { colour: GREEN }])?.fill).toBe(GREEN);
  });
});

it("a picture in an empty cell gives its colour, or none, and the cell says so", () => {
  expect(statusOf([{ colour: GREEN, picture: true }])).toMatchObject({ fill: GREEN, picture: true });
  expect(statusOf([{ colour: "#ffffff", picture: true }])).toMatchObject({ fill: null, picture: true });
});

it("a picture without a colour leaves the cell its background", () => {
  const background: Fill = { colour: RED, bbox: [250, 120, 350, 140] };
  expect(statusOf([background, { colour: "#ffffff", picture: true }])?.fill).toBe(RED);
});
