/** Files cut into shards, read one shard at a time, and merged: what one run over all files writes, whatever happened on the way. */
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildZip } from "../source/build-archives.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-shards-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, "in", name), content);
const ragtally = (...args: string[]) => runCommand(args, root);
const contentOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .map((name) => [name, readFileSync(join(root, folder, name), "latin1")]);

const report = (quarter: number, status: string): string =>
  [
    "HARBOUR PLAN (2022-23)",
    `THEME 1 UPDATE - QRT ${quarter} UPDATE`,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    `1\tFORCE\tDredge the western channel\t${status}`,
    "2\tCouncil\tLight the long pier\tG",
    "",
  ].join("\n");

/** Reports that are compared with one another, a file that cannot be read, and content that repeats, also within archives. */
function makeInputs(): void {
  const papers = buildZip([
    { name: "q1.txt", content: report(1, "G") },
    { name: "q2.txt", content: report(2, "A") },
  ]);
  put("a.zip", papers);
  put("b.txt", report(2, "A"));
  put(
    "c.zip",
    buildZip([
      { name: "papers.zip", content: papers },
      { name: "q3.txt", content: report(3, "R") },
    ]),
  );
  put("d.pdf", "%PDF-1.4\nbroken");
  put("e.zip", papers);
  put("f.txt", report(4, "G"));
  put("g.txt", report(3, "R"));
  put(".hidden", "x");
}
const plan = (...more: string[]) =>
  ragtally("shard", "plan", "in", "--out", "store", "--shard-files", "1", "--format", "csv,json,sqlite", ...more);
const part = (index: number) => join(root, "store/shards", `0000${index}.part`);

