import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../cli/run-command.js";
import { folderFiles, LEFT_OUT } from "./folder.js";

const FILES = folderFiles();

let root: string;
let rows: Record<string, string>[];
let summary: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-folder-"));
  for (const { name, bytes } of [...FILES, ...LEFT_OUT.map((name) => ({ name, bytes: "x" }))]) {
    mkdirSync(dirname(join(root, "in", name)), { recursive: true });
    writeFileSync(join(root, "in", name), bytes);
  }
  const { code, stdout } = await runCommand(
    ["ingest", "in", "--out", "out", "--no-cache", "--format", "csv,json"],
    root,
  );
  expect(code).toBe(0);
  summary = stdout;
  rows = parse(readFileSync(join(root, "out/files.csv")), { columns: true });
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a folder as an office keeps it", () => {
  it("has some 130 files of 25 kinds", () => {
    expect(FILES.length).toBeGreaterThanOrEqual(130);
    expect(new Set(FILES.map(({ name }) => extname(name).toLowerCase())).size).toBeGreaterThanOrEqual(25);
  });

  it("gives each file its outcome", () => {
    const given = FILES.map(({ name, outcome, code = "" }) => [name, outcome, code]).sort();
    const top = rows.filter(({ container }) => container === "");
    expect(top.map(({ source_file, outcome, error_code }) => [source_file, outcome, error_code]).sort()).toEqual(given);
  });

  it("reads what is in archives and mailboxes", () => {
    const within = rows.filter(({ container }) => container !== "");
    expect(within.map(({ source_file, outcome }) => [source_file, outcome])).toEqual([
      ["archives/one.csv.gz!/content", "parsed"],
      ["archives/papers.tar!/q1.csv", "parsed"],
      ["archives/papers.tar.gz!/q2.csv", "parsed"],
      ["archives/papers.zip!/inner.zip", "opened"],
      ["archives/papers.zip!/inner.zip!/2019/q3.csv", "parsed"],
      ["archives/papers.zip!/note.txt", "no-report"],
      ["letters/box.mbox!/message-1.eml", "no-report"],
    ]);
  });

  it("says of each file that is not opened what to do", () => {
    const failed = rows.filter(({ error_code }) => error_code === "UNSUPPORTED");
    expect(failed.length).toBeGreaterThan(8);
    expect(failed.filter(({ message }) => (message ?? "").length < 20).map(({ source_file }) => source_file)).toEqual(
      [],
    );
  });

  it("counts the files of programs in one line, and lists none", () => {
    expect(summary).toContain(`Left out: ${LEFT_OUT.length} hidden or system files`);
    expect(rows.filter(({ source_file }) => LEFT_OUT.includes(source_file ?? ""))).toEqual([]);
  });

  it("lets no binary content into a field", () => {
    const text = readFileSync(join(root, "out/dataset.json"), "utf8");
    expect(text).not.toMatch(/\\u00(?:0[0-8bcef]|1[0-9a-f])|\ufffd{3}/);
  });
});
