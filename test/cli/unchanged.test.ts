/** Runs over inputs that have not changed since the last run, and over inputs that have changed a little. */
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type * as Api from "../../src/index.js";
import { bomb, melford } from "./bad-pdfs.js";
import { eventsOf, runCommand } from "./run-command.js";

let root: string;
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, "in", name), content);
const ingest = (...args: string[]) => runCommand(["ingest", "in", "--out", "out", "--cache", "kept", ...args], root);
const GREEN = melford("1 FORCE Light the path by the river G");
const AMBER = melford("1 FORCE Light the path by the river A");
/** Differs after every run that writes: each creates the file again. */
const written = () => statSync(join(root, "out/run.json")).ino;
const UP_TO_DATE = "Nothing has changed since the last run";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-unchanged-"));
  mkdirSync(join(root, "in"));
  put("a.txt", GREEN);
  put("b.txt", "");
  put("c.txt", GREEN);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a run over unchanged inputs", () => {
  it("leaves the output as it is, and says what the run before said, with its exit code", async () => {
    put("d.txt", AMBER);
    const first = await ingest("--fail-on", "error");
    const before = written();
    const second = await ingest("--fail-on", "error");
    expect(written()).toBe(before);
    expect([first.code, second.code]).toEqual([1, 1]);
    expect(first.stdout).toContain("\nWritten to out: ");
    const sectionsOf = (text: string): string[] => text.split("\n\n").filter((part) => !part.includes(" out:  "));
    expect(sectionsOf(second.stdout)).toEqual(sectionsOf(first.stdout));
    expect(second.stdout).toContain(`\n${UP_TO_DATE}; the output is still in out:  `);
  });

  it("reports that nothing has changed as an event in a JSON log", async () => {
    await ingest();
    const { stderr } = await ingest("--log", "json", "--quiet");
    expect(eventsOf(stderr)).toEqual([
      { event: "start", files: 3 },
      { event: "unchanged" },
      { event: "end", outcomes: { parsed: 2, failed: 1 } },
    ]);
  });

  it("does not read a cache in the input folder as input", async () => {
    const twice = [await ingest("--cache", "in/kept"), await ingest("--cache", "in/kept")];
    expect(twice[1]?.stdout).toContain(UP_TO_DATE);
    expect(readFileSync(join(root, "out/files.csv"), "utf8")).not.toContain("kept");
  });

  it("says again which corrections were not applied", async () => {
    const columns = "report,deliverable,field,value,printed,by,why,date";
    writeFileSync(join(root, "fixes.csv"), `${columns}\nno-such-report,1,rag,red,G,J. Ogden,misprint,2022-10-01\n`);
    const [first, second] = [
      await ingest("--corrections", "fixes.csv", "--quiet"),
      await ingest("--corrections", "fixes.csv", "--quiet"),
    ];
    expect(first.stderr).toContain("corrections not applied: line 2");
    expect(second.stderr).toBe(first.stderr);
  });
});

describe("a run reads its inputs again", () => {
  const again = async (...args: string[]) => {
    const before = written();
    const { stdout } = await ingest(...args);
    expect(stdout).not.toContain(UP_TO_DATE);
    expect(written()).not.toBe(before);
  };

  it("if a file has other content but its old size and time", async () => {
    await ingest();
    const { atime, mtime } = statSync(join(root, "in/a.txt"));
    put("a.txt", AMBER);
    utimesSync(join(root, "in/a.txt"), atime, mtime);
    await again();
    expect(readFileSync(join(root, "out/deliverables.csv"), "utf8")).toContain(",amber,A,");
  });

  it("if a file is gone, is new or has another name", async () => {
    await ingest();
    rmSync(join(root, "in/c.txt"));
    await again();
    put("d.txt", AMBER);
    await again();
    rmSync(join(root, "in/d.txt"));
    put("e.txt", AMBER);
    await again();
    expect(readFileSync(join(root, "out/files.csv"), "utf8")).toMatch(/^e\.txt,/m);
  });

  it("if the output was changed by hand or is not complete", async () => {
    await ingest();
    const whole = readFileSync(join(root, "out/reports.csv"), "utf8");
    writeFileSync(join(root, "out/reports.csv"), whole.replace("MELFORD", "MILFORD"));
    await again();
    expect(readFileSync(join(root, "out/reports.csv"), "utf8")).toBe(whole);
    rmSync(join(root, "out/tracks.csv"));
    await again();
    expect(readdirSync(join(root, "out"))).toContain("tracks.csv");
  });

  it("if another output is asked for, or no cache", async () => {
    await ingest();
    await again("--format", "csv");
    await again();
    await again("--raw-csv");
    await again("--latest");
    await again("--fail-on", "error");
    await again("--no-cache");
  });

  it("if a file failed because memory or time ran out, which may not occur again", async () => {
    put("z.pdf", bomb());
    await ingest("--max-memory", "400");
    await again("--max-memory", "400");
  }, 60_000);
});

it("says in run.json how many files had which outcome and code, how long it took, and the hash of each file", async () => {
  await ingest();
  const run = JSON.parse(readFileSync(join(root, "out/run.json"), "utf8"));
  expect(run.outcomes).toEqual({ parsed: 2, "no-report": 0, "needs-ocr": 0, opened: 0, failed: 1 });
  expect(run.error_codes).toEqual({ EMPTY: 1 });
  expect(run.seconds).toEqual({ reading: expect.any(Number), writing: expect.any(Number) });
  const names = readdirSync(join(root, "out")).filter((name) => name !== "run.json");
  const hashes = names.map((name) => [
    name,
    createHash("sha256")
      .update(readFileSync(join(root, "out", name)))
      .digest("hex"),
  ]);
  expect(run.outputs).toEqual(Object.fromEntries(hashes));
});

it("gives a program its own recap of the earlier run, and never another program's", async () => {
  const { ingestDataset } = (await import(pathToFileURL(join(process.cwd(), "dist/index.js")).href)) as typeof Api;
  const [inputs, out] = [[join(root, "in")], join(root, "out")];
  const cache = join(root, "kept");
  const said = { files: 3 };
  expect(await ingestDataset(inputs, out, { cache })).toMatchObject({ recap: null, isUnchanged: false });
  expect(await ingestDataset(inputs, out, { cache, recap: () => said })).toMatchObject({
    recap: said,
    isUnchanged: false,
  });
  const [third, fourth] = [
    await ingestDataset(inputs, out, { cache, recap: () => ({ files: 0 }) }),
    await ingestDataset(inputs, out, { cache }),
  ];
  expect(third).toMatchObject({ recap: said, isUnchanged: true, counts: { files: 3, reports: 1 } });
  expect(fourth).toMatchObject({ recap: null, isUnchanged: false });
});
