import { describe, expect, it } from "vitest";
import { colourOf } from "../../../src/source/pdf/pictures.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { buildPdf, onePage, stream } from "./build-pdf.js";

const image = (points: readonly (readonly number[])[]) => ({
  kind: points[0]?.length === 3 ? 2 : 3,
  data: points.flat(),
});
const [WHITE, GREEN, DARK_GREEN, RED] = [
  [255, 255, 255],
  [0, 176, 80],
  [0, 140, 60],
  [255, 0, 0],
];

describe("a picture's colour", () => {
  it("is the one that its coloured points share", () => {
    expect(colourOf(image([WHITE, GREEN, GREEN, DARK_GREEN, WHITE]))).toBe("#00a449");
  });

  it("is none where they are of several hues, or few, or transparent", () => {
    expect(colourOf(image([GREEN, GREEN, RED, RED]))).toBeNull();
    expect(colourOf(image([...Array.from({ length: 20 }, () => WHITE), GREEN]))).toBeNull();
    expect(colourOf(image([[0, 176, 80, 0]]))).toBeNull();
  });

  it("is none of what could not be decoded", () => {
    for (const source of [null, undefined, {}, { kind: 2 }, { kind: 1, data: [255] }])
      expect(colourOf(source)).toBeNull();
  });
});

describe("a small image on a page", () => {
  const green = stream(
    "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
    "\x00\xb0\x50".repeat(4),
  );
  const fillsOf = async (bytes: Uint8Array) => ((await readPages(bytes).next()).value as ReadPage).page.fills;
  const objects = new Map([[100, green]]);
  const resources = "/XObject << /Im 100 0 R >>";

  it("is a fill in its colour, at each of its places", async () => {
    const draw = (x: number): string => `q 10 0 0 10 ${x} 200 cm /Im Do Q`;
    const fills = await fillsOf(
      buildPdf({ pages: [{ content: [20, 60, 100, 140].map(draw).join(" "), resources }], objects }),
    );
    expect(fills).toHaveLength(4);
    expect(fills[1]).toEqual({ bbox: [60, 90, 70, 100], colour: "#00b050", picture: true });
  });

  it("is none where it is shown large", async () => {
    expect(
      await fillsOf(buildPdf({ pages: [{ content: "q 200 0 0 200 20 20 cm /Im Do Q", resources }], objects })),
    ).toEqual([]);
  });
});

it("a fill with a ring around it is marked", async () => {
  const disc = (x: number, paint: string): string =>
    `${x + 4} 200 m ${x + 4} 202.2 ${x + 2.2} 204 ${x} 204 c ${x - 2.2} 204 ${x - 4} 202.2 ${x - 4} 200 c ` +
    `${x - 4} 197.8 ${x - 2.2} 196 ${x} 196 c ${x + 2.2} 196 ${x + 4} 197.8 ${x + 4} 200 c h ${paint}`;
  const first = await readPages(
    onePage(`1 0 0 rg ${disc(20, "f")} 0 1 0 rg ${disc(40, "f")} 0 G ${disc(40, "S")}`),
  ).next();
  expect((first.value as ReadPage).page.fills.map(({ ringed }) => ringed)).toEqual([undefined, true]);
});