describe("ragtally shard", () => {
  it("writes the bytes of one run over all files, whatever the order and the number of shards", async () => {
    makeInputs();
    await ragtally("ingest", "in", "--out", "whole", "--quiet", "--no-cache", "--format", "csv,json,sqlite");
    expect(await plan()).toMatchObject({ code: 0, stderr: "" });
    expect((await ragtally("shard", "run", "store", "4-6", "1", "--no-cache", "--quiet")).code).toBe(0);
    expect((await ragtally("shard", "status", "store")).stdout).toMatch(/Shards done +4 of 7\nNot done +0, 2-3\n/);
    expect((await ragtally("shard", "run", "store", "0-6", "--no-cache", "--quiet")).code).toBe(0);
    const merged = await ragtally("shard", "merge", "store", "--out", "merged");
    expect(merged).toMatchObject({ code: 0, stderr: "" });
    expect(merged.stdout).toContain("1 hidden or system file");
    expect(contentOf("merged")).toEqual(contentOf("whole"));
    expect(readFileSync(join(root, "merged/findings.csv"), "utf8")).toContain("status-regressed");
  });

  it("gives the same bytes when a shard is run again", async () => {
    makeInputs();
    await plan();
    await ragtally("shard", "run", "store", "2", "--no-cache", "--quiet");
    const first = readFileSync(part(2));
    rmSync(join(root, "store/shards/00002.json"));
    await ragtally("shard", "run", "store", "2", "--jobs", "1", "--no-cache", "--quiet");
    expect(readFileSync(part(2)).equals(first)).toBe(true);
    expect((await ragtally("shard", "run", "store", "2", "--no-cache")).stdout).toContain("was done already");
  });

  it("applies corrections, and says so at the end", async () => {
    put("q.txt", report(1, "R"));
    await ragtally("ingest", "in", "--out", "out", "--quiet", "--no-cache");
    const id = readFileSync(join(root, "out/reports.csv"), "utf8").split("\n")[1]?.split(",")[0] ?? "";
    const correction = ["--report", id, "--deliverable", "1", "--field", "rag", "--value", "green"];
    expect(await ragtally("correct", "out", ...correction, "--by", "A", "--why", "seen")).toMatchObject({ code: 0 });
    expect((await plan("--corrections", "corrections.csv")).code).toBe(0);
    await ragtally("shard", "run", "store", "0", "--no-cache", "--quiet");
    expect((await ragtally("shard", "merge", "store", "--out", "merged")).stdout).toMatch(/Corrections +1 +applied 1/);
    expect(readFileSync(join(root, "merged/deliverables.csv"), "utf8")).not.toContain(",red,");
  });

  it("does not record files as lost on a machine that does not have them", async () => {
    put("a.txt", report(1, "G"));
    symlinkSync("nowhere", join(root, "in/b.txt"));
    await plan();
    renameSync(join(root, "in"), join(root, "away"));
    const missing = await ragtally("shard", "run", "store", "0", "--no-cache", "--quiet");
    expect(missing).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/in\/a\.txt: the file is gone.*was there when store was planned/),
    });
    expect(readdirSync(join(root, "store"))).not.toContain("00000.json");
    renameSync(join(root, "away"), join(root, "in"));
    expect((await ragtally("shard", "run", "store", "0-1", "--no-cache")).stdout).toMatch(
      /2 rows, 0 failed\n.*1 failed/,
    );
  });

  it("does not take the results of an earlier plan for those of this one", async () => {
    put("a.txt", report(1, "G"));
    await plan();
    await ragtally("shard", "run", "store", "0", "--no-cache", "--quiet");
    rmSync(join(root, "store/plan.json"));
    put("a.txt", report(1, "R"));
    await plan();
    const early = await ragtally("shard", "merge", "store", "--out", "merged");
    expect(early).toMatchObject({ code: 2, stderr: expect.stringContaining("not done yet: 0") });
    expect((await ragtally("shard", "run", "store", "0", "--no-cache")).stdout).not.toContain("done already");
    await ragtally("shard", "merge", "store", "--out", "merged", "--quiet");
    expect(readFileSync(join(root, "merged/deliverables.csv"), "utf8")).toContain(",red,");
  });

  it("ends and records its options as one run does, where no file can be read and no correction is applied", async () => {
    put("a.pdf", "%PDF-1.4\nbroken");
    const header = "report,deliverable,field,value,printed,by,why,date";
    writeFileSync(join(root, "c.csv"), `${header}\nnone,1,rag,green,,A,seen,2024-01-01\n`);
    const whole = await ragtally("ingest", "in", "--out", "whole", "--no-cache", "--quiet", "--corrections", "c.csv");
    await plan("--corrections", "c.csv");
    await ragtally("shard", "run", "store", "0", "--no-cache", "--quiet");
    const merged = await ragtally("shard", "merge", "store", "--out", "merged", "--quiet");
    expect(whole).toMatchObject({ code: 3, stderr: expect.stringContaining("corrections not applied: line 2") });
    expect(merged).toEqual({ ...whole, stderr: whole.stderr.replace("whole", "merged") });
    const optionsIn = (folder: string) => JSON.parse(readFileSync(join(root, folder, "run.json"), "utf8")).options;
    const { formats: _, store, ...options } = optionsIn("merged");
    expect(store).toBe("store");
    expect({ ...optionsIn("whole"), inputs: [join(root, "in")], corrections: join(root, "c.csv") }).toMatchObject(
      options,
    );
  });

  it("refuses what would lose or mix something, and says what to do", async () => {
    makeInputs();
    await plan();
    expect(await plan()).toMatchObject({ code: 2, stderr: expect.stringContaining("store has a plan") });
    const beyond = await ragtally("shard", "run", "store", "5-9", "--no-cache");
    expect(beyond).toMatchObject({ code: 2, stderr: expect.stringContaining("has shards 0 to 6, no 7") });
    await ragtally("shard", "run", "store", "0-5", "--no-cache", "--quiet");
    const early = await ragtally("shard", "merge", "store", "--out", "merged");
    expect(early).toMatchObject({ code: 2, stderr: expect.stringContaining("not done yet: 6") });
    await ragtally("shard", "run", "store", "6", "--no-cache", "--quiet");
    appendFileSync(part(3), "x");
    const damaged = await ragtally("shard", "merge", "store", "--out", "merged");
    expect(damaged).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("00003.part is not what its shard wrote"),
    });
    const path = join(root, "store/plan.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/"program": "\w{8}/, '"program": "00000000'));
    const other = await ragtally("shard", "run", "store", "6");
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining("in another build") });
    writeFileSync(path, "{");
    expect((await ragtally("shard", "status", "store")).stderr).toContain("not valid JSON; write the store again");
  });
});
