import { expect, test } from "vitest";
import type { Page, Word } from "../../../src/model/page.js";
import { type ReadPage, readPages } from "../../../src/source/pdf/read-pages.js";
import { buildPdf, onePage, stream } from "./build-pdf.js";

async function firstPage(bytes: Uint8Array): Promise<Page> {
  const first = await readPages(bytes).next();
  return (first.value as ReadPage).page;
}
const wordsOf = async (content: string): Promise<readonly Word[]> => (await firstPage(onePage(content))).words;
const textsOf = async (content: string): Promise<string[]> => (await wordsOf(content)).map(({ text }) => text);

test("a word's box stands on its baseline, from the top left corner, as wide as its letters", async () => {
  const [word] = await wordsOf("BT /F1 10 Tf 100 200 Td (Hello) Tj ET");
  expect(word).toMatchObject({ text: "Hello", sizePt: 10, colour: "#000000", bold: false, invisible: false });
  expect(word?.bbox).toEqual([100, 92.5, 122.78, 102.5]);
});

test("words part at spaces, at no-break spaces and at gaps as wide as a narrow space", async () => {
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (One two\\240three) Tj ET")).toEqual(["One", "two", "three"]);
  expect(await textsOf("BT /F1 10 Tf 10 200 Td [(Up) -220 (date)] TJ ET")).toEqual(["Up", "date"]);
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (12.3) Tj 22 0 Td (Deliver) Tj ET")).toEqual(["12.3", "Deliver"]);
});

test("kerning, single letters placed one by one and ordinals raised a little stay one word", async () => {
  expect(await textsOf("BT /F1 10 Tf 10 200 Td [(W) 80 (A) 60 (V) -40 (E)] TJ ET")).toEqual(["WAVE"]);
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (T) Tj 6.1 0 Td (o) Tj ET")).toEqual(["To"]);
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (1) Tj /F1 6 Tf 4 Ts (st) Tj ET")).toEqual(["1st"]);
});

test("a raised figure after a name is a word of its own", async () => {
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (Council) Tj /F1 6 Tf 4 Ts (2) Tj ET")).toEqual(["Council", "2"]);
});

test("letter-spaced headings are words, by spacing or by offsets", async () => {
  expect(await textsOf("BT /F1 10 Tf 3 Tc 10 200 Td (STATUS KEY) Tj ET")).toEqual(["STATUS", "KEY"]);
  const offsets = "BT /F1 10 Tf 10 200 Td [(S) -300 (T) -300 (A) -300 (T) -300 (U) -300 (S)] TJ ET";
  expect(await textsOf(offsets)).toEqual(["STATUS"]);
});

test("rows of dots and short words set apart by offsets are not taken for letter-spacing", async () => {
  expect(await textsOf("BT /F1 10 Tf 10 200 Td [(Aim) -600 (.) -330 (.) -330 (.) -330 (.)] TJ ET")).toHaveLength(5);
  const short = "BT /F1 10 Tf 10 200 Td [(a) -330 (b) -330 (to) -330 (c) -330 (d)] TJ ET";
  expect(await textsOf(short)).toEqual(["a", "b", "to", "c", "d"]);
});

test("matrices of text and page, scaling and rise multiply into place and size", async () => {
  const [word] = await wordsOf("q 2 0 0 2 10 20 cm BT /F1 1 Tf 50 Tz 5 0 0 5 30 40 Tm 1 Ts (Hello) Tj ET Q");
  expect(word).toMatchObject({ text: "Hello", sizePt: 10 });
  expect(word?.bbox).toEqual([70, 182.5, 81.39, 192.5]);
});

test("colours are those of the paint that shows, patterns and text modes considered", async () => {
  const words = await wordsOf(
    "BT /F1 10 Tf 10 250 Td 1 0 0 rg (Red) Tj 0 0 1 RG 1 Tr 0 -20 Td (Outline) Tj 0 Tr 0.5 g 0 -20 Td (Grey) Tj " +
      "0 1 1 0 k 0 -20 Td (Ink) Tj ET",
  );
  expect(words.map(({ colour }) => colour).slice(0, 3)).toEqual(["#ff0000", "#0000ff", "#808080"]);
  const ink = Number.parseInt(words[3]?.colour.slice(1) ?? "", 16);
  expect(ink >> 16).toBeGreaterThan(180);
  expect(ink & 255).toBeLessThan(80);
});

test("text painted with no ink is kept and marked", async () => {
  const words = await wordsOf("BT /F1 10 Tf 10 200 Td 3 Tr (Hidden) Tj 0 Tr 0 -20 Td (Shown) Tj ET");
  expect(words.map(({ text, invisible }) => [text, invisible])).toEqual([
    ["Hidden", true],
    ["Shown", false],
  ]);
});

test("text painted twice, apart by a hair or as a shadow, counts once and is bold", async () => {
  const words = await wordsOf("BT /F1 10 Tf 10 200 Td 0.5 g (Status) Tj 0.3 -0.2 Td 0 g (Status) Tj ET");
  expect(words.map(({ text, bold, colour }) => [text, bold, colour])).toEqual([["Status", true, "#000000"]]);
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (will) Tj ET")).toEqual(["will"]);
});

