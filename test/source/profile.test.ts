import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BUILTIN_PROFILE } from "../../src/schema/builtin-profile.js";
import { lineOfPath } from "../../src/source/json-line.js";
import { readProfile } from "../../src/source/profile.js";

const RULE_NAMES = ["update-stale"];
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-profile-"));
  path = join(folder, "p.json");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(content: unknown) {
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 1));
  return readProfile(path, RULE_NAMES);
}

describe("readProfile", () => {
  it("gives back the built-in profile as it is printed", async () => {
    expect(await read(BUILTIN_PROFILE)).toEqual(BUILTIN_PROFILE);
  });

  it("merges objects and replaces lists where a profile extends the built-in one", async () => {
    const profile = await read({
      extends: "built-in",
      name: "harbour",
      columns: { status: ["Lamp"] },
      organisations: { QUAY: "the quay office" },
    });
    expect(profile.name).toBe("harbour");
    expect(profile.columns.status).toEqual(["Lamp"]);
    expect(profile.columns.title).toEqual(BUILTIN_PROFILE.columns.title);
    expect(profile.organisations).toEqual({ ...BUILTIN_PROFILE.organisations, QUAY: "the quay office" });
  });

  it("reads a file with a byte-order mark", async () => {
    expect((await read(`\uFEFF${JSON.stringify(BUILTIN_PROFILE)}`)).name).toBe("built-in");
  });

  it.each([
    [
      "a wrong value",
      '{\n "extends": "built-in",\n "columns": {\n  "status": ["a",\n 3]}}',
      "line 5, key columns.status[1]",
    ],
    ["an unknown key", '{"extends": "built-in",\n"colums": {}}', "line 2, key colums: there is no such key"],
    [
      "an unknown rule",
      '{"extends": "built-in",\n"rules": {"severity": {\n"update-old": "off"}}}',
      "line 3, key rules.severity.update-old",
    ],
    ["an unknown base", '{\n"extends": "other", "name": "x"}', 'line 2, key extends: only "built-in"'],
    [
      "a key of the language",
      '{"extends": "built-in",\n"__proto__": {}}',
      "line 2, key __proto__: there is no such key",
    ],
    [
      "a code with a separator",
      '{"extends": "built-in",\n"organisations": {"A/B": ""}}',
      'line 2, key organisations["A/B"]',
    ],
    ["a list", "[]", "line 1: a profile is an object"],
    ["a JSON mistake", '{\n "name": "x",\n oops }', "line 3: not valid JSON"],
    ["a cut file", '{\n "name": "x",\n', "line 3: not valid JSON"],
  ])("names line and key of %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(`${path}, ${message}`);
  });

  it("names every key that a whole profile lacks", async () => {
    const error = await read({ name: "x" }).catch((thrown: Error) => thrown.message);
    for (const key of ["columns", "statuses", "organisations", "rules"]) expect(error).toContain(`key ${key}:`);
  });

  it("says where there is no file", async () => {
    await expect(readProfile(join(folder, "none.json"), [])).rejects.toThrow(/none\.json: there is no such file/);
  });
});

describe("lineOfPath", () => {
  const text = '{\n"a": [\n1,\n{"b": "}, [",\n"c": {}}],\n"c": 2}';
  it.each([
    [["a"], 2],
    [["a", 0], 3],
    [["a", 1], 4],
    [["a", 1, "c"], 5],
    [["c"], 6],
    [["a", 1, "missing"], 4],
    [["missing"], 1],
  ])("finds %j on line %i", (keys, line) => {
    expect(lineOfPath(text, keys)).toBe(line);
  });
});
