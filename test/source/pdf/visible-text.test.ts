import { expect, test } from "vitest";
import type { Word } from "../../../src/model/page.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { onePage } from "./build-pdf.js";

async function wordsOf(content: string, resources = ""): Promise<readonly Word[]> {
  const first = await readPages(onePage(content, { resources })).next();
  return (first.value as ReadPage).page.words;
}
const textsOf = async (content: string, resources = ""): Promise<string[]> =>
  (await wordsOf(content, resources)).map(({ text }) => text);

test("new text over a box that hides old text shows, also where the old has the same letters", async () => {
  const old = "BT /F1 10 Tf 10 200 Td (Update 07.11.22: The roof leaks) Tj ET";
  const box = "1 g 5 195 380 15 re f 0 g";
  expect(await textsOf(`${old} ${box} BT /F1 10 Tf 10 200 Td (Update 09.11.22: The roof is dry) Tj ET`)).toEqual(
    "Update 09.11.22: The roof is dry".split(" "),
  );
});

test("a box over part of a word hides that part only", async () => {
  expect(await textsOf("BT /F1 20 Tf 10 200 Td (illegal) Tj ET 1 g 0 190 21 40 re f")).toEqual(["legal"]);
});

test("paint that lets the text shine through, or is clipped to another shape, hides nothing", async () => {
  const text = "BT /F1 10 Tf 10 200 Td (Marked) Tj ET";
  const states = "/ExtGState << /Half << /ca 0.5 >> /Multiply << /BM /Multiply >> >>";
  expect(await textsOf(`${text} /Half gs 1 1 0 rg 0 190 100 30 re f`, states)).toEqual(["Marked"]);
  expect(await textsOf(`${text} /Multiply gs 1 1 0 rg 0 190 100 30 re f`, states)).toEqual(["Marked"]);
  expect(await textsOf(`${text} 0 180 m 200 180 l 0 300 l W n 1 1 0 rg 0 190 100 30 re f`)).toEqual(["Marked"]);
});

test("text in the colour of the paper or of the box under it is not on the page", async () => {
  const shown = "0 g BT /F1 10 Tf 10 200 Td (Repair the roof) Tj";
  expect(await textsOf(`${shown} 1 g ( overdue) Tj ET`)).toEqual(["Repair", "the", "roof"]);
  expect(await textsOf(`${shown} 0.99 g ( overdue) Tj ET`)).toEqual(["Repair", "the", "roof"]);
  expect(await textsOf("0 0.6 0 rg 0 190 50 30 re f BT /F1 10 Tf 10 200 Td (G) Tj 100 0 Td (Done) Tj ET")).toEqual([
    "Done",
  ]);
});

test("white text shows on boxes, pictures, patterns, discs and shapes of another colour", async () => {
  const white = "1 g BT /F1 10 Tf 10 200 Td (Lead) Tj ET";
  expect(await textsOf(`0 0 0.5 rg 0 190 100 30 re f ${white}`)).toEqual(["Lead"]);
  expect(await textsOf(`0 0 0.5 rg 0 190 m 100 190 l 120 205 l 100 220 l 0 220 l f ${white}`)).toEqual(["Lead"]);
  expect(await textsOf(`q 100 0 0 30 0 190 cm BI /W 1 /H 1 /BPC 8 /CS /G ID 0 EI Q ${white}`)).toEqual(["Lead"]);
  const shading =
    "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 400 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.5] /N 1 >> >> >>";
  expect(await textsOf(`q 0 190 100 30 re W n /S sh Q ${white}`, shading)).toEqual(["Lead"]);
  expect(await textsOf(`0 0 0.5 RG 30 w 0 205 m 100 205 l S ${white}`)).toEqual(["Lead"]);
});

test("white text with an outline in another colour shows", async () => {
  expect(await textsOf("1 g 0 0 1 RG BT /F1 10 Tf 2 Tr 10 200 Td (Plan) Tj ET")).toEqual(["Plan"]);
});

test("a page of many boxes and words is read in time that grows with their number", async () => {
  const secondsFor = async (count: number): Promise<number> => {
    const cells = Array.from({ length: count }, (_, index) => {
      const [x, y] = [(index % 200) * 2, Math.floor(index / 200) * 1.5];
      return `0.9 g ${x} ${y} 2 1.5 re f 0 g BT /F1 1 Tf ${x} ${y} Td (ab) Tj ET`;
    });
    const started = process.cpuUsage();
    expect(await textsOf(cells.join("\n"))).toHaveLength(count);
    return process.cpuUsage(started).user;
  };
  await secondsFor(1000);
  const few = await secondsFor(8000);
  expect(await secondsFor(32_000)).toBeLessThan(few * 10);
});
