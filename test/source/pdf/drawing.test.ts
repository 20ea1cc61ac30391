import { expect, test } from "vitest";
import type { Page } from "../../../src/model/page.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { onePage } from "./build-pdf.js";

async function drawn(content: string): Promise<Page> {
  const first = await readPages(onePage(content)).next();
  return (first.value as ReadPage).page;
}
const across = (x0: number, x1: number, y: number, widthPt: number) => ({
  x0,
  y0: y,
  x1,
  y1: y,
  widthPt,
  horizontal: true,
});
const down = (x: number, y0: number, y1: number, widthPt: number) => ({
  x0: x,
  y0,
  x1: x,
  y1,
  widthPt,
  horizontal: false,
});

test("strokes along the page are rulings, slanted ones and bends are none", async () => {
  const page = await drawn("2 w 10 100 m 200 100 l S 50 50 m 50 90 l S 10 10 m 80 60 l S 0 0 m 50 50 90 0 120 20 c S");
  expect(page.rulings).toEqual([across(10, 200, 200, 2), down(50, 210, 250, 2)]);
  expect(page.fills).toEqual([]);
});

test("a stroked box gives its four sides, and a matrix scales widths too", async () => {
  const page = await drawn("q 2 0 0 2 0 0 cm 0.5 w 10 20 50 30 re S Q");
  expect(page.rulings).toHaveLength(4);
  expect(page.rulings).toContainEqual(across(20, 120, 260, 1));
  expect(page.rulings).toContainEqual(down(120, 200, 260, 1));
});

test("thin filled boxes are rulings, thicker ones fills in painting order", async () => {
  const page = await drawn(
    "10 100 200 0.5 re f 10 50 1.5 50 re f 10 20 200 3 re f 0 1 0 rg 10 30 60 20 re f 1 g 20 30 9 9 re f",
  );
  expect(page.rulings).toEqual([across(10, 210, 199.75, 0.5), down(10.75, 200, 250, 1.5), across(10, 210, 278.5, 3)]);
  expect(page.fills).toEqual([
    { bbox: [10, 250, 70, 270], colour: "#00ff00" },
    { bbox: [20, 261, 29, 270], colour: "#ffffff" },
  ]);
});

test("a box filled and stroked is both, several boxes of one path are several", async () => {
  expect(await drawn("1 0 0 rg 10 30 60 20 re B")).toMatchObject({
    fills: [{ colour: "#ff0000" }],
    rulings: { length: 4 },
  });
  expect((await drawn("10 30 60 20 re 10 60 60 20 re f")).fills).toHaveLength(2);
});

test("a frame drawn as a box with a hole is four rulings and no fill", async () => {
  const page = await drawn("10 30 100 50 re 11 31 98 48 re f*");
  expect(page.fills).toEqual([]);
  expect(page.rulings).toHaveLength(4);
});

test("discs and rounded boxes are fills of their box, other outlines are not", async () => {
  const disc =
    "60 50 m 60 55.5 55.5 60 50 60 c 44.5 60 40 55.5 40 50 c 40 44.5 44.5 40 50 40 c 55.5 40 60 44.5 60 50 c f";
  expect((await drawn(`1 0.75 0 rg ${disc}`)).fills).toEqual([{ bbox: [40, 240, 60, 260], colour: "#ffbf00" }]);
  expect((await drawn("10 10 m 60 10 l 60 20 l 20 20 l 20 60 l 10 60 l f")).fills).toEqual([]);
});

test("fills and rulings end where their clip ends", async () => {
  const page = await drawn(
    "q 50 50 100 100 re W n 1 0 0 rg 0 0 300 300 re f 1 w 0 100 m 300 100 l S Q 0 20 m 300 20 l S",
  );
  expect(page.fills).toEqual([{ bbox: [50, 150, 150, 250], colour: "#ff0000" }]);
  expect(page.rulings).toEqual([across(50, 150, 200, 1), across(0, 300, 280, 1)]);
});

test("a stroke as wide as a line of text is a band of colour", async () => {
  const page = await drawn("0 0 1 RG 20 w 10 100 m 200 100 l S");
  expect(page).toMatchObject({ rulings: [], fills: [{ bbox: [10, 190, 200, 210], colour: "#0000ff" }] });
});
