/** What `ragtally correct` takes for a report and a row, and how it changes and lists what is in the file. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "./run-command.js";

const report = (theme: number, rows: readonly string[]): string =>
  [
    "SAFER MELFORD DELIVERY PLAN (2022-23)",
    `THEME ${theme} UPDATE - QRT 2 UPDATE (September 2022)`,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    ...rows.flatMap((number) => [`${number}\tFORCE\tReopen counter ${number}\tG`, "Update 12.09.22: Open."]),
    "",
  ].join("\n");

let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-correct-"));
  mkdirSync(join(root, "in/sub"), { recursive: true });
  writeFileSync(join(root, "in/sub/q2.txt"), report(1, ["1", "2"]));
  writeFileSync(join(root, "in/both.txt"), report(2, ["1", "2"]) + report(3, ["1", "2"]));
  writeFileSync(join(root, "in/note.txt"), "Nothing of a report is in here.\n");
  await runCommand(["ingest", "in", "--out", "out"], root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => rmSync(join(root, "corrections.csv"), { force: true }));

const correct = (...args: string[]) => runCommand(["correct", "out", ...args], root);
const AMBER = ["--field", "rag", "--value", "amber", "--by", "J. Ogden", "--why", "seen"];
const text = (): string => readFileSync(join(root, "corrections.csv"), "utf8");

describe("the report and the row", () => {
  it("are known by file and number", async () => {
    const { code, stdout } = await correct("q2.txt", "2", ...AMBER);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^corrections\.csv, line 2: safer-.*, row 2: rag is "amber"/),
    ]);
  });

  it("are refused with what there is where the name is another", async () => {
    const failures = await Promise.all([
      correct("q2.text", "2", ...AMBER),
      correct("q2.txt", "12", ...AMBER),
      correct("both.txt", "2", ...AMBER),
      correct("note.txt", "2", ...AMBER),
      correct(...AMBER),
      correct("q2.txt", "2", "--value", "amber"),
      correct("q2.txt", "2", "--field", "rag", "--by", "J", "--why", "seen"),
      correct("q2.txt", "2", "--field", "rag", "--value", "G", "--by", "J", "--why", "seen"),
    ]);
    expect(failures.map(({ code }) => code)).toEqual(failures.map(() => 2));
    expect(failures.map(({ stderr }) => stderr)).toEqual([
      expect.stringContaining("did you mean q2.txt"),
      expect.stringContaining('sub/q2.txt has no row "12"; it has 1, 2'),
      expect.stringMatching(/several reports are in both\.txt; give one of\n {2}\S+ \(both\.txt\)\n/),
      expect.stringContaining("note.txt has no report"),
      expect.stringContaining("which report?"),
      expect.stringContaining("--field is missing"),
      expect.stringContaining("--value is missing"),
      expect.stringContaining("G is green"),
    ]);
  });
});

it("lists, replaces and takes out corrections, and leaves the other lines as they are", async () => {
  await correct("q2.txt", "1", ...AMBER);
  await correct("q2.txt", "2", ...AMBER);
  const [heading, , second] = text().split("\n");
  const red = AMBER.map((word) => (word === "amber" ? "red" : word));
  expect((await correct("q2.txt", "1", ...red)).stderr).toContain("use --replace");
  expect((await correct("q2.txt", "1", ...red, "--replace")).code).toBe(0);
  expect(text().split("\n").slice(0, 2)).toEqual([heading, second]);
  const { stdout } = await correct("--list");
  expect(stdout.replace(/\s+/g, " ")).toMatch(
    /^line 2 \S+, row 2 rag: "G" is "amber" .*line 3 \S+, row 1 rag: "G" is "red" /,
  );
  expect((await correct("q2.txt", "2", "--field", "rag", "--remove")).stdout).toContain("line 2 was taken out");
  expect(text().split("\n")).toHaveLength(3);
  expect((await correct("q2.txt", "2", "--field", "rag", "--remove")).stderr).toContain("has no correction of");
});

it("lists without a dataset, and takes out a correction of a report that is in it no more", async () => {
  const heading = "report,deliverable,field,value,printed,by,why,date";
  writeFileSync(join(root, "corrections.csv"), `${heading}\nolder-2021-9f,7,rag,red,G,J,seen,2024-01-31\n`);
  expect(await runCommand(["correct", "--list"], root)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("older-2021-9f, row 7"),
  });
  expect(await runCommand(["correct"], root)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("the folder of the dataset is missing"),
  });
  const [misspelt, removed] = [
    await correct("older-2021-9", "7", "--field", "rag", "--remove"),
    await correct("older-2021-9f", "7", "--field", "rag", "--remove"),
  ];
  expect(misspelt).toMatchObject({ code: 2, stderr: expect.stringContaining("did you mean older-2021-9f") });
  expect(removed).toMatchObject({ code: 0, stdout: expect.stringContaining("line 2 was taken out") });
  expect(text()).toBe(`${heading}\n`);
});

it("adds a row and its fields, and dates an update", async () => {
  const add = ["--field", "row", "--value", "add after 2", "--by", "J", "--why", "missing"];
  expect((await correct("q2.txt", "3", ...add)).code).toBe(0);
  // The row is not in the dataset yet.
  const title = [
    "--deliverable",
    "3",
    "--field",
    "title",
    "--value",
    "Print the leaflet",
    "--by",
    "J",
    "--why",
    "missing",
  ];
  expect((await correct("q2.txt", ...title)).code).toBe(0);
  const date = ["--field", "date", "--value", "2022-09-21", "--by", "J", "--why", "seen"];
  expect((await correct("q2.txt", "1/1", ...date)).stdout).toContain('date is "2022-09-21", printed as "12.09.22"');
  const { code } = await runCommand(
    ["ingest", "in", "--out", "new", "--corrections", "corrections.csv", "--format", "json"],
    root,
  );
  const rows = JSON.parse(readFileSync(join(root, "new/dataset.json"), "utf8")).reports.flatMap(
    ({ deliverables }: { deliverables: { number: string; title: string; latest_update: string | null }[] }) =>
      deliverables,
  );
  expect(code).toBe(0);
  expect(rows).toContainEqual(expect.objectContaining({ number: "3", title: "Print the leaflet" }));
  expect(rows).toContainEqual(expect.objectContaining({ number: "1", latest_update: "2022-09-21" }));
});
