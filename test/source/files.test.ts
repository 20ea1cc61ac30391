import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFiles } from "../../src/source/discover.js";
import { DEFAULT_MAX_BYTES, readFileContent } from "../../src/source/files.js";
import { isSkippedForRoot } from "../skipped.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-files-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content = path): string {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
  return full;
}

async function names(inputs: readonly string[], skip: readonly string[] = []): Promise<string[]> {
  return (await findFiles(inputs, skip)).files.map((file) => file.sourceFile);
}

/** Puts a file whose name has bytes of Latin-1. Returns the path as the command line gives it. */
function putLatin(name: string, content = name): string {
  const path = join(root, name);
  mkdirSync(Buffer.from(dirname(path), "latin1"), { recursive: true });
  writeFileSync(Buffer.from(path, "latin1"), content);
  return Buffer.from(path, "latin1").toString("utf8");
}

/** Only Linux has names that are not UTF-8. */
describe.runIf(process.platform === "linux")("names that are not UTF-8", () => {
  const found = async (...inputs: readonly string[]) =>
    (await findFiles(inputs)).files.map(({ path, sourceFile }) => {
      const content = readFileContent(path, sourceFile, DEFAULT_MAX_BYTES);
      return [sourceFile, content.kind === "bytes" ? Buffer.from(content.bytes).toString() : content.file.error_code];
    });

  it("are found in folders, printed with the bytes, and read", async () => {
    putLatin("caf\xe9.txt", "one");
    putLatin("caf\xe8.txt", "two");
    putLatin("d\xfcne/\xff/sand.txt", "three");
    put("café.txt", "four");
    expect(await found(root)).toEqual([
      ["caf\\xE8.txt", "two"],
      ["caf\\xE9.txt", "one"],
      ["café.txt", "four"],
      ["d\\xFCne/\\xFF/sand.txt", "three"],
    ]);
  });

  it("are found by globs, also below folders with such names", async () => {
    putLatin("in/caf\xe9.txt", "one");
    putLatin("in/d\xfcne/sand.txt", "two");
    expect(await found(join(root, "in/**/*.txt"))).toEqual([
      ["caf\\xE9.txt", "one"],
      ["d\\xFCne/sand.txt", "two"],
    ]);
  });

  it("are found where they are given by name, from which the command line has lost the bytes", async () => {
    const file = putLatin("d\xfcne/caf\xe9.txt", "one");
    expect(await found(file)).toEqual([["caf\\xE9.txt", "one"]]);
    expect(await found(dirname(file))).toEqual([["caf\\xE9.txt", "one"]]);
    await expect(findFiles([`${file}x`])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stay apart from a name that has the printed form", async () => {
    putLatin("caf\xe9.txt", "one");
    put("caf\\xE9.txt", "two");
    expect(await found(root)).toEqual([
      ["caf\\xE9.txt", "two"],
      ["caf\\xE9.txt_", "one"],
    ]);
  });

  it("may be those of links' targets", async () => {
    putLatin("d\xfcne/sand.txt", "one");
    symlinkSync(Buffer.from(join(root, "d\xfcne"), "latin1"), join(root, "link"));
    expect(await found(join(root, "link"))).toEqual([["sand.txt", "one"]]);
    expect(await found(root)).toEqual([["d\\xFCne/sand.txt", "one"]]);
  });

  it("may hold a replacement character of their own", async () => {
    put("caf\ufffd.txt", "one");
    expect(await found(join(root, "caf\ufffd.txt"))).toEqual([["caf\ufffd.txt", "one"]]);
    expect(await found(root)).toEqual([["caf\ufffd.txt", "one"]]);
  });
});

describe("findFiles", () => {
  it("lists a folder at any depth, relative to it, in code-unit order and without hidden entries", async () => {
    for (const path of ["b.txt", "B.txt", "a/z.txt", "a/b/y.txt", "a.txt", ".hidden", ".git/config", "é.txt"])
      put(path);
    expect(await names([root])).toEqual(["B.txt", "a.txt", "a/b/y.txt", "a/z.txt", "b.txt", "é.txt"]);
  });

  it("names a single file by its base name", async () => {
    expect(await names([put("deep/down/x.txt")])).toEqual(["x.txt"]);
  });

  it("reads a hidden file that is given by name", async () => {
    expect(await names([put(".hidden")])).toEqual([".hidden"]);
  });

  it("names what a glob matches relative to its static base", async () => {
    for (const path of ["in/a/1.txt", "in/b/2.txt", "in/b/3.md", "other/4.txt"]) put(path);
    expect(await names([join(root, "in/**/*.txt")])).toEqual(["a/1.txt", "b/2.txt"]);
  });

  it("reads a folder that a glob matches whole", async () => {
    for (const path of ["in/one/1.txt", "in/one/deep/2.txt", "in/two/3.txt"]) put(path);
    expect(await names([join(root, "in/o*")])).toEqual(["one/1.txt", "one/deep/2.txt"]);
  });

  it("takes a path with glob characters for itself where it exists", async () => {
    put("a1.txt");
    expect(await names([put("a[1].txt")])).toEqual(["a[1].txt"]);
  });

  it("lists a path once that several inputs lead to", async () => {
    put("in/a.txt");
    expect(await names([join(root, "in"), join(root, "in/a.txt"), join(root, "in/*.txt")])).toEqual(["a.txt"]);
  });

  it("begins names with their root's where two inputs would give the same", async () => {
    for (const path of ["2018/q1.txt", "2019/q1.txt", "2019/q2.txt"]) put(path);
    const files = await names([join(root, "2018"), join(root, "2019")]);
    expect(files).toEqual(["2018/q1.txt", "2019/q1.txt", "2019/q2.txt"]);
  });

  it("numbers roots whose own names are the same", async () => {
    for (const path of ["x/in/a.txt", "y/in/a.txt"]) put(path);
    expect(await names([join(root, "x/in"), join(root, "y/in")])).toEqual(["in-2/a.txt", "in/a.txt"]);
  });

  it("ends on links in a circle and reads a linked folder once, under its own name", async () => {
    put("real/a.txt");
    put("elsewhere.txt");
    symlinkSync(".", join(root, "circle"));
    symlinkSync("..", join(root, "real/up"));
    symlinkSync("real", join(root, "a-link"));
    expect(await names([root])).toEqual(["elsewhere.txt", "real/a.txt"]);
  });

  it("follows a link to a folder outside", async () => {
    put("outside/a.txt");
    mkdirSync(join(root, "in"));
    symlinkSync("../outside", join(root, "in/link"));
    expect(await names([join(root, "in")])).toEqual(["link/a.txt"]);
  });

  it("lists links that lead nowhere and pipes", async () => {
    symlinkSync("nowhere", join(root, "dangling"));
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(await names([root])).toEqual(["dangling", "pipe"]);
  });

  it("does not enter a skipped folder, whether a folder or a glob leads there", async () => {
    put("a.txt");
    put("out/files.csv");
    expect(await names([root], [join(root, "out")])).toEqual(["a.txt"]);
    expect(await names([join(root, "**/*")], [join(root, "out")])).toEqual(["a.txt"]);
  });

  it.each(["nope", "nope/*.txt", "*.nope"])("refuses %s, which is not there", async (input) => {
    put("a.txt");
    const error = { name: "InputError", code: "NOT_FOUND" };
    await expect(findFiles([join(root, input)])).rejects.toMatchObject(error);
  });

  it("refuses inputs that hold no file, with another code", async () => {
    put(".hidden");
    await expect(findFiles([root])).rejects.toMatchObject({ name: "InputError", code: "NO_FILES" });
  });
});

describe("readFileContent", () => {
  async function failure(path: string, maxBytes = DEFAULT_MAX_BYTES) {
    const content = readFileContent(path, "name.txt", maxBytes);
    if (content.kind !== "failure") throw new Error("was read");
    expect(content.file.outcome).toBe("failed");
    expect(content.file.message).not.toContain(root);
    return content.file;
  }

  it("gives a file's bytes", async () => {
    const content = readFileContent(put("a.txt", "añb"), "a.txt", DEFAULT_MAX_BYTES);
    expect(content).toEqual({ kind: "bytes", bytes: new Uint8Array([0x61, 0xc3, 0xb1, 0x62]) });
  });

  it("reads a file of exactly the limit and fails one of a byte more", async () => {
    const path = put("a.txt", "12345");
    expect(readFileContent(path, "a.txt", 5).kind).toBe("bytes");
    expect(await failure(path, 4)).toMatchObject({ error_code: "TOO_LARGE", bytes: 5, source_sha256: null });
  });

  it("fails an empty file with its size and hash", async () => {
    const file = await failure(put("a.txt", ""));
    expect(file).toMatchObject({ source_file: "name.txt", error_code: "EMPTY", bytes: 0 });
    expect(file.source_sha256).toMatch(/^e3b0c442/);
  });

  it("fails a file that has gone", async () => {
    expect(await failure(join(root, "gone"))).toMatchObject({ error_code: "VANISHED", bytes: null });
  });

  it("fails a pipe without waiting for a writer", async () => {
    execFileSync("mkfifo", [join(root, "pipe")]);
    expect(await failure(join(root, "pipe"))).toMatchObject({ error_code: "UNSUPPORTED" });
  });

  it("fails a device without reading it", async () => {
    expect(await failure("/dev/zero")).toMatchObject({ error_code: "UNSUPPORTED" });
  });

  it("fails a link that leads to itself", async () => {
    symlinkSync("self", join(root, "self"));
    expect(await failure(join(root, "self"))).toMatchObject({ error_code: "UNREADABLE" });
  });

  it.skipIf(isSkippedForRoot("a file that may not be read"))("fails a file that may not be read", async () => {
    const path = put("secret.txt");
    chmodSync(path, 0);
    expect(await failure(path)).toMatchObject({ error_code: "UNREADABLE" });
  });
});
