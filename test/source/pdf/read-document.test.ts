import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/source/pdf/limits.js";
import { readDocument } from "../../../src/source/pdf/read-document.js";
import { notesOf } from "../../../src/source/pdf/reading-notes.js";
import { buildPdf, onePage, stream } from "./build-pdf.js";

const read = (bytes: Uint8Array, limits = {}) => readDocument(bytes, { ...DEFAULT_LIMITS, ...limits });
const fixture = (name: string) => new Uint8Array(readFileSync(`fixtures/pdf/${name}.pdf`));
const text = (content: string) => `BT /F1 10 Tf 10 200 Td ${content} ET`;
const IMAGE = `q 400 0 0 300 0 0 cm BI /W 20 /H 20 /BPC 8 /CS /G ID ${"x".repeat(400)} EI Q`;

test("a PDF that wants a password is refused as encrypted", async () => {
  expect(await read(fixture("needs-password"))).toMatchObject({ ok: false, code: "ENCRYPTED" });
});

test.each(["locked-for-editing", "locked-rc4"])("a PDF only locked against editing is read (%s)", async (name) => {
  const result = await read(fixture(name));
  expect(result.ok && result.pages[0]?.words.map((word) => word.text)).toEqual(["Locked", "words"]);
});

test("what is no PDF, and one with nothing in it, says so", async () => {
  expect(await read(new Uint8Array())).toMatchObject({ ok: false, code: "EMPTY" });
  expect(await read(new TextEncoder().encode("1. Deliver the plan"))).toMatchObject({ ok: false, code: "CORRUPT" });
  expect(await read(new TextEncoder().encode("%PDF-1.7\nnothing else"))).toMatchObject({ ok: false, code: "CORRUPT" });
});

test("a file cut short before its content is corrupt, one cut after it is read and marked", async () => {
  const whole = onePage(text("(Words) Tj"));
  expect(await read(whole.slice(0, 200))).toMatchObject({ ok: false, code: "CORRUPT" });
  const file = Buffer.from(whole).toString("latin1");
  const short = await read(whole.slice(0, file.indexOf("xref")));
  if (short.ok) expect(short.damage).toMatch(/cut short/);
  else expect(short.code).toBe("CORRUPT");
  expect(await read(onePage(text("(Words) Tj")))).toMatchObject({ ok: true, damage: null });
});

test("files and documents over their limits are refused by their size", async () => {
  expect(await read(onePage(text("(Words) Tj")), { maxBytes: 100 })).toMatchObject({ ok: false, code: "TOO_LARGE" });
  const pages = [1, 2, 3].map((number) => ({ content: text(`(${number}) Tj`) }));
  expect(await read(buildPdf({ pages }), { maxPages: 2 })).toMatchObject({ ok: false, code: "TOO_LARGE" });
  expect(await read(buildPdf({ pages }), { maxPages: 3 })).toMatchObject({ ok: true });
});

test("pages of pictures are told from pages of text, with and without a recognised layer", async () => {
  const pages = [
    { content: text("(Printed) Tj") },
    { content: IMAGE },
    { content: `${IMAGE} ${text("3 Tr (Recognised) Tj")}` },
    { content: `${IMAGE} ${text("(Caption) Tj")}` },
    { content: "" },
  ];
  expect(await read(buildPdf({ pages }))).toMatchObject({ ok: true, scannedPages: [2, 3], needsOcr: [2] });
});

const SOUND = deflateSync(Buffer.from(text("(Words that are printed on this page) Tj").repeat(40)));
const replaced = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
  new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1"));
/** Two pages; the content of the second is the object given. */
const twoPages = (object: string) => {
  const pages = [{ content: text("(First) Tj") }, { content: "", resources: "/XObject << /Fm 60 0 R >>" }];
  const bytes = buildPdf({
    pages,
    objects: new Map([
      [50, object],
      [60, "<< /Type /XObject >>"],
    ]),
  });
  return replaced(bytes, "/Contents 13 0 R", "/Contents 50 0 R");
};
const flate = (bytes: Uint8Array) => stream("/Filter /FlateDecode", Buffer.from(bytes).toString("latin1"));

