import { describe, expect, it } from "vitest";
import { blocksOf, shapeOf } from "./blocks.js";

const TABLE = "|\nNo |\nAction |\nRAG |\n|\n1 |\nRepaint the\ncrossings |\nG |\n|\n2 |\n|\nA |\nafter";

describe("cells one a line that end with bars", () => {
  it("are rows, of as many cells as the first has", () => {
    expect(shapeOf(TABLE)).toEqual([
      { sure: ["No", "Action", "RAG"] },
      { sure: ["1", "Repaint the\ncrossings", "G"] },
      { sure: ["2", "", "A"] },
      "after",
    ]);
  });

  it("cover the lines of their rows", () => {
    expect(blocksOf(TABLE)[1]?.place).toMatchObject({ lineFirst: 5, lineLast: 9 });
  });

  it("stay lines where there is one row only, or where no bar ends a cell", () => {
    expect(shapeOf("|\nNo |\nAction |\nafter")).toEqual(["|", "No |", "Action |", "after"]);
    expect(shapeOf("|\none\ntwo")).toEqual(["|", "one", "two"]);
  });
});
