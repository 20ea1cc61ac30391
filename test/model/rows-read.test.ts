/** How many rows a report may have, and how many of each status, where rows or statuses are in doubt. */
import { describe, expect, it } from "vitest";
import { isExact, isWithin, rangeText, rowsRead, statusRange } from "../../src/model/rows-read.js";
import type { RowReason } from "../../src/schema/reasons.js";
import type { Rag } from "../../src/schema/statuses.js";

const row = (rag: Rag | null, ...review_reasons: RowReason[]) => ({ rag, number: "1", review_reasons });
const rows = (count: number, rag: Rag = "green") => Array.from({ length: count }, () => row(rag));
const unnumbered = row("green", "number-unreadable");

describe("the number of rows", () => {
  it("is one number where nothing is in doubt", () => {
    const read = rowsRead(rows(4), 0);
    expect(read).toMatchObject({ min: 4, max: 4 });
    expect(isExact(read)).toBe(true);
  });

  it("may be more by the rows in text that no field took", () => {
    expect(rowsRead(rows(4), 2)).toMatchObject({ min: 4, max: 6 });
  });

  it("has no upper end where pages could not be read, or no row was", () => {
    expect(rowsRead(rows(4), null)).toMatchObject({ min: 4, max: null });
    expect(rowsRead([], 0)).toMatchObject({ min: 0, max: null });
  });

  it("may be less by an unnumbered row among numbered ones", () => {
    expect(rowsRead([...rows(4), unnumbered], 0)).toMatchObject({ min: 4, max: 5 });
  });

  it("counts every row of a list that often leaves numbers out", () => {
    expect(rowsRead([...rows(3), unnumbered, unnumbered], 0)).toMatchObject({ min: 5, max: 5 });
  });
});

describe("the number of rows of a status", () => {
  it("may be more by rows without a status", () => {
    expect(statusRange("green", rowsRead([...rows(3), row(null)], 0))).toEqual({ min: 3, max: 4 });
  });

  it("may be less by rows whose status is doubtful, and more for every other status", () => {
    const read = rowsRead([...rows(3), row("green", "status-by-counts"), row("amber")], 0);
    expect(statusRange("green", read)).toEqual({ min: 3, max: 4 });
    expect(statusRange("amber", read)).toEqual({ min: 1, max: 2 });
  });

  it("may be less by a row that may be a part of another", () => {
    expect(statusRange("green", rowsRead([...rows(4), unnumbered], 0))).toEqual({ min: 4, max: 5 });
  });

  it("may be more by lost rows, and has no upper end where their number has none", () => {
    expect(statusRange("red", rowsRead(rows(3), 1))).toEqual({ min: 0, max: 1 });
    expect(statusRange("red", rowsRead(rows(3), null))).toEqual({ min: 0, max: null });
  });
});

it.each([
  [{ min: 3, max: 3 }, "3", [3], [2, 4]],
  [{ min: 3, max: 5 }, "3 to 5", [3, 5], [2, 6]],
  [{ min: 3, max: null }, "at least 3", [3, 900], [2]],
])("the range %o is %s", (range, text, inside, outside) => {
  expect(rangeText(range)).toBe(text);
  expect(inside.every((figure) => isWithin(figure, range))).toBe(true);
  expect(outside.some((figure) => isWithin(figure, range))).toBe(false);
});
