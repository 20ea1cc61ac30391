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

  it("finds stripes a few levels darker than the paper, with their edges, and none in a shadow", () => {
    const striped = (pen: Pen): void => {
      for (const top of [300, 460]) {
        pen.fillStyle = "#f4f4f4";
        pen.fillRect(80, top, 740, 80);
      }
      pen.fillStyle = "#000000";
      pen.font = '22px "Test Sans"';
      for (let at = 0; at < 4; at += 1) pen.fillText("Mend the roof of the hall and the door", 120, 270 + at * 80);
    };
    const found = (look: Look) =>
      analysed(pagePicture(900, 1270, striped, look)).fills.map(({ left, top, right, bottom }) =>
        [left, top, right, bottom].map((side) => Math.round(side / 4)),
      );
    expect(found({ noise: 6 }).sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0))).toEqual([
      [20, 75, 205, 95],
      [20, 115, 205, 135],
    ]);
    expect(analysed(pagePicture(900, 1270, () => undefined, { shadow: 0.3, noise: 6 })).fills).toEqual([]);
  });

  it("splits a row of filled cells at white lines, and at the seams that a scan leaves of them", () => {
    const { fills } = analysed(
      pagePicture(1200, 1700, (pen) => {
        for (const [top, line] of [
          [200, "#ffffff"],
          [350, "rgba(255,255,255,0.25)"],
        ] as const) {
          pen.fillStyle = "#303030";
          pen.fillRect(100, top, 1000, 45);
          pen.fillStyle = line;
          pen.fillRect(450, top, 2, 45);
        }
      }),
    );
    const widths = (top: number) =>
      fills.filter((fill) => Math.abs(fill.top - top) < 5).map(({ left, right }) => Math.round((right - left) / 50));
    expect(widths(200)).toEqual([7, 13]);
    expect(widths(350)).toEqual([7, 13]);
  });

  it("takes neither the round ends of a filled cell nor its sharpened edge for writing", () => {
    const { lines, fills } = analysed(
      pagePicture(900, 1270, (pen) => {
        pen.fillStyle = "#f3f3f3";
        pen.fillRect(100, 190, 700, 60);
        pen.fillStyle = "#666666";
        pen.beginPath();
        pen.roundRect(400, 205, 120, 30, 9);
        pen.fill();
        pen.fillStyle = "#000000";
        pen.font = '17px "Test Sans"';
        pen.fillText("Hedge", 430, 226);
        pen.fillStyle = "#303030";
        pen.fillRect(100, 350, 700, 40);
        pen.fillStyle = "#000000";
        pen.fillRect(100, 389, 700, 1);
        pen.fillRect(799, 350, 1, 40);
      }),
    );
    expect(fills).toHaveLength(3);
    expect(lines.map(({ pieces }) => pieces.length)).toEqual([5]);
  });

  it("takes grey squares with a ragged edge for symbols", () => {
    const draw = (pen: Pen): void => {
      pen.fillStyle = "#808080";
      for (let at = 0; at < 5; at += 1) {
        pen.fillRect(100, 200 + at * 60, 16, 16);
        for (let x = 100; x < 116; x += 5 + at) pen.fillRect(x, 216 + at * 60, 3, 1);
      }
      pen.fillStyle = "#000000";
      pen.font = '16px "Test Sans"';
      pen.fillText("rail or level r l I", 200, 214);
    };
    expect(analysed(pagePicture(900, 1270, draw, { noise: 18 })).symbols).toHaveLength(5);
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
