/** Pages at a slant are read as if they were level, and their boxes stay where the page shows them. */
import { describe, expect, test } from "vitest";
import { boxAsShown, type Page } from "../../../src/model/page.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { onePage } from "./build-pdf.js";

const WIDTH = 400;
const HEIGHT = 300;

async function read(content: string, entries = ""): Promise<Page> {
  const first = await readPages(onePage(content, { entries })).next();
  return (first.value as ReadPage).page;
}

/** Where a point of the level sheet is on one turned clockwise around its centre; y upwards, as PDF has it. */
function turned(degrees: number, x: number, y: number): [number, number] {
  const radians = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [dx, dy] = [x - WIDTH / 2, y - HEIGHT / 2];
  return [WIDTH / 2 + dx * cos - dy * sin, HEIGHT / 2 + dx * sin + dy * cos];
}

/** The content under a matrix that turns the sheet clockwise. */
function slanted(content: string, degrees: number): string {
  const [e, f] = turned(degrees, 0, 0);
  const radians = (-degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)].map((value) => value.toFixed(8));
  return `q ${cos} ${sin} ${(-Number(sin)).toFixed(8)} ${cos} ${e.toFixed(6)} ${f.toFixed(6)} cm ${content} Q`;
}

const LINES = [
  [40, 250, "The harbour wall was mended in May"],
  [40, 230, "and the lamps on the quay were lit again"],
  [40, 210, "for the boats that come in after dark"],
  [300, 210, "Green"],
] as const;
const TEXT = LINES.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${y} Td (${text}) Tj ET`).join(" ");
const RULES = "0.5 w 30 200 m 370 200 l S 30 200 m 30 265 l S";
const CONTENT = `1 0 0 rg 295 205 60 14 re f 0 g ${TEXT} ${RULES}`;

/** Boxes and lengths may differ by a hundredth, to which they are rounded. */
const rounded = ({ words, rulings, fills }: Page): unknown =>
  JSON.parse(JSON.stringify({ words, rulings, fills }), (_, value) =>
    typeof value === "number" ? Math.round(value * 10) / 10 : value,
  );

describe("a page at a slant", () => {
  test.each([0.5, 1, 2, 3, -0.7, -3])("of %d degrees is read as the level one", async (degrees) => {
    const [level, page] = [await read(CONTENT), await read(slanted(CONTENT, degrees))];
    expect(page.skew).toBeCloseTo(degrees, 3);
    expect(rounded(page)).toEqual(rounded(level));
    expect(level.skew).toBeUndefined();
  });

  test("is turned upright first where its text is on its side", async () => {
    const [level, page] = [await read(CONTENT), await read(slanted(CONTENT, 2), "/Rotate 90")];
    expect([page.turn, page.words.map(({ text }) => text)]).toEqual([270, level.words.map(({ text }) => text)]);
    expect(page.skew).toBeCloseTo(2, 3);
  });

  test("has boxes around what it shows", async () => {
    const page = await read(slanted(CONTENT, 3));
    const word = page.words.find(({ text }) => text === "Green");
    const [x0, top, x1, bottom] = boxAsShown(word?.bbox ?? [0, 0, 0, 0], page);
    const [x, y] = turned(3, 312, 213);
    expect(x0 < x && x < x1 && top < HEIGHT - y && HEIGHT - y < bottom).toBe(true);
    expect(Math.max(x1 - x0 - 40, bottom - top - 14)).toBeLessThan(0);
  });

  test("is known by its lines where every word on them is level", async () => {
    const byWord = LINES.flatMap(([x, y, text]) => {
      let at = x as number;
      return text.split(" ").map((word) => {
        const [left, base] = turned(1.5, at, y);
        at += word.length * 5 + 4;
        return `BT /F1 10 Tf ${left.toFixed(3)} ${base.toFixed(3)} Td (${word}) Tj ET`;
      });
    }).join(" ");
    const page = await read(byWord);
    expect(page.skew).toBeCloseTo(1.5, 1);
    const tops = page.words.map(({ bbox }) => Math.round(bbox[1] / 4));
    expect(new Set(tops).size).toBe(3);
    expect(page.words.every(({ angle }) => angle === undefined)).toBe(true);
  });
});

describe("a page is left as it is", () => {
  test.each([
    ["where only a stamp on it is at a slant", `${CONTENT} ${slanted("BT /F1 30 Tf 100 100 Td (DRAFT) Tj ET", 2)}`],
    ["where its text is turned on purpose", slanted(CONTENT, 8)],
    ["where its lines do not agree", `${TEXT} ${slanted(TEXT, 1)} ${slanted(TEXT, -2)}`],
  ])("%s", async (_, content) => {
    expect((await read(content)).skew).toBeUndefined();
  });
});
