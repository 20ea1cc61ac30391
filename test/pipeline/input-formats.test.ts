import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { DEFAULT_RECOGNITION } from "../../src/model/recognition.js";
import { formatOf, INPUT_FORMATS } from "../../src/pipeline/formats/input-formats.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { DEFAULT_READ_LIMITS } from "../../src/source/limits.js";
import { buildDocx, para } from "../source/build-docx.js";

const RECOGNITION = { settings: DEFAULT_RECOGNITION, pages: null };
const PDF = "corpus/wendle-priority-3-q1-2022.pdf";
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("the table of input formats", () => {
  it.each([
    ["a PDF", new Uint8Array(readFileSync(PDF)), "pdf"],
    ["a PDF after a line that a mailer put first", bytesOf("From a mailer\r\n%PDF-1.4\n"), "pdf"],
    ["text that only speaks of a PDF", bytesOf("See report.pdf (PDF-1.7)\n"), "text"],
    ["a zip file, which the text reader refuses by name", bytesOf("PK\x03\x04\x14"), "text"],
    ["a Word document", new Uint8Array(buildDocx(para("Words"))), "docx"],
    ["nothing", new Uint8Array(), "text"],
  ])("tells by its content what is to read %s", (_, bytes, format) => {
    expect(formatOf(bytes)).toBe(format);
  });

  it("gives blocks with pages for a PDF, and blocks without for text", async () => {
    const pdf = await INPUT_FORMATS.pdf.read(
      new Uint8Array(readFileSync(PDF)),
      BUILTIN_PROFILE,
      DEFAULT_READ_LIMITS,
      RECOGNITION,
    );
    const text = await INPUT_FORMATS.text.read(
      bytesOf("1\tFORCE\tLight the path\tG\n"),
      BUILTIN_PROFILE,
      DEFAULT_READ_LIMITS,
      RECOGNITION,
    );
    expect(pdf).toMatchObject({ ok: true, pageCount: expect.any(Number) });
    expect(text).toMatchObject({
      ok: true,
      pageCount: null,
      blocks: [{ kind: "row", place: { page: null, lineFirst: 1 } }],
    });
  });

  it("gives a code and a sentence for content that its reader cannot read", async () => {
    const zip = await INPUT_FORMATS.text.read(
      bytesOf("PK\x03\x04\x14"),
      BUILTIN_PROFILE,
      DEFAULT_READ_LIMITS,
      RECOGNITION,
    );
    expect(zip).toMatchObject({ ok: false, code: "UNSUPPORTED", message: expect.stringContaining("zip") });
    const pdf = await INPUT_FORMATS.pdf.read(bytesOf("%PDF-1.7\n"), BUILTIN_PROFILE, DEFAULT_READ_LIMITS, RECOGNITION);
    expect(pdf).toMatchObject({ ok: false, code: "CORRUPT" });
  });

  it("loads pdf.js for a PDF, and not for text", () => {
    const url = (path: string) => JSON.stringify(pathToFileURL(join(process.cwd(), path)).href);
    const script = `
      const { INPUT_FORMATS } = await import(${url("dist/pipeline/formats/input-formats.js")});
      const { BUILTIN_PROFILE } = await import(${url("dist/schema/builtin-profile.js")});
      const loaded = [];
      for (const name of ["text", "pdf"]) {
        await INPUT_FORMATS[name].read(new Uint8Array(Buffer.from("%PDF-1.7")), BUILTIN_PROFILE, { maxBytes: 1e6, maxPages: 9 }, { settings: { mode: "never", language: "eng" }, pages: null });
        loaded.push(typeof globalThis.pdfjsWorker);
      }
      console.log(loaded.join());`;
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
    expect(said.trim()).toBe("undefined,object");
  });
});
