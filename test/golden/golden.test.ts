import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/pipeline.js";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";

const ROOT = "fixtures";
const RENEW = process.env.UPDATE_GOLDEN === "1";

/** What says nothing about the reading of a text: identifiers, hashes, and the columns of a PDF. */
const NOISE = new Set([
  "source_file",
  "source_sha256",
  "source_format",
  "page",
  "page_first",
  "page_last",
  "bbox",
  "report_id",
  "deliverable_id",
  "update_id",
  "finding_id",
]);

const cases = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith("/input.txt"))
  .map((path) => path.slice(0, -"/input.txt".length))
  .sort();

function reading(folder: string): string {
  const { reports } = readBytes(readFileSync(join(ROOT, folder, "input.txt")), "input.txt", BUILTIN_PROFILE);
  return `${JSON.stringify(reports, (name, value) => (NOISE.has(name) ? undefined : value), 2)}\n`;
}

describe("golden cases", () => {
  it("are there", () => {
    expect(cases.length).toBeGreaterThan(10);
  });

  it("are not renewed where a machine builds", () => {
    expect(RENEW && process.env.CI !== undefined, "UPDATE_GOLDEN is set on a build machine").toBe(false);
  });

  it.each(cases)("reads %s as expected", (folder) => {
    const path = join(ROOT, folder, "expected.json");
    const got = reading(folder);
    if (RENEW && process.env.CI === undefined) writeFileSync(path, got);
    expect(existsSync(path), `${path} is missing; read what UPDATE_GOLDEN=1 writes before you keep it`).toBe(true);
    expect(JSON.parse(got)).toEqual(JSON.parse(readFileSync(path, "utf8")));
  });
});
