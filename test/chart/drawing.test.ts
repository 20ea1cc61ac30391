import { describe, expect, it } from "vitest";
import type { ChartContent } from "../../src/chart/content.js";
import { drawChart } from "../../src/chart/draw-chart.js";
import type { BoxMark, Mark, TextMark } from "../../src/chart/drawing.js";
import { renderSvg } from "../../src/chart/svg.js";
import { shortened, textWidth, wrapped } from "../../src/chart/text-width.js";
import { STATUSES_AND_NONE, zeroCounts } from "../../src/schema/statuses.js";

const period = (label: string, counts: Partial<ReturnType<typeof zeroCounts>>) => ({
  ...{ label, lateRows: 1, undatedRows: 0 },
  counts: { ...zeroCounts(), ...counts },
});

const CONTENT: ChartContent = {
  name: "Harbour Plan (2018-2021), theme 1: Safe quays",
  part: "",
  periods: [period("Q1 2019-20", { green: 12, red: 3, amber: 5 }), period("Q2 2019-20", { green: 39, red: 1 })],
  strips: [
    { number: "1", title: "Paint the quay & <mend> it", cells: ["green", "amber-red"] },
    { number: null, title: null, cells: [null, "unreadable"] },
  ],
};

const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === "text");
const boxesOf = (marks: readonly Mark[]): BoxMark[] => marks.filter((mark) => mark.kind === "box");
const isIn = ({ x, y }: TextMark, box: BoxMark): boolean =>
  x >= box.x && x <= box.x + box.width && y > box.y && y - 8 < box.y + box.height;

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

describe("a chart", () => {
  it("has a letter in every cell of every status, dark or light enough on its colour", () => {
    const cells = STATUSES_AND_NONE.map((status, at) => ({ number: String(at), title: null, cells: [status] }));
    const periods = [period("2019-09", Object.fromEntries(STATUSES_AND_NONE.map((status) => [status, 2])))];
    const { marks } = drawChart({ ...CONTENT, periods, strips: cells });
    const lettered = boxesOf(marks).flatMap((box) => {
      const own = textsOf(marks).filter((mark) => mark.bold && mark.anchor === "middle" && isIn(mark, box));
      return own.map((mark) => ({ text: mark.text, contrast: contrast(box.fill, mark.colour) }));
    });
    // In the legend, in the column and in the strip; and what is not in the report has its sign in the legend.
    expect(lettered).toHaveLength(3 * STATUSES_AND_NONE.length + 1);
    expect(lettered.filter((one) => one.contrast < 4.5)).toEqual([]);
    expect(new Set(lettered.map(({ text }) => text.split(" ")[0])).size).toBe(STATUSES_AND_NONE.length + 1);
  });

  it("writes out below its column what has no room in it, so that all numbers can be read", () => {
    const texts = textsOf(drawChart(CONTENT).marks);
    const numbers = texts.filter(({ text }) => /^(?:G|A|R|AR|\?) \d+$/.test(text));
    expect(numbers.map(({ text }) => text)).toEqual(["G 12", "A 5", "R 3", "G 39", "R 1"]);
    const [green, red] = ["G 39", "R 1"].map((text) => numbers.find((one) => one.text === text));
    expect(red?.x).toBe(green?.x);
    expect(red?.y).toBeGreaterThan(green?.y ?? 0);
  });

  it("fills each column completely, in proportion", () => {
    const boxes = boxesOf(drawChart(CONTENT).marks);
    const first = boxes.filter(({ height, x }) => height > 20 && x === boxes.find((one) => one.height > 100)?.x);
    expect(first.map(({ height }) => Math.round(height + 1))).toEqual([132, 55, 33]);
  });

  it("says all figures and statuses in its description", () => {
    const { description } = drawChart(CONTENT);
    expect(description).toContain(
      "Q1 2019-20: 20 rows, 12 green, 5 amber, 3 red; 1 with a latest update from before the period, 0 without a dated update.",
    );
    expect(description).toContain("1 Paint the quay & <mend> it: green, amber-red.");
  });

  it("says where late updates were not checked, and shows no 0 for them", () => {
    const unchecked = { ...CONTENT, periods: CONTENT.periods.map((one) => ({ ...one, lateRows: null })), strips: [] };
    const { marks, description } = drawChart(unchecked);
    expect(textsOf(marks).filter(({ text }) => text === "–")).toHaveLength(2);
    expect(description).toContain("late updates not checked");
  });

  it("keeps every mark within its edges", () => {
    const name = "A plan with a very long name that goes on ".repeat(20);
    const { marks, width, height } = drawChart({ ...CONTENT, name });
    for (const mark of textsOf(marks)) {
      const length = textWidth(mark.text, mark.size, mark.bold);
      expect(mark.y).toBeLessThan(height);
      if (mark.anchor === undefined) expect(mark.x + length, mark.text).toBeLessThanOrEqual(width + 1);
    }
  });
});

describe("an SVG", () => {
  it("is the same for the same content, and escapes what the content says", () => {
    const svg = renderSvg(drawChart(CONTENT), "one");
    expect(renderSvg(drawChart(structuredClone(CONTENT)), "one")).toBe(svg);
    expect(svg).toContain("Paint the quay &amp; &lt;mend&gt; it");
    expect(svg).not.toContain("<mend>");
  });
});

describe("texts in a chart", () => {
  it("are shortened at the end, to their room", () => {
    expect(shortened("short", 200, 12)).toBe("short");
    const long = shortened("Mend the long bridge over the river", 100, 12);
    expect(long).toMatch(/^Mend the.*…$/);
    expect(textWidth(long, 12)).toBeLessThanOrEqual(100);
  });

  it("are wrapped between words, and lose nothing before the last line", () => {
    const lines = wrapped("one two three four five six", 60, 12, 9);
    expect(lines.join(" ")).toBe("one two three four five six");
    expect(lines.length).toBeGreaterThan(2);
    expect(wrapped("one two three four five six", 60, 12, 2)).toHaveLength(2);
  });
});
