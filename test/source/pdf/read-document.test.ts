import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/source/pdf/limits.js";
import { readDocument } from "../../../src/source/pdf/read-document.js";
import { buildPdf, onePage } from "./build-pdf.js";

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