test("bold is known by the font and by painting outline and body", async () => {
  const words = await wordsOf("BT /F2 10 Tf 10 200 Td (Font) Tj /F1 10 Tf 2 Tr 0 -20 Td (Mode) Tj ET");
  expect(words.map(({ bold }) => bold)).toEqual([true, true]);
});

test("text off the page, outside its clip or under a later box is not on the page", async () => {
  expect(await textsOf("BT /F1 10 Tf 10 200 Td (In) Tj 900 0 Td (Out) Tj ET")).toEqual(["In"]);
  const clipped = "q 0 190 100 30 re W n BT /F1 10 Tf 10 200 Td (In) Tj 200 0 Td (Out) Tj ET Q";
  expect(await textsOf(`${clipped} BT /F1 10 Tf 250 200 Td (After) Tj ET`)).toEqual(["In", "After"]);
  const covered = "BT /F1 10 Tf 10 200 Td (Under) Tj ET 1 g 0 190 100 30 re f 0 g BT /F1 10 Tf 10 200 Td (Over) Tj ET";
  expect(await textsOf(covered)).toEqual(["Over"]);
});

test("forms draw in their own place, and a form that calls itself ends", async () => {
  const objects = new Map([
    [
      100,
      stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 50 60] /Resources << /Font << /F1 3 0 R >> /XObject << /Fm 100 0 R >> >>",
        "BT /F1 10 Tf 10 20 Td (Inside) Tj 200 0 Td (Beyond) Tj ET /Fm Do",
      ),
    ],
  ]);
  const content = "q 1 0 0 1 100 100 cm /Fm Do Q BT /F1 10 Tf 10 20 Td (Page) Tj ET";
  const page = await firstPage(buildPdf({ pages: [{ content, resources: "/XObject << /Fm 100 0 R >>" }], objects }));
  expect(page.words.map(({ text }) => text)).toEqual(["Inside", "Page"]);
  expect(page.words[0]?.bbox.slice(0, 2)).toEqual([160, 112.5]);
});

test("text of a hidden layer is not on the page", async () => {
  const objects = new Map([
    [100, "<< /Type /OCG /Name (Draft) >>"],
    [101, "<< /Type /OCG /Name (Final) >>"],
  ]);
  const catalog = "/OCProperties << /OCGs [100 0 R 101 0 R] /D << /OFF [100 0 R] >> >>";
  const content = "BT /F1 10 Tf 10 200 Td /OC /Off BDC (Hidden) Tj EMC 0 -20 Td /OC /On BDC (Shown) Tj EMC ET";
  const resources = "/Properties << /Off 100 0 R /On 101 0 R >>";
  const page = await firstPage(buildPdf({ pages: [{ content, resources }], objects, catalog }));
  expect(page.words.map(({ text }) => text)).toEqual(["Shown"]);
});

test("transparent paint shows paler, and text with no opacity is invisible", async () => {
  const resources = "/ExtGState << /Half << /ca 0.5 >> /None << /ca 0 >> >>";
  const content = "/Half gs 1 0 0 rg 0 0 50 50 re f /None gs BT /F1 10 Tf 10 200 Td (Ghost) Tj ET 60 0 50 50 re f";
  const page = await firstPage(onePage(content, { resources }));
  expect(page.fills.map(({ colour }) => colour)).toEqual(["#ff8080"]);
  expect(page.words[0]?.invisible).toBe(true);
});

test("a font of drawn glyphs is read with its own scale", async () => {
  const glyph = stream("", "600 0 0 0 600 700 d1 0 0 600 700 re f");
  const unicode =
    "begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n2 beginbfchar <41> <0047> <42> <006f> endbfchar\nendcmap";
  const font =
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 600 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 66 " +
    "/Widths [600 600] /CharProcs << /A 101 0 R /B 101 0 R >> /Encoding << /Differences [65 /A /B] >> /ToUnicode 102 0 R >>";
  const objects = new Map([
    [100, font],
    [101, glyph],
    [102, stream("", unicode)],
  ]);
  const form = "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /T3 100 0 R >> >>";
  objects.set(103, stream(form, "BT /T3 10 Tf 10 200 Td (AB) Tj ET"));
  const pages = [{ content: "/Fm Do", resources: "/XObject << /Fm 103 0 R >>" }];
  const page = await firstPage(buildPdf({ pages, objects }));
  expect(page.words).toMatchObject([{ text: "Go", sizePt: 10 }]);
  expect(page.words[0]?.bbox[2]).toBe(22);
  expect(page.fills).toEqual([]);
});

test("text with no ink under the same text in ink counts once, and shows", async () => {
  const words = await wordsOf("BT /F1 10 Tf 3 Tr 10 200 Td (Once) Tj 0 Tr 0 0 Td (Once) Tj ET");
  expect(words.map(({ text, invisible, bold }) => [text, invisible, bold])).toEqual([["Once", false, false]]);
});

test("on a page of thousands of letters, those painted twice count once and bold", async () => {
  const lines = Array.from(
    { length: 60 },
    (_, at) => `1 0 0 1 10 ${290 - at * 4} Tm (${"measure the river ".repeat(3)}) Tj`,
  );
  const again = "1 0 0 1 10.2 290 Tm (measure) Tj";
  const words = await wordsOf(`BT /F1 4 Tf ${lines.join(" ")} ${again} ET`);
  expect(words).toHaveLength(60 * 9);
  expect(words.filter(({ bold }) => bold).map(({ text }) => text)).toEqual(["measure"]);
});
