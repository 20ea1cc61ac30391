/** Small tables of two columns, one for each thing to do. */
import { describe, expect, it } from "vitest";
import { reportOf, rowsOf } from "../read-text.js";

const row = (label: string, value: string, fill = "") =>
  `<tr><td>${label}</td><td${fill === "" ? "" : ` bgcolor="${fill}"`}>${value}</td></tr>`;
const page = (...lines: string[]) =>
  reportOf("<html><body><h1>Harbour Plan 2024-2026</h1>", ...lines, "</body></html>");

describe("forms of a label and its value a row", () => {
  it("may have a status that could head a column", () => {
    const form = (title: string, status: string, fill: string) => [
      `<table>${row("Action", title)}${row("Lead", "Parks")}${row("Status", status, fill)}`,
      `${row("Progress", "11 May 2024: Posts are in.")}</table>`,
    ];
    const report = page(
      "<p>Implemented (blue): all is there. On schedule (green): on time. No progress (red): nothing is done.</p>",
      ...form("Fence the quay", "Implemented", "#2f6fc1"),
      ...form("Light the steps", "No progress", "#d7263d"),
      ...form("Dredge the basin", "On schedule", "#3fa34d"),
    );
    expect(rowsOf(report)?.map((each) => each[3])).toEqual(["blue", "red", "green"]);
  });

  it("may begin with the number itself in the place of a label", () => {
    const form = (number: string, title: string, status: string) => [
      `<table>${row(number, title)}${row("Responsible", "Parks")}${row("RAG rating", status)}`,
      `${row("Progress", "11 May 2024: Posts are in.")}</table>`,
    ];
    const report = page(...form("HB-1", "Fence the quay", "Green"), ...form("HB-2", "Light the steps", "Red"));
    expect(rowsOf(report)).toEqual([
      ["HB-1", "PARKS", "Fence the quay", "green"],
      ["HB-2", "PARKS", "Light the steps", "red"],
    ]);
  });
});
