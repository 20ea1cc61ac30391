/** Files inside other files, on real runs: each has its row and its reports, whatever the number of jobs, with or without a cache. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { portfolio } from "../source/pdf/portfolio.js";
import { melford } from "./bad-pdfs.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-members-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, "in", name), content);
const ingest = (...args: string[]) => runCommand(["ingest", "in", "--out", "out", "--quiet", ...args], root);
const rowsOf = (table: string, out = "out") =>
  parse(readFileSync(join(root, out, `${table}.csv`)), { columns: true }) as Record<string, string>[];
const filesIn = (out = "out") =>
  rowsOf("files", out).map(({ source_file, container, outcome, error_code }) => [
    source_file,
    container,
    outcome,
    error_code,
  ]);
const contentOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]);

const PDF = readFileSync("corpus/wendle-priority-3-q1-2022.pdf");

describe("files attached to a PDF", () => {
  it("are read as files of their own, and so are the files attached to them", async () => {
    put(
      "pack.pdf",
      portfolio({ "wendle.pdf": PDF, "inner.pdf": portfolio({ "melford.txt": melford("1 FORCE Light it G") }) }),
    );
    expect(await ingest("--no-cache")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(filesIn()).toEqual([
      ["pack.pdf", "", "no-report", ""],
      ["pack.pdf!/inner.pdf", "pack.pdf", "no-report", ""],
      ["pack.pdf!/inner.pdf!/melford.txt", "pack.pdf!/inner.pdf", "parsed", ""],
      ["pack.pdf!/wendle.pdf", "pack.pdf", "parsed", ""],
    ]);
    expect(new Set(rowsOf("deliverables").map(({ source_file }) => source_file))).toEqual(
      new Set(["pack.pdf!/inner.pdf!/melford.txt", "pack.pdf!/wendle.pdf"]),
    );
    put("wendle.pdf", PDF);
    rmSync(join(root, "in/pack.pdf"));
    const first = rowsOf("deliverables").filter(({ source_file }) => source_file?.endsWith("wendle.pdf"));
    await ingest("--no-cache");
    expect(rowsOf("deliverables")).toEqual(first.map((row) => ({ ...row, source_file: "wendle.pdf" })));
  });

  it("give the same bytes for any number of jobs, and from the cache", async () => {
    const reports = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 4 }, (_, at) => [`${at}.txt`, melford(`1 FORCE Light path ${from + at} G`)]),
      );
    for (const at of [0, 1, 2]) put(`${at}.pdf`, portfolio(reports(at * 2)));
    put("empty.txt", "");
    await ingest("--no-cache", "--jobs", "1");
    const expected = contentOf("out");
    expect(rowsOf("files")).toHaveLength(16);
    await ingest("--cache", "kept", "--jobs", "4");
    expect(contentOf("out")).toEqual(expected);
    const again = await runCommand(["ingest", "in", "--out", "out", "--cache", "kept"], root);
    expect(again.stdout).toContain("Nothing has changed");
    put("empty.txt", "Words.\n");
    await ingest("--cache", "kept");
    const rows = ([name]: readonly string[]) => name === "deliverables.csv";
    expect(contentOf("out").find(rows)).toEqual(expected.find(rows));
  });

  it("are found by commands that take one PDF, and shown on the audit page", async () => {
    put("pack.pdf", portfolio({ "wendle.pdf": PDF, "note.txt": "Words.\n" }));
    const tables = await runCommand(["tables", "in/pack.pdf!/wendle.pdf", "--json"], root);
    cpSync("corpus/wendle-priority-3-q1-2022.pdf", join(root, "wendle.pdf"));
    expect(tables.stdout).toBe((await runCommand(["tables", "wendle.pdf", "--json"], root)).stdout);
    expect(await runCommand(["tables", "in/pack.pdf!/gone.pdf"], root)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("in/pack.pdf!/gone.pdf does not exist"),
    });
    expect(await runCommand(["tables", "in/pack.pdf!/note.txt"], root)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("is not a PDF"),
    });
    await runCommand(["audit", "in", "--html", "audit.html"], root);
    expect(readFileSync(join(root, "audit.html"), "utf8")).not.toContain("could not be read again");
  });

  it("are written nowhere, whatever their names are", async () => {
    put("pack.pdf", portfolio({ "../../../up.txt": melford("1 FORCE Light it G"), "/tmp/ragtally-up.txt": "Words." }));
    await ingest("--cache", "kept");
    expect(filesIn().map(([name]) => name)).toEqual(["pack.pdf", "pack.pdf!/ragtally-up.txt", "pack.pdf!/up.txt"]);
    expect(readdirSync(root).sort()).toEqual(["in", "kept", "out"]);
    expect(existsSync("/tmp/ragtally-up.txt")).toBe(false);
  });
});
