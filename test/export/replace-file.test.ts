import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutputError } from "../../src/export/output-error.js";
import { replaceFile } from "../../src/export/replace-file.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-replace-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const path = (name: string): string => join(root, name);

describe("replaceFile", () => {
  it("replaces what a link leads to, which keeps its permissions", async () => {
    writeFileSync(path("a.txt"), "old");
    chmodSync(path("a.txt"), 0o640);
    symlinkSync("a.txt", path("link"));
    const written = await replaceFile(path("link"), ["né", new Uint8Array([10])]);
    expect(written.bytes).toBe(4);
    expect(readFileSync(path("a.txt"), "utf8")).toBe("né\n");
    expect(statSync(path("a.txt")).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).sort()).toEqual(["a.txt", "link"]);
  });

  it("leaves the file and its folder as they were where its content fails", async () => {
    writeFileSync(path("a.txt"), "old");
    function* pieces() {
      yield "new";
      throw new Error("fault");
    }
    await expect(replaceFile(path("a.txt"), pieces())).rejects.toThrow("fault");
    expect(readFileSync(path("a.txt"), "utf8")).toBe("old");
    expect(readdirSync(root)).toEqual(["a.txt"]);
  });

  it("says where it cannot be written", async () => {
    await expect(replaceFile(path("nowhere/a.txt"), ["x"])).rejects.toThrow(OutputError);
  });
});
