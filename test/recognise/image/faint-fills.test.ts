/** Stripes a few levels darker than the paper of a picture. */
import { expect, it } from "vitest";
import { faintFills } from "../../../src/recognise/image/faint-fills.js";

const [COLUMNS, ROWS] = [60, 40];

/** Squares of paper with the lightness that `levelAt` gives. */
function fillsOf(levelAt: (column: number, row: number) => number) {
  const rgb = new Float32Array(COLUMNS * ROWS * 3);
  for (let at = 0; at < COLUMNS * ROWS; at += 1)
    rgb.fill(levelAt(at % COLUMNS, Math.floor(at / COLUMNS)), at * 3, at * 3 + 3);
  return faintFills({ side: 8, columns: COLUMNS, rows: ROWS, rgb }, new Uint8Array(COLUMNS * ROWS).fill(1), 7);
}

const isIn = (column: number, row: number): boolean => column >= 10 && column < 50 && row >= 12 && row < 20;

it("finds a wide area with sharp edges to one square, and nearly all its squares", () => {
  const { boxes, shaded } = fillsOf((column, row) => (isIn(column, row) ? 247 : 253));
  expect(boxes).toHaveLength(1);
  const { left = 0, right = 0, top = 0, bottom = 0 } = boxes[0] ?? {};
  for (const [found, edge] of [
    [left, 10],
    [right, 49],
    [top, 12],
    [bottom, 19],
  ] as const)
    expect(Math.abs(found - edge)).toBeLessThanOrEqual(1);
  expect(shaded.every((at) => isIn(at % COLUMNS, Math.floor(at / COLUMNS)))).toBe(true);
  expect(shaded.length).toBeGreaterThan(40 * 8 * 0.9);
});

it("finds none on even paper, and none in a shadow that deepens without an edge", () => {
  expect(fillsOf(() => 253).boxes).toEqual([]);
  expect(fillsOf((column) => 253 - column / 6).boxes).toEqual([]);
});

it("finds no narrow area, which is writing or grain", () => {
  expect(fillsOf((column, row) => (column >= 10 && column < 18 && row === 12 ? 247 : 253)).boxes).toEqual([]);
});

it("finds none on paper so rough that only larger differences count", () => {
  const rough = (column: number): number => (column % 2 === 0 ? 253 : 249);
  expect(fillsOf((column, row) => rough(column) - (isIn(column, row) ? 6 : 0)).boxes).toEqual([]);
});
