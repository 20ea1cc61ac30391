/** Names in the documents compared with the schema, the library and the repository: none is missing, none is left over. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FORMATS } from "../../src/export/formats/output-formats.js";
import * as library from "../../src/index.js";
import { profileSchema } from "../../src/schema/profile.js";
import { TABLES } from "../../src/schema/tables.js";
import { RAGS, verdictSchema } from "../../src/schema/values.js";
import { firstCells, REPOSITORY_DOCUMENTS, ROOT, section, textOf, USER_DOCUMENTS } from "./documents.js";

it("lists the tables of the dataset and their order", () => {
  expect(firstCells(section("docs/output.md", "Tables"))).toEqual(Object.keys(TABLES));
});

it("lists the output formats and their order", () => {
  const listed = firstCells(textOf("docs/output.md").split("## ")[0] ?? "");
  expect([...listed].sort()).toEqual([...FORMATS].sort());
});

it("lists the statuses", () => {
  expect(firstCells(section("docs/output.md", "Statuses"))).toEqual(RAGS);
});

it("lists the outcomes of a file", () => {
  const outcomes = firstCells(section("docs/input-formats.md", "Outcomes")).filter((name) => /^[a-z-]+$/.test(name));
  expect(outcomes).toEqual(TABLES.files.shape.outcome.options);
});

/** Codes of inputs that are not files, and of work on one page: `files.csv` has none of them. */
const NOT_IN_FILES = ["NOT_FOUND", "NO_FILES", "NOT_PDF", "NO_PAGE", "NO_CANVAS", "TOO_MANY_PIXELS"];

it("lists the error codes that the source gives to files", () => {
  const sources = readdirSync(join(ROOT, "src/source"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => textOf(join("src/source", path)))
    .join("\n");
  const given = [...sources.matchAll(/(?:\bcode: |\bfail(?:ure)?\(|\breturn \[|\bINTERNAL = )"([A-Z_]{5,})"/g)].map(
    (match) => match[1] ?? "",
  );
  const listed = firstCells(section("docs/input-formats.md", "Outcomes")).filter((name) => /^[A-Z_]+$/.test(name));
  expect(listed.sort()).toEqual([...new Set(given)].filter((code) => !NOT_IN_FILES.includes(code)).sort());
});

it("lists the verdicts", () => {
  expect(firstCells(textOf("docs/verdicts.md"))).toEqual(verdictSchema.options);
});

it("lists how a track's member is matched", () => {
  const matches = firstCells(section("docs/history.md", "Tracks"));
  expect(matches).toEqual(TABLES.tracks.shape.match.options);
});

it("lists the keys of a profile", () => {
  expect(firstCells(section("docs/profiles.md", "Keys"))).toEqual(Object.keys(profileSchema.shape));
});

it("describes every function, error and constant of the library, and no other", () => {
  const page = textOf("docs/library.md");
  const listed = firstCells(page).filter((cell) => cell.includes("(") || /^[A-Z]/.test(cell));
  const names = listed.map((cell) => cell.replace(/\(.*/, ""));
  expect(names.filter((name) => !(name in library))).toEqual([]);
  expect(Object.keys(library).filter((name) => !page.includes(`\`${name}`))).toEqual([]);
});

it.each([...USER_DOCUMENTS, ...REPOSITORY_DOCUMENTS])("%s names only tests and scripts that exist", (document) => {
  const named = [...textOf(document).matchAll(/(?<![\w/])(?:test|fixtures|corpus|docs|\.ci)\/[\w./-]*\w/g)].map(
    (match) => match[0],
  );
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
