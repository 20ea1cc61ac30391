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

/** The cells of a text's rows, in the order of its blocks; lines as their text. */
const blocksIn = (...lines: string[]) =>
  blocksOfText(lines.join("\n"), BUILTIN_PROFILE).map((block) =>
    block.kind === "line" ? block.text : block.cells.map(({ text }) => text),
  );

it("reads headings that go over several lines", () => {
  expect(
    blocksIn('No,Organisation,"Deliverable', 'or output","RAG', 'status"', "1,PARKS,Plant limes,G", "2,EA,Dredge,A"),
  ).toEqual([
    ["No", "Organisation", "Deliverable\nor output", "RAG\nstatus"],
    ["1", "PARKS", "Plant limes", "G"],
    ["2", "EA", "Dredge", "A"],
  ]);
});

it("reads a table of which two headings are known, where every record has its cells", () => {
  const [head, ...rows] = ["Zwirn,Deliverable,RAG", "x,Plant limes,G", "y,Dredge the pond,A"];
  expect(blocksIn(head ?? "", ...rows)).toEqual([head, ...rows].map((line) => line?.split(",")));
  expect(blocksIn(head ?? "", "x,Plant limes", ...rows).every((block) => typeof block === "string")).toBe(true);
  expect(blocksIn("Zwirn,Deliverable,Knopf", ...rows).every((block) => typeof block === "string")).toBe(true);
});

it("turns a table whose headings are down its first column", () => {
  const lines = ["Deliverable,Plant limes,Dredge the pond", "Organisation,PARKS,EA", 'RAG,G,"A"', "No,1,2"];
  expect(blocksIn("Stow plan", ...lines)).toEqual([
    "Stow plan",
    ["Deliverable", "Organisation", "RAG", "No"],
    ["Plant limes", "PARKS", "G", "1"],
    ["Dredge the pond", "EA", "A", "2"],
  ]);
});

it("gives each row of a turned table all lines of it", () => {
  const lines = ["Deliverable,Plant limes,Dredge the pond", "Organisation,PARKS,EA", "RAG,G,A"];
  const places = blocksOfText(lines.join("\n"), BUILTIN_PROFILE).map(({ place }) => [place.lineFirst, place.lineLast]);
  expect(places).toEqual([
    [1, 3],
    [1, 3],
    [1, 3],
  ]);
});

it("does not turn a table whose records differ in length", () => {
  const lines = ["Deliverable,Plant limes,Dredge the pond", "Organisation,PARKS", "RAG,G,A"];
  expect(blocksIn(...lines)).not.toContainEqual(["Deliverable", "Organisation", "RAG"]);
});

it("reads cells in quotes between tabs, with the tabs and line breaks within them", () => {
  expect(
    blocksIn("No\tDeliverable\tUpdate\tRAG", '1\tPlant limes\t"Ten\tstand.', 'Two fell."\tG', "2\tDredge\tClear.\tA"),
  ).toEqual([
    ["No", "Deliverable", "Update", "RAG"],
    ["1", "Plant limes", "Ten\tstand.\nTwo fell.", "G"],
    ["2", "Dredge", "Clear.", "A"],
  ]);
});

it("takes the tabs of an exported table for borders, also where a record ends with its last filled cell", () => {
  expect(
    blocksIn(
      "Action\tLead\tStatus\tUpdate",
      "Plant limes\tParks\tComplete\tTen stand.",
      "Dredge the pond\tEA\tSomewhere\tA barge is hired.",
      "Mow\tParks\tNot started",
      "Rake\tParks\tOn hold\tNo rakes.",
      "Sow\tParks\tOn hold\tNo seed.",
      "Total\t3 actions",
    ),
  ).toEqual([
    ["Action", "Lead", "Status", "Update"],
    ["Plant limes", "Parks", "Complete", "Ten stand."],
    ["Dredge the pond", "EA", "Somewhere", "A barge is hired."],
    ["Mow", "Parks", "Not started", ""],
    ["Rake", "Parks", "On hold", "No rakes."],
    ["Sow", "Parks", "On hold", "No seed."],
    ["Total", "3 actions", "", ""],
  ]);
});

it("keeps a row in an exported table whose status is no known word", () => {
  const report = readAll(
    "Path plan for the riverside",
    "Action\tLead\tStatus\tUpdate",
    "Light the path\tLighting\tCompleted\tLamps are on.",
    "Mend the wall\tWorks\tOn Target\tStone came.",
    "Train the wardens\tHealth\tUp the creek\tNo trainer.",
  );
  expect(report?.deliverables.map(({ title, rag, rag_raw }) => [title, rag, rag_raw])).toEqual([
    ["Light the path", "blue", "Completed"],
    ["Mend the wall", "green", "On Target"],
    ["Train the wardens", null, "Up the creek"],
  ]);
});

it("keeps a later column's text in its column where the record has nothing else", () => {
  const report = readAll(
    "Path plan for the riverside",
    "No,Action,Lead,RAG,Comments",
    "1,Light the path,ICB,Green,2022-12-10 Lamps came.",
    "2,Mend the wall,ICB,Amber,2022-12-10 Stone came.",
    ",,,,2022-11-27 The quarry opened.",
  );
  expect(report?.deliverables[1]?.updates.map(({ date, text }) => [date, text])).toEqual([
    ["2022-12-10", "Stone came."],
    ["2022-11-27", "The quarry opened."],
  ]);
});

it("reads letters as the labels of rows where each is the next one", () => {
  const report = readAll(
    "Refuge plan of the partnership",
    "Ref\tAction\tLead\tRAG\tComment",
    "A\tFund refuges\tHousing\tGreen\tFunded.",
    "B\tTrain champions\tHealth\tAmber\tSome are trained.",
    "C\tVisit schools\tYouth\tRed\tNo visits.",
    "Subtotal\t3 actions",
  );
  expect(report?.deliverables.map(({ number, title, rag }) => [number, title, rag])).toEqual([
    ["A", "Fund refuges", "green"],
    ["B", "Train champions", "amber"],
    ["C", "Visit schools", "red"],
  ]);
});
