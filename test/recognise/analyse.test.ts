import { describe, expect, it } from "vitest";
import { analysed } from "../../src/recognise/analyse.js";
import { drawTable, type Look, type Pen, pagePicture, type TablePlan } from "./picture.js";

const PLAN: TablePlan = {
  left: 80,
  top: 140,
  widths: [80, 420, 140, 110],
  rowHeight: 64,
  fontPx: 22,
  rows: [
    ["No", "Action", "Lead", "RAG"],
    ["1", "Plant hedges along the lane\nand around the pond", "Parks", "G"],
    ["2", "Mend the roof of the hall", "Estates", "R"],
    ["3", "Train all wardens", "Safety", "A"],
  ],
  fill: (row, column) =>
    row === 0 ? "#d9d9d9" : column === 3 ? (["#00b050", "#ff0000", "#ffc000"][row - 1] ?? null) : null,
};

function drawPage(pen: Pen): void {
  pen.font = '26px "Test Sans Bold"';
  pen.fillText("Hedge and Hall Plan, progress in autumn", 80, 90);
  drawTable(pen, PLAN);
}

const page = (look: Look = {}) => pagePicture(900, 1270, drawPage, look);
const nearest = (values: readonly number[], wanted: number): number =>
  Math.min(...values.map((value) => Math.abs(value - wanted)));

describe("the analysis of a page's picture", () => {
  it.each([
    ["a clean page", {}],
    ["a page in a shadow", { shadow: 0.35, noise: 12 }],
    ["a grey page", { grey: true, noise: 8 }],
  ] as const)("finds every line and filled cell of a table on %s", (_, look) => {
    const { rules, fills } = analysed(page(look));
    const across = rules.filter((rule) => rule.across && rule.to - rule.from > 600).map(({ at }) => at);
    const down = rules.filter((rule) => !rule.across && rule.to - rule.from > 50).map(({ at }) => at);
    for (const y of [140, 204, 268, 332, 396]) expect(nearest(across, y)).toBeLessThan(3);
    for (const x of [80, 160, 580, 720, 830]) expect(nearest(down, x)).toBeLessThan(3);
    for (const row of [1, 2, 3]) {
      const [x, y] = [775, 140 + row * 64 + 50];
      const fill = fills.find(({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom);
      expect([fill?.left, fill?.right].map((side) => nearest([720, 830], side ?? 0))).toEqual([
        expect.closeTo(0, -1),
        expect.closeTo(0, -1),
      ]);
      expect(nearest([fill?.top ?? 0], 140 + row * 64)).toBeLessThan(4);
      expect(nearest([fill?.bottom ?? 0], 140 + (row + 1) * 64)).toBeLessThan(4);
    }
  });

  it("keeps the colours of filled cells in a shadow apart from each other", () => {
    const { fills } = analysed(page({ shadow: 0.3 }));
    const hues = fills
      .filter(({ left }) => left > 700 && left < 740)
      .map(({ colour: [red, green] }) => (green > 2 * red ? "green" : red > 2 * green ? "red" : "amber"));
    expect(hues).toEqual(expect.arrayContaining(["green", "red", "amber"]));
  });

  it.each([1.7, -3.2, 4.6])("straightens a page that lies at %s degrees", (slant) => {
    const { skew, turn } = analysed(page({ slant, noise: 6 }));
    expect(turn).toBe(0);
    expect(skew).toBeCloseTo(slant, 0);
    expect(Math.abs(skew - slant)).toBeLessThan(0.15);
  });

  it("sees that the lines of a page run down it", () => {
    const upright = page();
    const { turn, picture } = analysed({ ...onItsSide(upright) });
    expect(turn % 180).toBe(90);
    expect([picture.widthPx, picture.heightPx]).toEqual([900, 1270]);
  });

  it("separates columns that are closer than words of a heading, where a line or a fill lies between", () => {
    const { lines } = analysed(page());
    const inRow = lines.filter(({ top, bottom }) => top > 268 && bottom < 332);
    expect(inRow).toHaveLength(4);
  });

  it("takes a disc for a symbol with its colour, and a letter for writing", () => {
    const { symbols, lines } = analysed(
      pagePicture(900, 1270, (pen) => {
        drawPage(pen);
        pen.fillStyle = "#c00000";
        pen.beginPath();
        pen.arc(200, 600, 14, 0, Math.PI * 2);
        pen.fill();
        pen.fillStyle = "#000000";
        pen.font = '22px "Test Sans"';
        pen.fillText("rail or level r l I", 240, 608);
      }),
    );
    expect(symbols).toHaveLength(1);
    expect(symbols[0]?.colour[0]).toBeGreaterThan(150);
    expect(symbols[0]?.colour[1]).toBeLessThan(40);
    expect(lines.some(({ left, top }) => left < 250 && top > 585 && top < 600)).toBe(true);
  });

  it("finds lines of which only dots are left, and none in scattered specks", () => {
    const { rules } = analysed(
      pagePicture(900, 1270, (pen) => {
        pen.font = '22px "Test Sans"';
        pen.fillText("Hedge and Hall Plan, progress in autumn", 80, 90);
        pen.fillText("Mend the roof", 120, 280);
        for (let x = 100; x < 800; x += 34) pen.fillRect(x, 200, 4, 2);
        for (let x = 110; x < 800; x += 30) pen.fillRect(x, 350, 5, 2);
        for (let y = 210; y < 620; y += 28) pen.fillRect(600, y, 2, 4);
        for (let at = 0; at < 60; at += 1) pen.fillRect((at * 397) % 880, 640 + ((at * 211) % 560), 2, 2);
      }),
    );
    const across = rules.filter((rule) => rule.across && rule.to - rule.from > 500).map(({ at }) => Math.round(at));
    const down = rules.filter((rule) => !rule.across && rule.to - rule.from > 300).map(({ at }) => Math.round(at));
    expect(across.sort()).toEqual([201, 351]);
    expect(down).toEqual([601]);
    expect(rules).toHaveLength(3);
  });

  it("finds nothing in an empty page", () => {
    const { lines, rules, fills } = analysed(pagePicture(600, 800, () => undefined, { noise: 10 }));
    expect([lines.length, rules.length, fills.length]).toEqual([0, 0, 0]);
  });
});

/** Turned anticlockwise by a quarter. */
function onItsSide({ widthPx, heightPx, rgba }: ReturnType<typeof page>) {
  const target = new Uint8ClampedArray(rgba.length);
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1)
      target.set(
        rgba.subarray((y * widthPx + x) * 4, (y * widthPx + x) * 4 + 4),
        ((widthPx - 1 - x) * heightPx + y) * 4,
      );
  return { widthPx: heightPx, heightPx: widthPx, rgba: target };
}
