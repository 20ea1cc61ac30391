import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inParallel, workersFor } from "../../src/source/text-pool.js";

/** A worker that gives each file's name back, and fails as the name says. It runs the built code. */
const WORKER = `
import { setTimeout as wait } from "node:timers/promises";
import { serveFiles } from ${JSON.stringify(pathToFileURL(join(process.cwd(), "dist/source/text-worker.js")).href)};
serveFiles(async ({ sourceFile }, { mark }) => {
  await wait(sourceFile.length % 3);
  if (sourceFile.startsWith("throws")) throw new Error("a fault");
  if (sourceFile.startsWith("dies")) process.exit(3);
  return mark + sourceFile;
});`;

let root: string;
let entry: URL;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-pool-"));
  writeFileSync(join(root, "worker.mjs"), WORKER);
  entry = pathToFileURL(join(root, "worker.mjs"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const named = (names: readonly string[]) => names.map((name) => ({ path: `/nowhere/${name}`, sourceFile: name }));
const names = (count: number) => Array.from({ length: count }, (_, at) => "x".repeat(at % 7) + at);

async function read(files: readonly string[], workerCount: number) {
  const results: string[] = [];
  const work = { entry, settings: { mark: "read " }, workerCount };
  const ended = await (async () => {
    for await (const result of inParallel<string>(named(files), work)) results.push(result);
  })().then(
    () => null,
    (error: Error) => error.message,
  );
  return { results, ended };
}

describe("inParallel", () => {
  it.each([1, 2, 5])("gives one result a file, in the files' order, with %i workers", async (workerCount) => {
    const files = names(203);
    expect(await read(files, workerCount)).toEqual({ results: files.map((name) => `read ${name}`), ended: null });
  });

  it("names the file on which a worker throws, after the results before its batch", async () => {
    const files = [...names(41), "throws-here", ...names(20)];
    const { results, ended } = await read(files, 2);
    expect(ended).toBe("throws-here could not be read: a fault");
    expect(results).toEqual(files.slice(0, 40).map((name) => `read ${name}`));
  });

  it("names the file on which a worker dies, and does not wait for it", async () => {
    const { ended } = await read([...names(18), "dies-here", ...names(40)], 2);
    expect(ended).toBe("dies-here could not be read: its thread ended with code 3");
  });

  it("ends its workers when its reader leaves early", async () => {
    const threads = () => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;
    const before = threads();
    for await (const result of inParallel<string>(named(names(100)), { entry, settings: { mark: "" }, workerCount: 3 }))
      if (result !== "") break;
    expect(threads()).toBe(before);
  });
});

describe("workersFor", () => {
  it("starts none for one job or few files, and no more than there are batches", () => {
    expect(workersFor(10_000, 1)).toBe(0);
    expect(workersFor(32, 4)).toBe(0);
    expect(workersFor(10_000, 4)).toBe(4);
    expect(workersFor(36, 64)).toBe(9);
  });

  it.each([0, 1.5, -1, Number.NaN])("refuses %d jobs", (jobs) => {
    expect(() => workersFor(100, jobs)).toThrow(RangeError);
  });
});