test.each([
  ["sound", flate(SOUND), "whole"],
  ["cut short", flate(SOUND.subarray(0, 40)), "unreadable"],
  ["noise", flate(Buffer.from("no packed bytes at all")), "unreadable"],
  ["empty where something is packed", flate(new Uint8Array()), "unreadable"],
  ["broken further on", stream("", `${text("(Words) Tj")} \x07\x07odd ) ] ${text("(More) Tj")}`), "partial"],
  ["the drawing of a form that is none", stream("", `${text("(Words) Tj")} /Fm Do`), "partial"],
  ["nothing", stream("", ""), "blank"],
  ["no object", "null", "blank"],
])("a page whose content is %s is distinguished from its neighbour (%#)", async (_what, object, state) => {
  const result = await read(twoPages(object));
  const told = (kind: string) => (state === kind ? [2] : []);
  expect(result).toMatchObject({
    ok: true,
    unreadable: told("unreadable"),
    partial: told("partial"),
    blank: told("blank"),
    damage: null,
  });
});

test("a file all of whose pages are broken is corrupt, not empty of reports", async () => {
  const bytes = replaced(twoPages(flate(SOUND.subarray(0, 40))), "/Contents 11 0 R", "/Contents 50 0 R");
  expect(await read(bytes)).toMatchObject({ ok: false, code: "CORRUPT" });
});

test("a file whose list of contents is broken is read, and says so", async () => {
  const whole = Buffer.from(onePage(text("(Words) Tj"))).toString("latin1");
  const broken = whole.replace(/startxref\n\d+/, "startxref\n7");
  const result = await read(new Uint8Array(Buffer.from(broken, "latin1")));
  expect(result).toMatchObject({ ok: true, damage: expect.stringMatching(/list of contents is broken/) });
  expect(result.ok && result.pages[0]?.words.map((word) => word.text)).toEqual(["Words"]);
});

test("a page tree that counts fewer pages than it names says so, for the others are not read", async () => {
  const pages = [1, 2, 3].map((number) => ({ content: text(`(${number}) Tj`) }));
  expect(await read(buildPdf({ pages }))).toMatchObject({ damage: null });
  const short = await read(replaced(buildPdf({ pages }), "/Count 3", "/Count 2"));
  expect(short).toMatchObject({ ok: true, damage: expect.stringMatching(/pages may be missing/) });
});

test("a font of glyph numbers that maps none of them to a letter leaves its page in doubt", async () => {
  const sound = new Uint8Array(readFileSync("fixtures/pdf-cards/input.pdf"));
  expect(await read(sound.slice())).toMatchObject({ partial: [] });
  expect(await read(replaced(sound, "/ToUnicode", "/ToUnicodX"))).toMatchObject({ partial: [1] });
});

test("the console is as it was once a document is read, whatever became of it", async () => {
  const before = [console.info, console.warn];
  await read(onePage(text("(Words) Tj")));
  await read(fixture("needs-password"));
  expect([console.info, console.warn]).toEqual(before);
});

test("attached files are known by name and content, also those behind paper clips on a page", async () => {
  const objects = new Map([
    [100, "<< /Type /Filespec /F (papers\\001.pdf) /EF << /F 101 0 R >> >>"],
    [101, stream("/Type /EmbeddedFile", "%PDF-1.4")],
    [102, "<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 20 20] /FS 103 0 R >>"],
    [103, "<< /Type /Filespec /F (clip.txt) /EF << /F 104 0 R >> >>"],
    [104, stream("/Type /EmbeddedFile", "Words")],
    [105, "<< /Type /Filespec /F (lost.pdf) >>"],
  ]);
  const catalog = "/Names << /EmbeddedFiles << /Names [(one) 100 0 R (two) 105 0 R] >> >>";
  const pages = [{ content: text("(Cover) Tj"), entries: "/Annots [102 0 R]" }];
  const found = await read(buildPdf({ pages, objects, catalog }));
  expect(found).toMatchObject({
    ok: true,
    facts: {
      hasXfaForm: false,
      attached: {
        members: [
          { name: "clip.txt", bytes: 5, failure: null },
          { name: "lost.pdf", sha256: null, failure: { code: "CORRUPT", message: expect.stringMatching(/missing/) } },
          { name: "papers .pdf", bytes: 8, failure: null },
        ],
      },
    },
  });
});

test("an XFA form whose pages hold hardly a word is named with what can be done", async () => {
  const objects = new Map([[100, stream("", "<xdp/>")]]);
  const catalog = "/AcroForm << /XFA 100 0 R /Fields [] >>";
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, at) => `BT /F1 6 Tf 10 ${280 - at * 8} Td (${"word ".repeat(10)}) Tj ET`).join(
      " ",
    );
  const form = (content: string) => read(buildPdf({ pages: [{ content }], objects, catalog }));
  const [empty, full] = [await form(lines(2)), await form(lines(30))];
  expect(empty.ok && notesOf(empty).join()).toMatch(/XFA form.*print it to a new PDF/);
  expect(full.ok && notesOf(full)).toEqual([]);
});
