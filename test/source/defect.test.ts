/** A defect of the program costs one file, and is not laid at the file's door. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BUILTIN_PROFILE, type FileResult } from "../../src/index.js";

/** The threads run what is built, and so does this. */
const { ingest } = (await import(join(process.cwd(), "dist/index.js"))) as typeof import("../../src/index.js");

/** What no profile lacks, so that reading throws as it would for a slip of our own. */
const BROKEN = { ...BUILTIN_PROFILE, updates: undefined as never };
const FEW = 3;
const MANY = 40;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-defect-"));
  for (let at = 0; at < MANY; at += 1) writeFileSync(join(root, `f${String(at).padStart(2, "0")}.txt`), `Text ${at}`);
  writeFileSync(join(root, "f01.txt"), "");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([FEW, MANY])("has its own code in each of %i files, and the others are read", async (count) => {
  const paths = Array.from({ length: count }, (_, at) => join(root, `f${String(at).padStart(2, "0")}.txt`));
  const results: FileResult[] = [];
  for await (const result of ingest(paths, { profile: BROKEN, jobs: 2 })) results.push(result);
  expect(results.map(({ file }) => file.error_code)).toEqual(paths.map((_, at) => (at === 1 ? "EMPTY" : "INTERNAL")));
  expect(results[0]?.file).toMatchObject({
    outcome: "failed",
    message: expect.stringMatching(/please report it \(TypeError: /),
    source_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(JSON.stringify(results)).not.toContain(process.cwd());
});
