import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type FoundDocument, readDocuments } from "../../src/pipeline/documents.js";
import type { PackedResult } from "../../src/pipeline/packed-file.js";
import { failedFile } from "../../src/source/files.js";
import { MEMBER_LIMITS, type Member } from "../../src/source/members/member.js";

/** A document: its content, or what is in it. A code stands for a failure to read it. */
interface Tree {
  readonly [name: string]: Tree | string;
}

const sha256Of = (tree: Tree | string): string => createHash("sha256").update(JSON.stringify(tree)).digest("hex");

const memberOf = ([name, tree]: readonly [string, Tree | string], bytes = 1): Member => ({
  name,
  sha256: tree === "LOCKED" ? null : sha256Of(tree),
  bytes: tree === "LOCKED" ? null : bytes,
  failure: tree === "LOCKED" ? { code: "ENCRYPTED", message: "needs a password" } : null,
});

/** Reads trees from memory in place of files; whatever is read first is answered last. */
async function collect(files: Tree, { bytes = 1 } = {}) {
  const read: string[] = [];
  let delay = 30;
  const reader = async ({ sourceFile, path, member }: FoundDocument): Promise<PackedResult> => {
    read.push(sourceFile);
    delay = Math.max(0, delay - 5);
    if (delay > 0) await wait(delay);
    let tree: Tree | string | undefined = files[path];
    for (const name of member?.names ?? []) tree = (tree as Tree)[name];
    const found = tree ?? "";
    const known = { source_sha256: sha256Of(found), bytes };
    if (typeof found !== "string") {
      const file = {
        ...failedFile(sourceFile, "", "holds files", known),
        outcome: "no-report",
        error_code: null,
      } as const;
      const members = Object.entries(found).map((entry) => memberOf(entry, bytes));
      return { file, reports: [], held: { members, hiddenCount: 0, excessCount: 0 } };
    }
    if (/^[A-Z_]+$/.test(found)) return { file: failedFile(sourceFile, found, "", known), reports: [] };
    return {
      file: {
        ...failedFile(sourceFile, "", "", known),
        outcome: "parsed",
        error_code: null,
        message: null,
        report_count: 1,
      },
      reports: [],
    };
  };
  const found = Object.keys(files).map((name) => ({ path: name, sourceFile: name }));
  const results = [];
  for await (const { file } of readDocuments(found, reader, { atOnce: 3, started: 6 })) results.push(file);
  return { results, read };
}

describe("readDocuments", () => {
  it("yields what a container holds directly after it, at any depth, in order", async () => {
    const { results } = await collect({ a: { x: { y: "1" }, z: "2" }, b: "3" });
    expect(results.map(({ source_file, container }) => [source_file, container])).toEqual([
      ["a", null],
      ["a!/x", "a"],
      ["a!/x!/y", "a!/x"],
      ["a!/z", "a"],
      ["b", null],
    ]);
  });

  it("gives a member that cannot be expanded its own outcome, without reading it", async () => {
    const { results, read } = await collect({ a: { x: "LOCKED", y: "1" } });
    expect(results[1]).toMatchObject({
      source_file: "a!/x",
      container: "a",
      outcome: "failed",
      error_code: "ENCRYPTED",
    });
    expect(read).toEqual(["a", "a!/y"]);
  });

  it("reads a member once that several containers have, and lists it under the first", async () => {
    const { results, read } = await collect({ a: { x: "1", y: "1" }, b: { z: "1" } });
    expect(read).toEqual(["a", "b", "a!/x"]);
    expect(
      results
        .filter(({ message }) => message?.startsWith("same"))
        .map(({ source_file, container }) => [source_file, container]),
    ).toEqual([
      ["a!/y", "a"],
      ["b!/z", "b"],
    ]);
    expect(results[2]).toMatchObject({
      outcome: "parsed",
      report_count: 1,
      message: "same content as a!/x; its reports are listed there",
    });
  });

  it("opens a container once that is in several places", async () => {
    const papers = { p: "1" };
    const { results, read } = await collect({ a: { m: papers, n: papers } });
    expect(read).toEqual(["a", "a!/m", "a!/m!/p"]);
    expect(results.at(-1)).toMatchObject({
      source_file: "a!/n",
      message: "same content as a!/m; the files in it are listed there",
    });
  });

  it("leaves files without reports as they are, though their content is the same", async () => {
    const { results } = await collect({ a: "CORRUPT", b: "CORRUPT" });
    expect(results.map(({ source_file, error_code }) => [source_file, error_code])).toEqual([
      ["a", "CORRUPT"],
      ["b", "CORRUPT"],
    ]);
  });

  it("reads a member again whose first reading took too long", async () => {
    const { read } = await collect({ a: { x: "TIMEOUT", y: "TIMEOUT" } });
    expect(read).toEqual(["a", "a!/x", "a!/y"]);
  });

  it("does not follow containers into one another without end", async () => {
    let tree: Tree | string = "1";
    for (let depth = 0; depth < 9; depth += 1) tree = { [`${depth}`]: tree };
    const { results } = await collect({ a: tree });
    expect(results).toHaveLength(MEMBER_LIMITS.mostNested + 2);
    expect(results.at(-1)).toMatchObject({
      outcome: "failed",
      error_code: "TOO_LARGE",
      message: "inside 6 files, over the limit of 5",
    });
  });

  it("reads no more files in one file than the limit, wherever in it they are, and has a row for the others", async () => {
    const many = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 6000 }, (_, at) => [`${prefix}${at}`, `${prefix}${at}`]));
    const { results } = await collect({ a: { x: many("x"), y: many("y") } });
    expect(results).toHaveLength(2 + MEMBER_LIMITS.mostMembers);
    expect(results.at(-1)).toMatchObject({
      source_file: "a!/y!/2002 more files",
      container: "a!/y",
      outcome: "failed",
      error_code: "TOO_LARGE",
      message: "over the limit of 10000 files in one file",
    });
  });

  it("reads no more bytes of the files in one file than the limit", async () => {
    const { results } = await collect({ a: { w: "1", x: "2", y: "3" } }, { bytes: MEMBER_LIMITS.mostBytes / 2 });
    expect(results.map(({ error_code }) => error_code)).toEqual([null, null, null, "TOO_LARGE"]);
  });

  it("gives a member no name that a file on disk has", async () => {
    const { results } = await collect({ a: { x: "1" }, "a!/x": "2" });
    expect(results.map(({ source_file }) => source_file)).toEqual(["a", "a!/x_", "a!/x"]);
  });
});
