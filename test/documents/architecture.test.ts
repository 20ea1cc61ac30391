/** ARCHITECTURE.md compared with the source tree: every folder is described, and every path that it names exists. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, it } from "vitest";
import { firstCells, ROOT, section, textOf } from "./documents.js";

const DOCUMENT = "ARCHITECTURE.md";
const MOST_BYTES = 12 * 1024;

const folders = [
  "src/",
  ...readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(ROOT, "src", path)).isDirectory())
    .map((path) => `${posix.join("src", path.replaceAll("\\", "/"))}/`),
];

it("describes each folder of the source once, and no other", () => {
  expect(firstCells(section(DOCUMENT, "Folders")).sort()).toEqual([...folders].sort());
});

it("names only files and folders that exist", () => {
  const named = [...textOf(DOCUMENT).matchAll(/\b(?:src|test|docs|fixtures|corpus)\/[\w./-]*/g)].map(([path]) => path);
  expect(named.length).toBeGreaterThan(folders.length);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

it("names only identifiers that their files contain", () => {
  const named = [...textOf(DOCUMENT).matchAll(/`(\w+)`[^|`]* in `(src\/[\w./-]+\.ts)`/g)].map(([, name, path]) => ({
    name: name ?? "",
    path: path ?? "",
  }));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ name, path }) => !textOf(path).includes(name))).toEqual([]);
});

it("is at most 12 KB", () => {
  expect(Buffer.byteLength(textOf(DOCUMENT))).toBeLessThanOrEqual(MOST_BYTES);
});
