import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutputError } from "../../src/export/output-error.js";
import { refuseOtherFile } from "../../src/export/refuse-other-file.js";
import { isSkippedForRoot } from "../skipped.js";

let root: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-refuse-"));
  out = join(root, "out");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const AT_START = { mark: "MARK\x89", otherwise: "is other", example: "a.txt" };
const AT_END = { ...AT_START, isAtEnd: true };
const write = (text: string): void => writeFileSync(out, text, "latin1");

describe("a file that is to be replaced", () => {
  it.each([
    ["is missing", AT_START, () => undefined],
    ["is empty", AT_START, () => write("")],
    ["begins with its mark", AT_START, () => write("MARK\x89 and more")],
    ["ends with its mark", AT_END, () => write("words, then MARK\x89")],
  ])("may be where it %s", async (_, kind, make) => {
    make();
    await expect(refuseOtherFile(out, kind)).resolves.toBeUndefined();
  });

  it.each([
    ["has its mark at the other end", AT_END, () => write("MARK\x89 and more"), "is other"],
    ["is a part of the mark", AT_START, () => write("MAR"), "is other"],
    ["is a folder", AT_START, () => mkdirSync(out), "is a folder; name a file to write, such as a.txt"],
    ["is a pipe", AT_START, () => execFileSync("mkfifo", [out]), "is no plain file"],
    ["leads to a device", AT_START, () => symlinkSync("/dev/null", out), "is no plain file"],
  ])("may not be where it %s", async (_, kind, make, reason) => {
    make();
    const refused = refuseOtherFile(out, kind);
    await expect(refused).rejects.toThrow(OutputError);
    await expect(refused).rejects.toThrow(reason);
  });

  it.skipIf(isSkippedForRoot("a file that may not be read"))("may not be where it cannot be read", async () => {
    write("MARK\x89");
    chmodSync(out, 0);
    const refused = refuseOtherFile(out, AT_START);
    await expect(refused).rejects.toThrow(OutputError);
    await expect(refused).rejects.toThrow("cannot be read");
  });
});
