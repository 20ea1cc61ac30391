/** The examples in the documents: programs run as they are, and output is what the program gives. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadProfile } from "../../src/pipeline/ingest.js";
import { COMMAND, codeBlock, ROOT } from "./documents.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-documents-"));
  mkdirSync(join(folder, "reports"));
  const example = codeBlock("README.md", "text", "Light the river path").replaceAll("→", "\t");
  writeFileSync(join(folder, "reports/example.txt"), example);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program of a document in the folder, with the built library in place of the installed one. */
function runProgram(document: string, contained: string): string {
  const library = pathToFileURL(join(ROOT, "dist/index.js")).href;
  const program = codeBlock(document, "ts", contained).replace('"ragtally"', JSON.stringify(library));
  writeFileSync(join(folder, "program.mjs"), program);
  const run = spawnSync(process.execPath, ["program.mjs"], { cwd: folder, encoding: "utf8" });
  expect([run.status, run.stderr]).toEqual([0, ""]);
  return run.stdout;
}

describe("programs", () => {
  it.each(["README.md", "docs/library.md"])("of %s that read reports run as they are", (document) => {
    expect(runProgram(document, "ingest(")).toContain("green Reopen the Melford front counter on Saturdays");
  });

  it("of the page on the library that write a dataset give what the command gives", () => {
    runProgram("docs/library.md", "writeDataset(");
    const args = ["ingest", "reports", "--out", "by-command", "--no-cache", "--quiet"];
    const run = spawnSync(process.execPath, [COMMAND, ...args], { cwd: folder, encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([0, ""]);
    const dataset = (out: string): string => readFileSync(join(folder, out, "dataset.json"), "utf8");
    expect(dataset("output")).toBe(dataset("by-command"));
  });
});

it("accepts the example of a profile", async () => {
  const path = join(folder, "profile.json");
  writeFileSync(path, codeBlock("docs/profiles.md", "json", '"extends"'));
  const profile = await loadProfile(path);
  expect([profile.name, profile.columns.status, profile.rules.severity["update-undated"]]).toEqual([
    "Melford",
    ["Light"],
    "off",
  ]);
});

it("prints the lines of the history example for the sample reports", () => {
  const out = join(folder, "corpus-dataset");
  const run = (...args: string[]): string =>
    spawnSync(process.execPath, [COMMAND, ...args], { cwd: ROOT, encoding: "utf8" }).stdout;
  run("ingest", "corpus", "--out", out, "--no-cache", "--quiet");
  const words = (text: string): string => text.replace(/\s+/g, " ").trim();
  const printed = words(run("history", out, "--theme", "2"));
  for (const line of codeBlock("docs/history.md", "text", "status-regressed").trim().split("\n"))
    expect(printed).toContain(words(line));
}, 60_000);
