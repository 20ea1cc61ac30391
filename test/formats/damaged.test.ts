/** Five hundred damaged and hostile office documents, archives and e-mails in one run: an outcome each, within limits, nothing left. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../cli/run-command.js";
import { damagedFiles, hostileFiles, type NamedFile } from "./damage.js";

const SEED = 20_221_205;
const MEGABYTE = 1024;
const MAX_MEMORY = 512;
/** What a process may take beyond its limit until it is stopped, and what Node itself takes. */
const LEEWAY = 256;

/** Loaded into every process of the run: notes that it began, and at its end the most memory that it took, in kilobytes. */
const NOTES = `
const { appendFileSync } = require("node:fs");
const note = (what) => appendFileSync(process.env.NOTES_FILE, what + "\\n");
note("began " + process.pid);
process.on("exit", () => note("took " + process.resourceUsage().maxRSS));
`;

let root: string;
let given: NamedFile[];
let files: Record<string, string>[];
let notes: string[];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-damaged-"));
  mkdirSync(join(root, "in"));
  const hostile = hostileFiles();
  given = [...hostile, ...damagedFiles(SEED, 500 - hostile.length)];
  for (const { name, bytes } of given) writeFileSync(join(root, "in", name), bytes);
  writeFileSync(join(root, "notes.cjs"), NOTES);
  const limits = ["--max-memory", String(MAX_MEMORY), "--timeout", "20"];
  const { code, stderr } = await runCommand(
    ["ingest", "in", "--out", "out", "--format", "csv,json", "--quiet", "--no-cache", ...limits],
    root,
    { NODE_OPTIONS: `--require ${join(root, "notes.cjs")}`, NOTES_FILE: join(root, "notes.txt") },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  files = parse(readFileSync(join(root, "out/files.csv")), { columns: true });
  notes = readFileSync(join(root, "notes.txt"), "utf8").trim().split("\n");
}, 300_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("gives every file one outcome, and a reason to each that could not be read", () => {
  const named = files.filter(({ container }) => container === "").map(({ source_file }) => source_file);
  expect(named.sort()).toEqual(given.map(({ name }) => name).sort());
  expect(files.filter(({ outcome, error_code, message }) => outcome === "failed" && (!error_code || !message))).toEqual(
    [],
  );
});

it("never takes damage for a defect of its own", () => {
  const own = files.filter(({ error_code }) => error_code === "INTERNAL" || error_code === "CRASHED");
  expect(own.map(({ source_file, message }) => [source_file, message])).toEqual([]);
});

it("reads what is sound in spite of what is not, and invents nothing", () => {
  const outcomes = new Set(files.map(({ outcome }) => outcome));
  expect([...outcomes]).toEqual(expect.arrayContaining(["parsed", "failed"]));
  const text = readFileSync(join(root, "out/dataset.json"), "utf8");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of a file that is no text are what is looked for
  expect(text).not.toMatch(/\\u00(?:0[0-8bcef]|1[0-9a-f])|PK\u0003\u0004/);
  expect(text).not.toContain("root:");
});

it("writes no file outside its output", () => {
  expect(existsSync("/tmp/out.txt") || existsSync("/etc/out.txt") || existsSync(join(root, "../tmp/out.txt"))).toBe(
    false,
  );
});

it("stays within its limits, and leaves no process", () => {
  const begun = notes.filter((note) => note.startsWith("began")).map((note) => Number(note.split(" ")[1]));
  const most = Math.max(...notes.filter((note) => note.startsWith("took")).map((note) => Number(note.split(" ")[1])));
  expect(begun.length).toBeGreaterThan(1);
  expect(most / MEGABYTE).toBeLessThan(MAX_MEMORY + LEEWAY);
  const isRunning = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  expect(begun.filter(isRunning)).toEqual([]);
});
