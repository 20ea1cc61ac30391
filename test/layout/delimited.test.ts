/** Text separated by commas or semicolons: its records become rows, its quotes are removed, and prose stays prose. */
import { expect, it } from "vitest";
import { BUILTIN_PROFILE, readBytes } from "../../src/index.js";
import { blocksOfText } from "../../src/layout/text-blocks.js";

const HEAD = ["SAFER MELFORD DELIVERY PLAN (2021-22),,,,", '"THEME 1 UPDATE - QRT 3 UPDATE (January 2022)",,,,'];
const read = (...lines: string[]) => readAll(...HEAD, ...lines);
const readAll = (...lines: string[]) =>
  readBytes(new TextEncoder().encode(lines.join("\r\n")), "made.csv", BUILTIN_PROFILE).reports[0];
const rowsOf = (report: ReturnType<typeof read>) =>
  report?.deliverables.map(({ number, title, rag, updates }) => [number, title, rag, updates.map(({ text }) => text)]);

it("reads the records of a report, with commas and line feeds in quoted cells", () => {
  const report = read(
    "No,Organisation,Deliverable,Update,RAG",
    '1,FORCE,"Open a door, and paint it","12.12.21: Open, with ""new"" paint.',
    'It shines.",G',
    '2,MC,Close a door,"Shut, for now.",A',
  );
  expect(report).toMatchObject({ plan_title: "SAFER MELFORD DELIVERY PLAN", theme_number: 1, quarter: 3 });
  expect(rowsOf(report)).toEqual([
    ["1", "Open a door, and paint it", "green", ['Open, with "new" paint.\nIt shines.']],
    ["2", "Close a door", "amber", ["Shut, for now."]],
  ]);
  expect(report?.deliverables[1]).toMatchObject({ line_first: 6, line_last: 6 });
});

it("reads the counts above and the notes after the table", () => {
  const report = read(
    "Green (G),1/2 (50%),,,",
    "Amber (A),1/2 (50%),,,",
    "No;Organisation;Deliverable;Update;RAG".replaceAll(";", ","),
    "1,FORCE,Open a door,It is open.,G",
    "2,MC,Close a door,It is shut.,A",
    '"Figures, as ever, are provisional.",,,,',
  );
  expect(report?.stated_counts.map(({ rag, verdict }) => [rag, verdict])).toEqual([
    ["green", "confirmed"],
    ["amber", "confirmed"],
  ]);
  expect(JSON.stringify(report)).toContain("Figures, as ever, are provisional.");
});

it("reads semicolons, as spreadsheets of other countries write", () => {
  const head = HEAD.map((line) => line.replaceAll(",", ";"));
  const report = readAll(
    ...head,
    "No;Organisation;Deliverable;RAG",
    "1;FORCE;Open a door, wide;G",
    "2;MC;Close a door;A",
  );
  expect(report?.deliverables.map(({ title }) => title)).toEqual(["Open a door, wide", "Close a door"]);
});

it("leaves prose unchanged where a line only resembles column headings", () => {
  const text = "Action, Owner, Status\nWe met in May, and agreed.\nThe rest, as ever, is open.";
  expect(blocksOfText(text, BUILTIN_PROFILE).map(({ kind }) => kind)).toEqual(["line", "line", "line"]);
});

it("reads a table whose quotes do not close as text, and loses no line of it", () => {
  const text = 'No,Organisation,Deliverable,RAG\n1,FORCE,"Open a door,G\n2,MC,Close a door,A';
  const blocks = blocksOfText(text, BUILTIN_PROFILE);
  expect(blocks.map((block) => (block.kind === "line" ? block.text : null))).toEqual(text.split("\n"));
});
