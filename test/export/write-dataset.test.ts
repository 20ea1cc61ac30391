import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashFile } from "../../src/export/file-hashes.js";
import { writeDataset } from "../../src/export/write-dataset.js";
import { isSkippedForRoot } from "../skipped.js";
import { makeResult, resultsOf } from "./reports.js";

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-write-"));
  out = join(root, "out");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name !== "run.json");
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/** Files that every dataset has, whatever its formats. */
const ALWAYS = ["CITATION.cff", "README.md", "datapackage.json", "run.json"];

async function* failing() {
  yield makeResult("b");
  throw new Error("fault");
}

describe("writeDataset", () => {
  it("writes a CSV and a Parquet file for each table, the dataset, its description and the run", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    const tables = [
      ...[
        "deliverables",
        "deliverable_statuses",
        "deliverable_columns",
        "deliverable_places",
        "files",
        "findings",
        "reports",
      ],
      ...["report_scale", "residue", "stated_counts", "tracks", "updates"],
      ...["deliverable_organisations", "plan_progress", "status_by_period", "status_wide"],
    ];
    expect(readdirSync(out).sort()).toEqual(
      [...tables.flatMap((name) => [`${name}.csv`, `${name}.parquet`]), "dataset.json", ...ALWAYS].sort(),
    );
  });

  it("writes only the formats asked for, and removes the other files of a former output", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    await writeDataset(resultsOf(makeResult("a")), out, { formats: ["json"] });
    expect(readdirSync(out).sort()).toEqual([...ALWAYS, "dataset.json"].sort());
  });

  it("writes the same bytes for the same results", async () => {
    const results = () => resultsOf(makeResult("a"), makeResult("b", { rows: 40 }), makeResult("c"));
    await writeDataset(results(), out);
    await writeDataset(results(), join(root, "again"));
    expect(contentOf(join(root, "again"))).toEqual(contentOf(out));
  });

  it("counts the rows that it writes, and records the counts in run.json", async () => {
    const counts = await writeDataset(resultsOf(makeResult("a"), makeResult("b")), out, {
      runOptions: { fail_on: "never" },
    });
    expect(counts).toEqual({
      reports: 2,
      deliverables: 4,
      deliverable_statuses: 4,
      deliverable_columns: 4,
      deliverable_places: 8,
      updates: 8,
      report_scale: 2,
      stated_counts: 2,
      findings: 2,
      residue: 2,
      files: 2,
      tracks: 0,
      deliverable_organisations: 8,
      status_by_period: 4,
      plan_progress: 1,
    });
    const run = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    expect(run).toMatchObject({ tool: "ragtally", counts, options: { fail_on: "never", raw_csv: false } });
    expect(Date.parse(run.finished)).toBeGreaterThanOrEqual(Date.parse(run.started));
  });

  it("leaves the old output and nothing else where the results fail", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    const before = contentOf(out);
    await expect(writeDataset(failing(), out)).rejects.toThrow("fault");
    expect(contentOf(out)).toEqual(before);
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("leaves nothing where the first run fails", async () => {
    await expect(writeDataset(failing(), out)).rejects.toThrow("fault");
    expect(readdirSync(root)).toEqual([]);
  });

  it("stops at a signal and leaves the old output", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    const before = contentOf(out);
    const controller = new AbortController();
    const onResult = () => controller.abort(new Error("stopped"));
    const results = resultsOf(makeResult("b"), makeResult("c"));
    await expect(writeDataset(results, out, { signal: controller.signal, onResult })).rejects.toThrow("stopped");
    expect(contentOf(out)).toEqual(before);
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("leaves the old output complete when the process is killed during a run", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    const before = contentOf(out);
    const script = `
      import { writeDataset } from ${JSON.stringify(join(process.cwd(), "dist/index.js"))};
      async function* results() {
        for (let i = 0; i < 3000; i++) yield ${JSON.stringify(makeResult("b"))};
        process.kill(process.pid, "SIGKILL");
      }
      await writeDataset(results(), ${JSON.stringify(out)});`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
    await expect(run).rejects.toMatchObject({ signal: "SIGKILL" });
    expect(contentOf(out)).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith(".out.ragtally-new-"))).toHaveLength(1);
    await writeDataset(resultsOf(makeResult("c")), out);
    expect(readFileSync(join(out, "files.csv"), "utf8")).toContain("c.txt");
  });

  it("refuses to replace what another run has written since it was read, and leaves that", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    const replaces = await hashFile(join(out, "run.json"));
    await writeDataset(resultsOf(makeResult("b")), out, { replaces });
    const later = contentOf(out);
    const refused = writeDataset(resultsOf(makeResult("c")), out, { replaces });
    await expect(refused).rejects.toThrow("was written by another run while this one was reading; run this one again");
    expect(contentOf(out)).toEqual(later);
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("puts back an output that a killed run had moved away", async () => {
    await writeDataset(resultsOf(makeResult("a")), join(root, ".out.ragtally-old"));
    await expect(writeDataset(failing(), out)).rejects.toThrow("fault");
    expect(readFileSync(join(out, "files.csv"), "utf8")).toContain("a.txt");
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("keeps dot files of the folder", async () => {
    mkdirSync(join(out, ".notes"), { recursive: true });
    writeFileSync(join(out, ".gitkeep"), "");
    writeFileSync(join(out, ".notes/one"), "kept");
    await writeDataset(resultsOf(makeResult("a")), out);
    await writeDataset(resultsOf(makeResult("a")), out);
    expect(existsSync(join(out, ".gitkeep"))).toBe(true);
    expect(readFileSync(join(out, ".notes/one"), "utf8")).toBe("kept");
  });

  it.each([
    ["a file that is no output", ["letter.doc"]],
    ["a file that only has an output's name", ["files.csv"]],
  ])("refuses a folder that holds %s", async (_, names) => {
    mkdirSync(out);
    for (const name of names) writeFileSync(join(out, name), "mine");
    await expect(writeDataset(resultsOf(makeResult("a")), out)).rejects.toMatchObject({ name: "OutputError" });
    expect(contentOf(out)).toEqual(Object.fromEntries(names.map((name) => [name, "mine"])));
    expect(readdirSync(root)).toEqual(["out"]);
  });

  it("refuses a former output that a file of the user's was put into, even during the run", async () => {
    await writeDataset(resultsOf(makeResult("a")), out);
    const onResult = () => writeFileSync(join(out, "letter.doc"), "mine");
    await expect(writeDataset(resultsOf(makeResult("b")), out, { onResult })).rejects.toThrow(/letter\.doc/);
    expect(readFileSync(join(out, "letter.doc"), "utf8")).toBe("mine");
    expect(readFileSync(join(out, "files.csv"), "utf8")).toContain("a.txt");
  });

  it("refuses a file in the folder's place", async () => {
    writeFileSync(out, "mine");
    await expect(writeDataset(resultsOf(makeResult("a")), out)).rejects.toThrow(/is not a folder/);
  });

  it("replaces what a link leads to and leaves the link", async () => {
    mkdirSync(join(root, "real"));
    symlinkSync("real", out);
    await writeDataset(resultsOf(makeResult("a")), out);
    expect(existsSync(join(root, "real/files.csv"))).toBe(true);
    expect(readdirSync(root).sort()).toEqual(["out", "real"]);
  });

  it.skipIf(isSkippedForRoot("an output folder that may not be written"))(
    "replaces a folder that may not be written, as it is moved away whole",
    async () => {
      await writeDataset(resultsOf(makeResult("a")), out);
      chmodSync(out, 0o555);
      for (const name of ["b", "c"]) await writeDataset(resultsOf(makeResult(name)), out);
      expect(readFileSync(join(out, "files.csv"), "utf8")).toContain("c.txt");
      expect(readdirSync(root)).toEqual(["out"]);
    },
  );
});
