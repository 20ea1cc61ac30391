/** Datasets as wholes: merged into one, and compared with one another. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pairUp } from "../../src/pipeline/compare/pair-up.js";

const MAIN = new URL("../../dist/cli/main.js", import.meta.url).pathname;
const report = (quarter: number, rows: readonly string[]): string =>
  [
    "HARBOUR PLAN (2022-23)",
    `THEME 1 UPDATE - QRT ${quarter} UPDATE`,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    ...rows,
    "",
  ].join("\n");
const FIRST = report(1, ["1\tFORCE\tDredge the western channel\tG", "2\tCouncil\tLight the long pier\tG"]);
const SECOND = report(2, ["1\tFORCE\tDredge the western channel\tA", "2\tCouncil\tLight the long pier\tG"]);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-datasets-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(folder: string, name: string, text: string): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, name), text);
}
function ragtally(...args: string[]): {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: root, encoding: "utf8" });
  return { code: status, stdout, stderr };
}
const ingest = (folder: string, out: string) => ragtally("ingest", folder, "--out", out, "--quiet", "--no-cache");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

describe("ragtally merge", () => {
  it("writes the bytes of one run over all files, with findings and tracks over both datasets", () => {
    put("old", "b.txt", FIRST);
    put("new", "a.txt", SECOND);
    put("new", "c.txt", FIRST);
    for (const folder of ["old", "new"]) cpSync(join(root, folder), join(root, "all"), { recursive: true });
    for (const folder of ["old", "new", "all"]) ingest(folder, `${folder}-out`);
    expect(ragtally("merge", "old-out", "new-out", "--out", "merged")).toMatchObject({ code: 0, stderr: "" });
    for (const name of ["dataset.json", "findings.csv", "tracks.csv"])
      expect(read(`merged/${name}`), name).toBe(read(`all-out/${name}`));
    expect(read("merged/findings.csv")).toContain("status-regressed");
  });

  it("refuses files of the same name with different content, and takes the last with --replace", () => {
    put("old", "q.txt", FIRST);
    put("new", "q.txt", SECOND);
    for (const folder of ["old", "new"]) ingest(folder, `${folder}-out`);
    const refused = ragtally("merge", "old-out", "new-out", "--out", "merged");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/different content: q\.txt; with --replace/),
    ]);
    const { stdout } = ragtally("merge", "old-out", "new-out", "--out", "merged", "--replace");
    expect(stdout).toMatch(/Replaced +q\.txt/);
    expect(read("merged/dataset.json")).toBe(read("new-out/dataset.json"));
  });

  it("says which folder has no dataset", () => {
    const { code, stderr } = ragtally("merge", "nothing", "--out", "merged");
    expect([code, stderr]).toEqual([2, expect.stringContaining("nothing/dataset.json: there is no such file")]);
  });
});

describe("ragtally ingest --add", () => {
  const add = (folder: string, out: string, ...more: string[]) =>
    ragtally("ingest", folder, "--out", out, "--no-cache", "--add", ...more);
  const FILES = ["dataset.json", "findings.csv", "tracks.csv", "files.csv", "status_by_period.csv"];

  it("gives the bytes of one run over all files, with what is new, what has changed and what repeats", () => {
    put("old", "b.txt", FIRST);
    put("old", "c.txt", "Nothing to see here.");
    put("old", "d.txt", FIRST);
    put("new", "a.txt", FIRST);
    put("new", "c.txt", SECOND);
    ingest("old", "out");
    const { code, stdout, stderr } = add("new", "out", "--replace");
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("") });
    for (const folder of ["old", "new"]) cpSync(join(root, folder), join(root, "all"), { recursive: true });
    ingest("all", "all-out");
    for (const name of FILES) expect(read(`out/${name}`), name).toBe(read(`all-out/${name}`));
    expect(read("out/findings.csv")).toContain("status-regressed");
    expect(read("out/files.csv")).toContain("same content as a.txt; its reports are listed there");
    expect(stdout).toContain("Added to the earlier dataset of 3 files, 1 report and 2 rows");
    expect(stdout).toMatch(/new +1 file\n +changed +1 file: c\.txt\n/);
    expect(stdout).toMatch(/kept without being read +2 files\n/);
  });

  it("gives a repeat its reports back where the file that listed them has changed", () => {
    for (const name of ["a.txt", "b.txt"]) put("old", name, FIRST);
    put("new", "a.txt", SECOND);
    ingest("old", "out");
    add("new", "out", "--replace");
    for (const folder of ["old", "new"]) cpSync(join(root, folder), join(root, "all"), { recursive: true });
    ingest("all", "all-out");
    for (const name of FILES) expect(read(`out/${name}`), name).toBe(read(`all-out/${name}`));
  });

  it("changes nothing where it reads the same again, and says so", () => {
    put("old", "a.txt", FIRST);
    ingest("old", "out");
    const before = FILES.map((name) => read(`out/${name}`));
    const { stdout } = add("old", "out");
    expect(FILES.map((name) => read(`out/${name}`))).toEqual(before);
    expect(stdout).toMatch(/read again, the same +1 file\n/);
  });

  it("refuses other content under a name that the dataset has, and leaves the dataset as it was", () => {
    put("2022", "q1.txt", FIRST);
    put("2023", "q1.txt", SECOND);
    ingest("2022", "out");
    const before = read("out/dataset.json");
    expect(add("2023", "out", "--quiet")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/dataset in out has these files with different content: q1\.txt; with --replace/),
    });
    expect(read("out/dataset.json")).toBe(before);
    expect(ragtally("ingest", "2023", "--out", "out", "--replace")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--replace is for --add"),
    });
  });

  it("keeps the rows of a file that cannot be opened this time, and names it", () => {
    put("old", "a.txt", FIRST);
    put("old", "b.txt", SECOND);
    ingest("old", "out");
    const before = FILES.map((name) => read(`out/${name}`));
    rmSync(join(root, "old/a.txt"));
    symlinkSync("nowhere", join(root, "old/a.txt"));
    const { code, stdout } = add("old", "out");
    expect(code).toBe(0);
    expect(stdout).toMatch(/changed +0 files\n +read again, the same +1 file\n/);
    expect(stdout).toMatch(/could not be read now, kept as before +1 file: a\.txt\n/);
    expect(FILES.map((name) => read(`out/${name}`))).toEqual(before);
    expect(add("old", "out", "--quiet").stderr).toContain("could not be read now and kept as before: a.txt");
  });

  it("records the inputs of all its documents, and the corrections of the run before", () => {
    put("old", "a.txt", FIRST);
    put("new", "b.txt", SECOND);
    put(".", "ours.csv", "report,deliverable,field,value,printed,by,why,date\n");
    ragtally("ingest", "old", "--out", "out", "--corrections", "ours.csv");
    add("new", "out");
    expect(JSON.parse(read("out/run.json")).options).toMatchObject({
      inputs: ["old", "new"].map((name) => join(root, name)),
      corrections: join(root, "ours.csv"),
    });
    expect(ragtally("audit", "out", "--format", "github").stdout).toContain("file=old/a.txt");
  });

  it("refuses what it could not add to, now or the next time, before it reads", () => {
    put("old", "a.txt", FIRST);
    ingest("old", "out");
    const refused = (out: string, ...more: string[]) => add("old", out, "--log", "json", ...more).stderr;
    const withoutJson = refused("out", "--format", "csv");
    expect(withoutJson).toContain("needs its JSON the next time too; name json among the formats");
    ragtally("ingest", "old", "--out", "table", "--format", "csv", "--quiet");
    const withoutDataset = refused("table");
    expect(withoutDataset).toContain("table/dataset.json: there is no such file");
    expect(withoutJson + withoutDataset).not.toContain('"event":"start"');
  });

  it("refuses a folder without a dataset, and a dataset of latest versions", () => {
    put("old", "a.txt", FIRST);
    expect(add("old", "out")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("out holds no dataset to add to"),
    });
    ragtally("ingest", "old", "--out", "out", "--latest", "--quiet");
    expect(add("old", "out")).toMatchObject({ code: 2, stderr: expect.stringContaining("was written with --latest") });
  });
});

it("says which earlier dataset a run replaces", () => {
  put("old", "a.txt", FIRST);
  const again = () => ragtally("ingest", "old", "--out", "out", "--no-cache").stdout;
  expect(again()).not.toContain("Replaced");
  expect(again()).toContain("Replaced: the earlier dataset of 1 file, 1 report and 2 rows");
  expect(ragtally("merge", "out", "--out", "out").stdout).toContain(
    "the earlier dataset of 1 file, 1 report and 2 rows",
  );
});

describe("ragtally compare", () => {
  it("names each changed field of a row with both values, and rows added and removed", () => {
    put("old", "q.txt", FIRST);
    put("new", "q.txt", `${SECOND.trimEnd()}\n3\tForce\tRepair the sea wall\tR\n`);
    for (const folder of ["old", "new"]) ingest(folder, `${folder}-out`);
    const { code, stdout } = ragtally("compare", "old-out", "new-out", "--fail-on-change");
    expect(code).toBe(1);
    expect(stdout).toMatch(/row 1 +rag +green → amber\n/);
    expect(stdout).toMatch(/row 3 +row added +Repair the sea wall\n/);
    expect(stdout).toContain("Different: 1 file, 1 report, 1 row; 1 row added, 0 rows removed.");
    const { reports_changed } = JSON.parse(ragtally("compare", "old-out", "new-out", "--json").stdout);
    expect(reports_changed[0].rows_changed[0].fields).toContainEqual({ field: "rag", before: "green", after: "amber" });
  });

  it("says that nothing is different", () => {
    put("old", "q.txt", FIRST);
    ingest("old", "old-out");
    expect(ragtally("compare", "old-out", "old-out", "--fail-on-change")).toEqual({
      code: 0,
      stdout: "Nothing is different.\n",
      stderr: "",
    });
  });
});

describe("pairing rows of two datasets", () => {
  it("pairs by the surest key first, equal keys in printed order, and leaves the rest", () => {
    const row = (number: string | null, title: string) => ({ number, title });
    const before = [row("1", "Dredge"), row("1", "Light"), row("2", "Paint"), row(null, "Gone")];
    const after = [row("1", "Light"), row("1", "Dredge"), row("3", "Paint"), row("4", "New")];
    const { pairs, added, removed } = pairUp(before, after, [
      ({ number, title }) => JSON.stringify([number, title]),
      ({ number }) => number,
      ({ title }) => title,
    ]);
    expect(pairs).toEqual([
      [before[1], after[0]],
      [before[0], after[1]],
      [before[2], after[2]],
    ]);
    expect([added, removed]).toEqual([[after[3]], [before[3]]]);
  });
});
