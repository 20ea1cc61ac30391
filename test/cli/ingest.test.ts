import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand, startCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-cli-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string) => writeFileSync(join(root, "in", name), content);
const run = (...args: string[]) => runCommand(["ingest", ...args], root);
const readFiles = () => parse(readFileSync(join(root, "out/files.csv")), { columns: true }) as Record<string, string>[];
const contentOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]);

const ESCAPE = "\u001b";

describe("ragtally ingest", () => {
  it("prints its summary on standard output and nothing else anywhere", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    put("empty.txt", "");
    const { code, stdout, stderr } = await run("in", "--out", "out");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(
      [
        "Files           2  no report 1 · failed 1",
        "Reports         0",
        "Deliverables    0",
        "Tracks          0",
        "Findings        0",
        "Rows to review  0",
        "",
        "Without a report: 1 file",
        "  note.txt  the file is text, but no report was found in it",
        "",
        "Not read: 1 file",
        "  empty.txt  EMPTY  the file is empty",
        "",
        "Written to out:  a CSV file for each table, dataset.json, a Parquet file for each table, run.json",
        "",
      ].join("\n"),
    );
  });

  it("prints nothing with --quiet", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    expect(await run("in", "--out", "out", "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFiles()).toHaveLength(1);
  });

  it("lists every file with its outcome", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    put("empty.txt", "");
    await run("in", "--out", "out");
    expect(readFiles().map((file) => [file.source_file, file.outcome, file.error_code])).toEqual([
      ["empty.txt", "failed", "EMPTY"],
      ["note.txt", "no-report", ""],
    ]);
  });

  it("ends with 3 where no input could be read, and says why for each", async () => {
    put("empty.txt", "");
    const { code, stdout, stderr } = await run("in", "--out", "out");
    expect(code).toBe(3);
    expect(stdout).toContain("empty.txt  EMPTY");
    expect(stderr).toContain("no input could be read");
    const quiet = await run("in", "--out", "out", "--quiet");
    expect(quiet).toMatchObject({ code: 3, stdout: "" });
    expect(quiet.stderr).toContain("empty.txt  EMPTY");
  });

  it("ends with 3 for a folder without files and leaves the old output", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    await run("in", "--out", "out");
    rmSync(join(root, "in/note.txt"));
    const { code, stdout, stderr } = await run("in", "--out", "out");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toBe("ragtally: no input could be read: no file to read in in\n");
    expect(readFiles()).toHaveLength(1);
    expect(readdirSync(root).sort()).toEqual(["in", "out"]);
  });

  it.each([
    ["an input that is not there", ["nope", "--out", "out"], "nope does not exist"],
    ["a glob that matches nothing", ["in/*.nope", "--out", "out"], "in/*.nope matches no file"],
    ["no --out", ["in"], "--out"],
    ["no input", ["--out", "out"], "input"],
    ["an unknown format", ["in", "--out", "out", "--format", "csv,xml"], '"xml" is none of csv, json'],
    ["an unknown level", ["in", "--out", "out", "--fail-on", "info"], "error, warning, never"],
    ["an unknown option", ["in", "--out", "out", "--loud"], "--loud"],
    ["a profile that is not there", ["in", "--out", "out", "--profile", "p.json"], "p.json: there is no such file"],
    ["an output folder of the user's", ["in", "--out", "in"], "in holds files that are not a former output (note.txt)"],
  ])("ends with 2 for %s and writes nothing", async (_, args, message) => {
    put("note.txt", "Nothing of a report is in here.\n");
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(readdirSync(root)).toEqual(["in"]);
  });

  it("gives the same bytes twice, and does not read its own output", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    put("empty.txt", "");
    await run("in", "--out", "in/out");
    const first = contentOf("in/out");
    await run("in", "--out", "in/out");
    expect(contentOf("in/out")).toEqual(first);
  });

  it("writes only the formats asked for", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    const { stdout } = await run("in", "--out", "out", "--format", "json");
    expect(readdirSync(join(root, "out")).sort()).toEqual([
      "CITATION.cff",
      "README.md",
      "datapackage.json",
      "dataset.json",
      "run.json",
    ]);
    expect(stdout).toContain("Written to out:  dataset.json, run.json");
  });

  it.each([{ FORCE_COLOR: "1", NO_COLOR: "" }, { NO_COLOR: "1" }])(
    "writes no escape codes when piped: %j",
    async (env) => {
      put("empty.txt", "");
      const { stdout, stderr } = await runCommand(["ingest", "in", "--out", "out"], root, env);
      expect(stdout).not.toContain(ESCAPE);
      expect(stderr).not.toContain(ESCAPE);
    },
  );

  it("makes control characters in file names harmless on the terminal", async () => {
    put(`${ESCAPE}[31mred.txt`, "");
    const { stdout } = await run("in", "--out", "out");
    expect(stdout).not.toContain(ESCAPE);
    expect(stdout).toContain("[31mred.txt");
  });

  it("caps a long list of failed files and says where the rest is", async () => {
    for (let i = 10; i < 40; i++) put(`${i}.txt`, "");
    const { stdout } = await run("in", "--out", "out");
    expect(stdout.match(/EMPTY/g)).toHaveLength(20);
    expect(stdout).toContain("… and 10 more files; see files.csv");
  });

  it("stops at Ctrl-C with 130 and leaves the old output and nothing else", async () => {
    put("note.txt", "Nothing of a report is in here.\n");
    await run("in", "--out", "out");
    const before = contentOf("out");
    for (let i = 0; i < 6000; i++) put(`${i}.txt`, `Letter ${i}.\n`);
    const running = startCommand(["ingest", "in", "--out", "out"], root);
    let ended = false;
    void running.ended.then(() => {
      ended = true;
    });
    while (readdirSync(root).length < 3 && !ended) await wait(2);
    running.kill("SIGINT");
    expect(await running.ended).toMatchObject({ code: 130, stdout: "" });
    expect(contentOf("out")).toEqual(before);
    expect(readdirSync(root).sort()).toEqual(["in", "out"]);
  });

  it("writes the same bytes whatever the number of processes", async () => {
    const report = (at: number) =>
      `SAFER MELFORD PLAN (2018-21)\nTHEME ${1 + (at % 9)} - QRT 1 UPDATE (June 2019)\nGreen: 1/1 (100%)\n\n` +
      `No\tOrganisation\tDeliverable\tRAG\n1\tFORCE\tKeep promise ${at}\tG\nUpdate 13.05.19: Kept in ward ${at}.\n`;
    for (let at = 0; at < 40; at += 1) put(`${at}.txt`, report(at % 36));
    for (const jobs of ["1", "2", "5"])
      expect(await run("in", "--out", `out-${jobs}`, "--quiet", "--jobs", jobs)).toMatchObject({ code: 0, stderr: "" });
    expect(contentOf("out-1").length).toBeGreaterThan(2);
    expect(contentOf("out-2")).toEqual(contentOf("out-1"));
    expect(contentOf("out-5")).toEqual(contentOf("out-1"));
  });

  it.each(["0", "two", "1.5"])("refuses %s processes as a usage mistake", async (jobs) => {
    put("note.txt", "Nothing of a report is in here.\n");
    expect(await run("in", "--out", "out", "--jobs", jobs)).toMatchObject({ code: 2, stdout: "" });
  });
});
