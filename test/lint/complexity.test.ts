import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";

const SCRIPT = join(process.cwd(), "test/lint/complexity.mjs");
const root = mkdtempSync(join(tmpdir(), "ragtally-complexity-"));
const list = join(root, "list.json");
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A function of complexity 16: sixteen conditions one after another. */
const complex = (name: string, conditions = 16) =>
  `export function ${name}(a: number) {\n${"  if (a > 1) a -= 1;\n".repeat(conditions)}  return a;\n}\n`;

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, "--list", list, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, text: (stdout + stderr).trim() };
}

const known = (functions: Record<string, number>) => writeFileSync(list, JSON.stringify(functions));

beforeEach(() => {
  mkdirSync(join(root, "src"), { recursive: true });
  writeFileSync(join(root, "src/a.ts"), complex("first") + complex("second", 15));
});

it("passes where the complex functions are those that are listed", () => {
  known({ "src/a.ts: first": 16 });
  expect(run()).toEqual({
    status: 0,
    text: "functions with a cognitive complexity above 15: 1, all of them listed",
  });
});

it.each([
  ["is not listed", {}, "src/a.ts: first has complexity 16, above 15: make it simpler"],
  ["became simpler", { "src/a.ts: first": 20 }, "src/a.ts: first fell from 20 to 16: run"],
  ["was split", { "src/a.ts: first": 16, "src/a.ts: second": 17 }, "src/a.ts: second is no longer above 15: run"],
])("fails where a function %s", (_, functions, message) => {
  known(functions);
  const { status, text } = run();
  expect(status).toBe(1);
  expect(text).toContain(message);
});

it("fails where a listed function became more complex", () => {
  writeFileSync(join(root, "src/a.ts"), complex("first", 17));
  known({ "src/a.ts: first": 16 });
  expect(run()).toEqual({ status: 1, text: "src/a.ts: first rose from 16 to 17: make it simpler" });
});

it("names a function without a name by the declaration around it", () => {
  // What is nested counts twice.
  const inner = complex("x", 8).replace("export function x(a: number)", "return (a: number) =>");
  writeFileSync(join(root, "src/a.ts"), `export function outer() {\n${inner}}\n`);
  known({ "src/a.ts: in outer": 16 });
  expect(run().status).toBe(0);
});

it("writes the list again where it has shrunk or a name changed, and refuses where it has grown", () => {
  known({ "src/old.ts: first": 16, "src/old.ts: third": 30 });
  expect(run("--renew")).toEqual({ status: 0, text: "functions in the list: 1, before: 2" });
  expect(JSON.parse(readFileSync(list, "utf8"))).toEqual({ "src/a.ts: first": 16 });
  writeFileSync(join(root, "src/a.ts"), complex("first") + complex("second"));
  expect(run("--renew").status).toBe(1);
  expect(JSON.parse(readFileSync(list, "utf8"))).toEqual({ "src/a.ts: first": 16 });
});
