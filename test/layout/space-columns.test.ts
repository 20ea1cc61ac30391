import { describe, expect, it } from "vitest";
import { alignSegments, segmentsOf } from "../../src/layout/segments.js";
import { shapeOf } from "./blocks.js";

const page = (...lines: readonly string[]): string => lines.join("\n");

describe("columns of spaces", () => {
  it("become rows below their headings, with wrapped cells joined", () => {
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

  it("leave a line over the full width as a line", () => {
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

  it("need column headings: spaces in prose make no table", () => {
    expect(shapeOf("Wardens  walked    the streets")).toEqual(["Wardens  walked    the streets"]);
  });
});

describe("segmentsOf", () => {
  it("splits a line at two spaces or more", () => {
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

  it("take the lines above them where blank lines separate the rows", () => {
    const rows = ["1", "2", "3"].flatMap((label) => ["", ABOVE, row(label, "FRS", "Green"), BELOW]);
    expect(shapeOf([HEAD, ...rows].join("\n")).slice(1)).toEqual(
      ["1", "2", "3"].map((label) => ({
        spaced: [label, `homes of older people\nfit alarms in ${label}\nand of carers`, "FRS", "Green"],
      })),
    );
  });

  it("take only the lines below them where no blank lines separate the rows", () => {
    const rows = ["1", "2", "3"].flatMap((label) => [row(label, "FRS", "Green"), BELOW]);
    expect(shapeOf([HEAD, ...rows].join("\n")).slice(1)).toEqual(
      ["1", "2", "3"].map((label) => ({ spaced: [label, `fit alarms in ${label}\nand of carers`, "FRS", "Green"] })),
    );
  });

  it("leave text after a blank line with the row above where labels begin their rows", () => {
    const rows = ["1", "2", "3"].flatMap((label) => ["", row(label, "FRS", "Green"), "", BELOW]);
    expect(shapeOf([HEAD, ...rows].join("\n")).slice(1)).toEqual(
      ["1", "2", "3"].map((label) => ({ spaced: [label, `fit alarms in ${label}\nand of carers`, "FRS", "Green"] })),
    );
  });
});
