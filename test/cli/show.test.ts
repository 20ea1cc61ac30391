import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildPdf } from "../source/pdf/build-pdf.js";
import { melfordReport } from "../source/pdf/melford.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-show-"));
  writeFileSync(join(root, "a.pdf"), melfordReport());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const run = (...args: string[]) => runCommand(["show", ...args], root);

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue at a place in points of the page. */
  at(x: number, y: number): Colour;
}

async function pictureOf(name: string, scale = 2): Promise<Picture> {
  const image = await loadImage(readFileSync(join(root, name)));
  const pen = createCanvas(image.width, image.height).getContext("2d");
  pen.drawImage(image, 0, 0);
  return {
    width: image.width,
    height: image.height,
    at(x, y) {
      const [red = 0, green = 0, blue = 0] = pen.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data;
      return [red, green, blue];
    },
  };
}

type Colour = [red: number, green: number, blue: number];
const isGreenish = ([red, green, blue]: Colour) => green > red + 5 && green > blue + 5;
const isReddish = ([red, green, blue]: Colour) => red > green + 5 && red > blue + 5;

// Each command starts a process that reads, and some tests run several.
describe("ragtally show", { timeout: 60_000 }, () => {
  it("draws the first page with a row, twice as large as its points, with a panel at its right", async () => {
    const ended = await run("a.pdf", "--out", "page.png");
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toContain("page.png: page 1, 3 rows of a report");
    const { width, height } = await pictureOf("page.png");
    expect(height).toBeGreaterThanOrEqual(600);
    expect(width).toBeGreaterThan(800 + 200);
    expect(readdirSync(root).sort()).toEqual(["a.pdf", "page.png"]);
  });

  it("draws tables that were not chosen only where --candidates asks for them", async () => {
    const bold = (x: number, text: string) => `BT /F2 9 Tf ${x} 180 Td (${text}) Tj ET`;
    const plain = (x: number, y: number, text: string) => `BT /F1 9 Tf ${x} ${y} Td (${text}) Tj ET`;
    const rows = [160, 140, 120, 100].flatMap((y, at) => [
      plain(20, y, `${at + 1}`),
      plain(50, y, "Plant hedges"),
      plain(180, y, "PARKS"),
      plain(250, y, "Half are planted."),
    ]);
    const head = [bold(20, "Ref"), bold(50, "Task"), bold(180, "Owner"), bold(250, "Progress")];
    const content = [...head, ...rows].join("\n");
    writeFileSync(join(root, "open.pdf"), buildPdf({ pages: [{ content }] }));
    await run("open.pdf", "--out", "plain.png");
    await run("open.pdf", "--out", "candidates.png", "--candidates");
    expect(readFileSync(join(root, "candidates.png")).equals(readFileSync(join(root, "plain.png")))).toBe(false);
  });

  it("tints rows by their status, paints their bars, and leaves the rest of the page white", async () => {
    await run("a.pdf", "--out", "page.png");
    const picture = await pictureOf("page.png");
    // Titles' cells, left of the painted ones: white on the page, tinted here.
    expect(isGreenish(picture.at(280, 117))).toBe(true);
    expect(isReddish(picture.at(280, 137))).toBe(true);
    expect(isGreenish(picture.at(17.5, 110))).toBe(true);
    expect(isReddish(picture.at(17.5, 130))).toBe(true);
    // The page's own paint in a status's cell shows through.
    expect(isGreenish(picture.at(345, 117))).toBe(true);
    expect(picture.at(200, 250)).toEqual([255, 255, 255]);
  });

  it("draws the page at the scale asked for", async () => {
    await run("a.pdf", "--out", "page.png", "--scale", "1.5");
    const picture = await pictureOf("page.png", 1.5);
    expect(picture.height).toBeGreaterThanOrEqual(450);
    expect(picture.width).toBeLessThan(1000);
    expect(isReddish(picture.at(280, 137))).toBe(true);
  });

  it("draws a page that lies on its side upright, its marks where the words are", async () => {
    writeFileSync(join(root, "turned.pdf"), melfordReport(90));
    await run("turned.pdf", "--out", "page.png");
    await run("a.pdf", "--out", "upright.png");
    const [turned, upright] = [await pictureOf("page.png"), await pictureOf("upright.png")];
    for (const [x, y] of [
      [280, 117],
      [280, 137],
      [345, 117],
      [200, 250],
    ] as const)
      expect(turned.at(x, y)).toEqual(upright.at(x, y));
  });

  it("draws a page without rows when asked for it, and a document without a report", async () => {
    expect((await run("a.pdf", "--page", "2", "--out", "two.png")).stdout).toContain("page 2, 0 rows of a report");
    writeFileSync(join(root, "b.pdf"), buildPdf({ pages: [{ content: "BT /F1 10 Tf 10 200 Td (Words) Tj ET" }] }));
    expect((await run("b.pdf", "--out", "none.png")).stdout).toContain("page 1, 0 rows of a report");
    expect((await pictureOf("none.png")).height).toBeGreaterThanOrEqual(600);
  });

  it("draws pictures in the page, which reading leaves out", async () => {
    const image = `q 400 0 0 300 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID ${"\x10".repeat(4)} EI Q`;
    writeFileSync(join(root, "scan.pdf"), buildPdf({ pages: [{ content: image }] }));
    expect(await run("scan.pdf", "--out", "page.png")).toMatchObject({ code: 0 });
    const [red] = (await pictureOf("page.png")).at(200, 150);
    expect(red).toBeLessThan(140);
  });

  it("replaces a former picture, and nothing else", async () => {
    await run("a.pdf", "--out", "page.png");
    expect(await run("a.pdf", "--page", "2", "--out", "page.png")).toMatchObject({ code: 0 });
    mkdirSync(join(root, "folder"));
    const onFolder = await run("a.pdf", "--out", "folder");
    expect(onFolder).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("is a folder") });
    const before = readFileSync(join(root, "a.pdf"));
    const onItself = await run("a.pdf", "--out", "a.pdf");
    expect(onItself).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("is not a PNG") });
    expect(readFileSync(join(root, "a.pdf"))).toEqual(before);
    execFileSync("mkfifo", [join(root, "pipe")]);
    const onPipe = await run("a.pdf", "--out", "pipe");
    expect(onPipe).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("is no plain file") });
    const nowhere = await run("a.pdf", "--out", "no/such/page.png");
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringContaining("cannot be written (ENOENT)") });
  });

  it.each([
    [["--page", "0"], "not a page number"],
    [["--page", "two"], "not a page number"],
    [["--page", "3"], "there is no page 3; the PDF has 2 pages"],
    [["--scale", "0"], "not a number from"],
    [["--scale", "wide"], "not a number from"],
  ])("ends with 2 for %j and writes nothing", async (args, said) => {
    const { code, stdout, stderr } = await run("a.pdf", "--out", "page.png", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(readdirSync(root)).toEqual(["a.pdf"]);
  });

  it("refuses a picture of too many pixels before it draws", async () => {
    const content = "BT /F1 10 Tf 10 200 Td (Words) Tj ET";
    writeFileSync(join(root, "wall.pdf"), buildPdf({ pages: [{ content, entries: "/MediaBox [0 0 14000 14000]" }] }));
    const { code, stderr } = await run("wall.pdf", "--out", "page.png");
    expect(code).toBe(2);
    expect(stderr).toContain("choose a smaller one");
  });

  it("ends with 3 for a text file and for a PDF that wants a password", async () => {
    writeFileSync(join(root, "note.txt"), "1. Deliver the plan\n");
    const text = await run("note.txt", "--out", "page.png");
    expect(text).toMatchObject({ code: 3, stderr: expect.stringContaining("note.txt is neither a PDF nor a picture") });
    const locked = await run(resolve("fixtures/pdf/needs-password.pdf"), "--out", "page.png");
    expect(locked).toMatchObject({ code: 3, stderr: expect.stringContaining("(ENCRYPTED)") });
    expect(readdirSync(root).sort()).toEqual(["a.pdf", "note.txt"]);
  });

  it("says what is missing where this machine cannot draw", async () => {
    const env = { NAPI_RS_NATIVE_LIBRARY_PATH: join(root, "no-such-library.node") };
    const { code, stderr } = await runCommand(["show", "a.pdf", "--out", "page.png"], root, env);
    expect(code).toBe(2);
    expect(stderr).toContain("@napi-rs/canvas is not installed");
    const tables = await runCommand(["tables", "a.pdf"], root, env);
    expect(tables.stdout).toContain('"text":"Light the river path"');
  });
});
