import { expect, test } from "vitest";
import { boxAsShown, type Page } from "../../../src/model/page.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { onePage } from "./build-pdf.js";

async function firstPage(content: string, entries = ""): Promise<Page> {
  const first = await readPages(onePage(content, { entries })).next();
  return (first.value as ReadPage).page;
}

test("a crop box is the page: origin at its corner, what lies outside is gone", async () => {
  const page = await firstPage("BT /F1 10 Tf 110 150 Td (In) Tj -100 0 Td (Out) Tj ET", "/CropBox [100 100 300 250]");
  expect([page.widthPt, page.heightPt]).toEqual([200, 150]);
  expect(page.words.map(({ text }) => text)).toEqual(["In"]);
  expect(page.words[0]?.bbox.slice(0, 2)).toEqual([10, 92.5]);
});

test("a page rotated to be read is read as it is shown", async () => {
  const page = await firstPage("BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Update) Tj ET", "/Rotate 90");
  expect([page.widthPt, page.heightPt]).toEqual([300, 400]);
  expect(page.turn).toBeUndefined();
  expect(page.words[0]).toMatchObject({ text: "Update" });
  expect(page.words[0]?.bbox.slice(0, 2)).toEqual([50, 92.5]);
});

test.each([
  ["/Rotate 90", 270, [300, 400]],
  ["/Rotate 180", 180, [400, 300]],
  ["/Rotate 270", 90, [300, 400]],
])(
  "a page shown on its side (%s) is turned upright, and its boxes can be turned back",
  async (entries, turn, shown) => {
    const content = "BT /F1 10 Tf 100 200 Td (Update) Tj ET 1 0 0 rg 20 30 50 10 re f";
    const upright = await firstPage(content);
    const page = await firstPage(content, entries as string);
    expect(page.turn).toBe(turn);
    expect(page.words).toEqual(upright.words);
    expect(page.fills).toEqual(upright.fills);
    expect([page.widthPt, page.heightPt]).toEqual([400, 300]);
    const [x0, top, x1, bottom] = boxAsShown(page.fills[0]?.bbox ?? [0, 0, 0, 0], page);
    expect([x1 - x0, bottom - top].sort((one, other) => one - other)).toEqual([10, 50]);
    const [width = 0, height = 0] = shown as number[];
    expect(x0 >= 0 && top >= 0 && x1 <= width && bottom <= height).toBe(true);
    // The box stands in the lower left corner of the sheet: after a quarter turn clockwise, in the upper left one.
    if (turn === 270) expect([x0, top]).toEqual([30, 20]);
  },
);

test("sideways words among upright ones tell their angle", async () => {
  const page = await firstPage(
    "BT /F1 10 Tf 10 250 Td (Deliverable and organisation) Tj 0 1 -1 0 200 100 Tm (Status) Tj ET",
  );
  expect(page.words.map(({ text, angle }) => [text, angle])).toContainEqual(["Status", 270]);
  expect(page.words[0]).not.toHaveProperty("angle");
});

test("images are told by their share of the page though they are not decoded", async () => {
  const image = `BI /W 20 /H 20 /BPC 8 /CS /G ID ${"x".repeat(400)} EI`;
  const page = await firstPage(`q 200 0 0 300 0 0 cm ${image} Q BT /F1 10 Tf 10 250 Td (Text) Tj ET`);
  expect(page.imageShare).toBeCloseTo(0.5, 1);
  expect(page.words.map(({ text }) => text)).toEqual(["Text"]);
  expect((await firstPage("q 200 0 0 300 0 0 cm 0 0 1 1 re f Q")).imageShare).toBe(0);
});
