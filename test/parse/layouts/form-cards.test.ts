/** Cards that a page draws as a small table each: a label and its value a row. */
import { expect, it } from "vitest";
import type { Block } from "../../../src/model/block.js";
import { parseReports } from "../../../src/parse/parse-reports.js";
import { BUILTIN_PROFILE } from "../../../src/schema/builtin-profile.js";

const BASE = { pageStart: false, place: { page: 1, lineFirst: null, lineLast: null, bbox: null } } as const;
const line = (text: string): Block => ({ ...BASE, kind: "line", text, indent: 0, gapBefore: true });
const row = (cells: readonly string[], gapBefore: boolean): Block => ({
  ...BASE,
  kind: "row",
  cells: cells.map((text) => ({ text })),
  borders: "sure",
  gapBefore,
});
const card = (title: string, status: string): Block[] => [
  line(title),
  ...[
    ["Project owner", "Parks Team"],
    ["Status", status],
    ["Budget", "£85,000"],
    ["Progress", "May 2023: Work goes on."],
  ].map((cells, at) => row(cells, at === 0)),
];

it("takes the word beside Status for its value, also where it resembles a heading", () => {
  const blocks = [
    line("Brackley Climate Plan 2022-2025"),
    line("Delivered – handed over (blue). Stalled – waits for money (red)."),
    ...card("P1: Open a hub", "Delivered"),
    ...card("P2: Fix a roof", "Stalled"),
    ...card("P3: Hire a nurse", "Delivered"),
  ];
  const rows = parseReports(blocks, BUILTIN_PROFILE)[0]?.rows;
  expect(rows?.map(({ title, rag, ragRaw }) => [title, rag, ragRaw])).toEqual([
    ["Open a hub", "blue", "Delivered"],
    ["Fix a roof", "red", "Stalled"],
    ["Hire a nurse", "blue", "Delivered"],
  ]);
});
