import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileResult } from "../../src/pipeline/file-result.js";
import { contentOfReading } from "../../src/pipeline/formats/pdf/read-pdf.js";
import { readBytes } from "../../src/pipeline/ingest.js";
import { auditedFile } from "../../src/pipeline/worker/audit-file.js";
import { normalisedFile } from "../../src/pipeline/worker/normalised-file.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { DEFAULT_LIMITS } from "../../src/source/pdf/limits.js";
import { readDocument } from "../../src/source/pdf/read-document.js";

const ROOT = "fixtures";
const RENEW = process.env.UPDATE_GOLDEN === "1";

/** Fields that say nothing about reading: identifiers, hashes, and boxes, which depend on the fonts and have a test of their own. */
const NOISE = new Set([
  "source_file",
  "source_sha256",
  "source_format",
  "bbox",
  "places",
  "report_id",
  "deliverable_id",
  "update_id",
  "finding_id",
]);

/** Fields left out for text and for PDF: the above, and those that the format does not have. */
const OF_TEXT = new Set([...NOISE, "page", "page_first", "page_last"]);
const OF_PDF = new Set([...NOISE, "line_first", "line_last"]);

const cases = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\/input\.(?:txt|pdf)$/.test(path))
  .sort();

async function reading(path: string): Promise<string> {
  const bytes = readFileSync(join(ROOT, path));
  const isPdf = path.endsWith(".pdf");
  const { reports } = isPdf ? await readPdf(bytes) : readBytes(bytes, "input.txt", BUILTIN_PROFILE);
  const noise = isPdf ? OF_PDF : OF_TEXT;
  return `${JSON.stringify(reports, (name, value) => (noise.has(name) ? undefined : value), 2)}\n`;
}

async function readPdf(bytes: Uint8Array): Promise<FileResult> {
  const result = await readDocument(new Uint8Array(bytes), DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.message);
  const source = { sourceFile: "input.pdf", sha256: "", format: "pdf", bytes: bytes.byteLength } as const;
  return auditedFile(normalisedFile(contentOfReading(result), source, BUILTIN_PROFILE), BUILTIN_PROFILE);
}

describe("golden cases", () => {
  it("exist in the fixtures folder", () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  it("are not renewed on a build machine", () => {
    expect(RENEW && process.env.CI !== undefined, "UPDATE_GOLDEN is set on a build machine").toBe(false);
  });

  it.each(cases)("reads %s as expected", async (input) => {
    const path = join(ROOT, dirname(input), "expected.json");
    const got = await reading(input);
    if (RENEW && process.env.CI === undefined) writeFileSync(path, got);
    expect(existsSync(path), `${path} is missing; read what UPDATE_GOLDEN=1 writes before you keep it`).toBe(true);
    expect(JSON.parse(got)).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });
});
