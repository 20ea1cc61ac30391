import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import sax from "sax";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.js";

const MONTHS = ["June", "September", "December"];

function report(theme: number, turn: number, rows: readonly (readonly [title: string, rag: string])[]): string {
  return [
    "CLEANER OTTERBY DELIVERY PLAN (2019-21)",
    `THEME ${theme} UPDATE - QRT ${turn} UPDATE (${MONTHS[turn - 1]} 2019)`,
    "",
    "No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status",
    ...rows.map(([title, rag], at) => `${at + 1}\tFORCE\t${title}\t${rag}\nUpdate: 0${at + 1}.05.19\nWork goes on.`),
  ].join("\n");
}

const BINS = "Empty the bins & sweep the square";
const PATH = "Light the path along the canal";

let root: string;
const run = (...args: string[]) => runCommand(args, root);
const file = (...parts: string[]) => readFileSync(join(root, ...parts));

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-chart-"));
  mkdirSync(join(root, "in"));
  const put = (name: string, text: string) => writeFileSync(join(root, "in", name), text);
  put("t1-q1.txt", report(1, 1, [[BINS, "G"]]));
  put("t1-q2.txt", report(1, 2, [[BINS, "A"]]));
  put("t1-q3.txt", report(1, 3, [[BINS, "R"]]));
  for (const turn of [1, 2]) put(`t2-q${turn}.txt`, report(2, turn, [[PATH, "G"]]));
  await run("ingest", "in", "--out", "out", "--quiet");
  const { code, stderr } = await run("chart", "out", "--out", "charts");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Texts by element, of an SVG that a strict XML parser accepts. */
function parseSvg(text: string): { readonly texts: string[]; readonly title: string; readonly names: Set<string> } {
  const parser = sax.parser(true);
  const [texts, names, path]: [string[], Set<string>, string[]] = [[], new Set(), []];
  let title = "";
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => {
    names.add(name);
    path.push(name);
  };
  parser.ontext = (content) => {
    if (path.at(-1) === "text") texts.push(content);
    if (path.join(">") === "svg>title") title = content;
  };
  parser.onclosetag = () => path.pop();
  parser.write(text).close();
  return { texts, title, names };
}

describe("ragtally chart", () => {
  it("writes a numbered SVG and PNG for the plan and for each theme, and says which is which", () => {
    const names = ["chart-001", "chart-002", "chart-003"].flatMap((name) => [`${name}.png`, `${name}.svg`]);
    expect(readdirSync(join(root, "charts")).sort()).toEqual(["SUMMARY.md", ...names]);
    const rows = [
      ...file("charts", "SUMMARY.md")
        .toString()
        .matchAll(/^\| (chart[^|]+) \| ([^|]+) \|/gm),
    ];
    expect(rows.map(([, files, title]) => [files, title])).toEqual([
      ["chart-001.svg, chart-001.png", "CLEANER OTTERBY DELIVERY PLAN (2019-2021), all 2 themes"],
      ["chart-002.svg, chart-002.png", "CLEANER OTTERBY DELIVERY PLAN (2019-2021), theme 1"],
      ["chart-003.svg, chart-003.png", "CLEANER OTTERBY DELIVERY PLAN (2019-2021), theme 2"],
    ]);
  });

  it("draws letters for statuses, titles as they are printed, and says what it shows to those who do not see it", () => {
    const { texts, title, names } = parseSvg(file("charts", "chart-002.svg").toString());
    expect(title).toBe("CLEANER OTTERBY DELIVERY PLAN (2019-2021), theme 1");
    expect([...names].sort()).toEqual(["desc", "line", "rect", "svg", "text", "title"]);
    expect(texts).toEqual(expect.arrayContaining(["G 1", "A 1", "R 1", "Q1", "2019-20", "100%"]));
    expect(texts.filter((text) => ["G", "A", "R"].includes(text))).toEqual(["G", "A", "R", "G", "A", "R"]);
    expect(texts.some((text) => text.startsWith("Empty the bins & sweep"))).toBe(true);
  });

  it("counts the rows of all themes in the plan's chart, and rows whose latest update is late", () => {
    const svg = file("charts", "chart-001.svg").toString();
    expect(svg).toContain("Q1 2019-20: 2 rows, 2 green; 0 with a latest update from before the period");
    expect(svg).toContain("Q2 2019-20: 2 rows, 1 green, 1 amber; 2 with a latest update from before the period");
    expect(svg).toContain("Q3 2019-20: 1 rows, 1 red");
  });

  it("draws the same as a picture, with its texts", async () => {
    const image = await loadImage(file("charts", "chart-002.png"));
    const svg = file("charts", "chart-002.svg").toString();
    expect([image.width, image.height]).toEqual(
      ["width", "height"].map((side) => 2 * Number(new RegExp(`<svg [^>]* ${side}="(\\d+)"`).exec(svg)?.[1])),
    );
    const canvas = createCanvas(image.width, image.height);
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const at = /<text x="(\d+)" y="(\d+)"[^>]*>(?:<title>[^<]*<\/title>)?Empty/.exec(svg)?.slice(1).map(Number) ?? [];
    const [x = 0, y = 0] = at;
    const { data } = pen.getImageData(2 * x, 2 * (y - 10), 2 * 120, 2 * 12);
    const dark = Array.from({ length: data.length / 4 }, (_, pixel) => data[4 * pixel] ?? 255).filter(
      (one) => one < 110,
    );
    // Letters take a part of their line: neither nothing nor all of it.
    expect(dark.length / (data.length / 4)).toBeGreaterThan(0.08);
    expect(dark.length / (data.length / 4)).toBeLessThan(0.5);
  });

  it("writes the same bytes again, over its own earlier charts", async () => {
    const before = readdirSync(join(root, "charts")).map((name) => [name, file("charts", name).toString("base64")]);
    expect((await run("chart", "out", "--out", "charts")).code).toBe(0);
    const after = readdirSync(join(root, "charts")).map((name) => [name, file("charts", name).toString("base64")]);
    expect(after).toEqual(before);
  });

  it("takes one theme and one format", async () => {
    const { code, stdout } = await run("chart", "out", "--out", "one", "--theme", "2", "--format", "svg");
    expect(code).toBe(0);
    expect(stdout).toContain("1 chart written to one");
    expect(readdirSync(join(root, "one")).sort()).toEqual(["SUMMARY.md", "chart-001.svg"]);
    expect(file("one", "chart-001.svg").toString()).toContain("theme 2");
  });

  it.each([
    [["chart", "out", "--out", "in"], "holds files that are not a former output"],
    [["chart", "out", "--out", "x", "--plan", "moon"], "there is no plan with that name or theme"],
    [["chart", "out", "--out", "x", "--format", "gif"], '"gif" is none of svg, png'],
    [["chart", "in", "--out", "x"], "there is no such file; write it with `ragtally ingest"],
  ])("refuses %j and says why", async (args, message) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
