/** Counts and keys below the rows, and totals in brackets. */
import { describe, expect, it } from "vitest";
import { reportOf } from "../read-text.js";

const counts = (report: ReturnType<typeof reportOf>) =>
  report?.stated_counts.map(({ rag, stated_count, stated_total }) => [rag, stated_count, stated_total]);
const HEAD = ["Harbour Plan 2024-2026", "", "No\tAction\tLead\tStart\tRAG\tProgress"];
const row = (number: number, title: string, rag: string, text: string) =>
  [number, title, "Parks", "May-24", rag, text].join("\t");

describe("below the rows", () => {
  it("counts and their total are no rows, and cells over several lines keep their text", () => {
    const report = reportOf(
      ...[
        ...HEAD,
        row(1, "Fence the quay", "Green", "Dec-24: Done."),
        row(2, "Light the steps", "Green", "Dec-24: Lit."),
      ],
      ...[row(3, "Dredge the basin", "Red", "Dec-24: None."), row(4, "Paint the lamps", "Red", "")],
      ...[row(5, "Move the moorings", "Red", '"Dec-24: Three are left.'), 'Oct-24: Five were left."', ""],
      ...["\t\tGreen\t2\t40%", "\t\tRed\t3\t60%", "\t\tTotal\t5"],
    );
    expect(counts(report)).toEqual([
      ["green", 2, 5],
      ["red", 3, 5],
    ]);
    expect(report?.deliverables.at(-1)?.updates.map(({ text }) => text)).toEqual([
      "Three are left.",
      "Five were left.",
    ]);
  });

  it("several counts may be in one line", () => {
    const table = "<table><tr><th>No</th><th>Action</th><th>Lead</th><th>RAG</th><th>Progress</th></tr>";
    const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`;
    const report = reportOf(
      ...[
        "<html><body><h1>Harbour Plan 2024-2026</h1>",
        table,
        cells("1", "Fence the quay", "Parks", "Green", "Posts."),
      ],
      ...[cells("2", "Light the steps", "Parks", "Red", "None."), "</table><p>Green 1/2, Red 1/2</p></body></html>"],
    );
    expect(counts(report)).toEqual([
      ["green", 1, 2],
      ["red", 1, 2],
    ]);
  });

  it("a small table of letters and words is a key, and no part of the last row", () => {
    const table = (...rows: string[][]) =>
      `<table>${rows.map((texts) => `<tr>${texts.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
    const report = reportOf(
      ...["<html><body><h1>Harbour Plan 2024-2026</h1>"],
      table(
        ["Ref", "Action", "Lead", "RAG", "Notes"],
        ["H1", "Fence the quay", "Parks", "G", "2024-08-03 - Posts are in."],
        ["H2", "Light the steps", "Parks", "A", "2024-08-04 - Half are lit."],
      ),
      table(["B", "There"], ["G", "On time"], ["A", "Late"], ["R", "Very late"]),
      "</body></html>",
    );
    expect(report?.deliverables.map(({ updates }) => updates.map(({ text }) => text))).toEqual([
      ["Posts are in."],
      ["Half are lit."],
    ]);
  });
});

it("a total in brackets is that of the counts before it", () => {
  const report = reportOf(
    ...["# Harbour Plan 2024-2026", "", "**Summary:** 1 green, 1 red (2 in total)", ""],
    ...["1. Fence the quay", "Lead: Parks", "Status: Green", "", "2. Light the steps", "Lead: Parks", "Status: Red"],
  );
  expect(counts(report)).toEqual([
    ["green", 1, 2],
    ["red", 1, 2],
  ]);
});
