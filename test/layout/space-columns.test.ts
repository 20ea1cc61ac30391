import { describe, expect, it } from "vitest";
import { alignSegments, segmentsOf } from "../../src/layout/segments.js";
import { shapeOf } from "./blocks.js";

const page = (...lines: readonly string[]): string => lines.join("\n");

describe("columns of spaces", () => {
  it("are rows from a head line on, with cells that wrap put together", () => {
    expect(
      shapeOf(
        page(
          "No   Lead     Deliverable              RAG",
          "1    FORCE    Answer every letter      A",
          "              within ten days",
          "2    OPCC /   Open a helpline          G",
          "     NHS",
        ),
      ),
    ).toEqual([
      { spaced: ["No", "Lead", "Deliverable", "RAG"] },
      { spaced: ["1", "FORCE", "Answer every letter\nwithin ten days", "A"] },
      { spaced: ["2", "OPCC /\nNHS", "Open a helpline", "G"] },
    ]);
  });

  it("may be shifted from row to row", () => {
    expect(
      shapeOf(
        page(
          "No   Lead     Deliverable              RAG",
          "1      FORCE     Answer every letter     A",
          "                 within ten days",
        ),
      )[1],
    ).toEqual({ spaced: ["1", "FORCE", "Answer every letter\nwithin ten days", "A"] });
  });

  it("have headings that may wrap", () => {
    expect(
      shapeOf(
        page(
          "No   Lead            Specific        RAG",
          "     organisation    deliverables    status",
          "1    FORCE           Answer letters  A",
        ),
      ),
    ).toEqual([
      { spaced: ["No", "Lead\norganisation", "Specific\ndeliverables", "RAG\nstatus"] },
      { spaced: ["1", "FORCE", "Answer letters", "A"] },
    ]);
  });

  it("leave a line that runs over the full width a line", () => {
    expect(
      shapeOf(
        page(
          "No   Lead     Deliverable              RAG",
          "1    FORCE    Answer every letter      A",
          "Update 13.12.19: four letters in five were answered.",
          "2    OPCC     Open a helpline          G",
        ),
      ),
    ).toEqual([
      { spaced: ["No", "Lead", "Deliverable", "RAG"] },
      { spaced: ["1", "FORCE", "Answer every letter", "A"] },
      "Update 13.12.19: four letters in five were answered.",
      { spaced: ["2", "OPCC", "Open a helpline", "G"] },
    ]);
  });

  it("need a head line: spaces in prose make no table", () => {
    expect(shapeOf("Wardens  walked    the streets")).toEqual(["Wardens  walked    the streets"]);
  });
});

describe("segmentsOf", () => {
  it("parts a line where two spaces or more stand", () => {
    expect(segmentsOf("  1  Lead agency   G")).toEqual([
      { text: "1", start: 2, end: 3 },
      { text: "Lead agency", start: 5, end: 16 },
      { text: "G", start: 19, end: 20 },
    ]);
  });
});

describe("alignSegments", () => {
  it.each([
    [
      [0, 5, 14],
      [0, 5, 14, 39],
      [0, 1, 2],
    ],
    [[16], [0, 5, 14, 39], [2]],
    [
      [2, 37],
      [0, 5, 14, 39],
      [0, 3],
    ],
    [
      [13, 15],
      [0, 5, 14, 39],
      [1, 2],
    ],
    [
      [0, 1, 2],
      [0, 9],
      [0, 1, 1],
    ],
  ])("puts segments at %j into the columns of %j as %j", (starts, anchors, columns) => {
    expect(alignSegments(starts, anchors)).toEqual(columns);
  });
});

describe("labels in the middle of their rows' height", () => {
  const HEAD = " Ref   Action                    Lead         Status";
  const [ABOVE, BELOW] = ["       homes of older people", "       and of carers"];
  const row = (label: string, lead: string, status: string) =>
    ` ${label}     fit alarms in ${label}           ${lead}          ${status}`;

  it("are given the lines above them, where white space parts the rows", () => {
    const rows = ["1", "2", "3"].flatMap((label) => ["", ABOVE, row(label, "FRS", "Green"), BELOW]);
    expect(shapeOf([HEAD, ...rows].join("\n")).slice(1)).toEqual(
      ["1", "2", "3"].map((label) => ({
        spaced: [label, `homes of older people\nfit alarms in ${label}\nand of carers`, "FRS", "Green"],
      })),
    );
  });

  it("are given the lines below them alone, where no white space parts the rows", () => {
    const rows = ["1", "2", "3"].flatMap((label) => [row(label, "FRS", "Green"), BELOW]);
    expect(shapeOf([HEAD, ...rows].join("\n")).slice(1)).toEqual(
      ["1", "2", "3"].map((label) => ({ spaced: [label, `fit alarms in ${label}\nand of carers`, "FRS", "Green"] })),
    );
  });

  it("leave a text that goes on behind white space with the row above it, where they begin their rows", () => {
    const rows = ["1", "2", "3"].flatMap((label) => ["", row(label, "FRS", "Green"), "", BELOW]);
    expect(shapeOf([HEAD, ...rows].join("\n")).slice(1)).toEqual(
      ["1", "2", "3"].map((label) => ({ spaced: [label, `fit alarms in ${label}\nand of carers`, "FRS", "Green"] })),
    );
  });
});
