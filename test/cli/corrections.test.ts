/** Corrections through the command: what they change, what is kept of what was printed, and what becomes of those that do not fit. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/index.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-corrections-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const REPORT = [
  "SAFER MELFORD DELIVERY PLAN (2022-23)",
  "THEME 1 UPDATE - QRT 2 UPDATE (September 2022)",
  "Green (G): 2/3 (67%)",
  "Amber (A): 1/3 (33%)",
  "",
  "No\tOrganisation\tDeliverable\tRAG",
  "1\tFORCE\tReopen the front counter on Saturdays\tG",
  "Update 12.09.22: Open since 3 September.",
  "2\tMC\tLight the path by the river\tG",
  "Update 13.09.22: The lamps are lit. Of the 60 lamps 33 (54%) are new.",
  "3\tMC\tPrint the leaflet in Welsh\tP",
  "Update 14.09.22: No printer has been found.",
  "",
].join("\n");
const HEADING = "report,deliverable,field,value,printed,by,why,date";

const ingest = (...args: string[]) => runCommand(["ingest", "in", "--out", "out", "--cache", "kept", ...args], root);
const correct = (...args: string[]) => runCommand(["correct", "out", ...args], root);
const dataset = (folder = "out"): Dataset => JSON.parse(readFileSync(join(root, folder, "dataset.json"), "utf8"));
const settled = () => JSON.parse(readFileSync(join(root, "out/run.json"), "utf8")).corrections;
const bytesOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .sort()
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")] as const);
const put = (...lines: string[]) => writeFileSync(join(root, "corrections.csv"), [HEADING, ...lines, ""].join("\n"));
const APPLY = ["--corrections", "corrections.csv"];

async function firstReport(text = REPORT): Promise<string> {
  writeFileSync(join(root, "in/a.txt"), text);
  await ingest();
  return dataset().reports[0]?.report_id ?? "";
}
const ask = (report: string, field: string, value: string, ...more: string[]) =>
  correct(
    "--report",
    report,
    "--field",
    field,
    "--value",
    value,
    "--by",
    "J. Ogden",
    "--why",
    "seen on page 2",
    ...more,
  );

describe("a correction", () => {
  it("is added with what was printed, and counts, verdicts and findings go by it in the next run", async () => {
    const id = await firstReport();
    const before = dataset().reports[0];
    expect(before?.stated_counts[1]?.verdict).toBe("undetermined");
    const added = await ask(id, "rag", "amber", "--deliverable", "3");
    expect([added.code, added.stdout]).toEqual([
      0,
      `corrections.csv, line 2: ${id}, row 3: rag is "amber", printed as "P"\n`,
    ]);
    const [line] = parse(readFileSync(join(root, "corrections.csv")), { columns: true }) as Record<string, string>[];
    expect(line).toEqual({
      report: id,
      deliverable: "3",
      field: "rag",
      value: "amber",
      printed: "P",
      by: "J. Ogden",
      why: "seen on page 2",
      date: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });
    expect((await ingest(...APPLY)).stdout).toMatch(/Corrections +1 +applied 1\n/);
    const report = dataset().reports[0];
    const row = report?.deliverables[2];
    expect(row).toMatchObject({ rag: "amber", rag_raw: "P", rag_source: null, review_reasons: ["corrected"] });
    const made = { by: "J. Ogden", why: "seen on page 2", date: line?.date };
    expect(row?.repairs).toEqual([{ field: "rag", raw: "P", value: "amber", ...made }]);
    expect(report?.stated_counts[1]).toMatchObject({ verdict: "confirmed", uncorrected_verdict: "undetermined" });
    expect(report?.stated_counts.map(({ verdict }) => verdict)).toEqual(["confirmed", "confirmed"]);
    const rules = (findings = report?.findings) => new Set(findings?.map(({ rule }) => rule));
    expect(rules(before?.findings)).toContain("status-unknown");
    expect(rules()).not.toContain("status-unknown");
    expect(rules()).not.toContain("count-unverifiable");
    expect(settled()).toMatchObject({ applied: 1, stale: 0, unknown: 0, list: [{ line: 2, outcome: "applied" }] });
  });

  it("changes nothing that is kept between runs: without it the dataset is as before, and nothing is read anew", async () => {
    const id = await firstReport();
    const plain = bytesOf("out");
    const results = () =>
      readdirSync(join(root, "kept"), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".file"))
        .map((name) => [name, statSync(join(root, "kept", name)).ino]);
    const kept = results();
    put(`${id},2,title,Light the bridge,Light the path by the river,A,B,2024-01-31`);
    await ingest(...APPLY);
    expect(dataset().reports[0]?.deliverables[1]?.title).toBe("Light the bridge");
    expect(results()).toEqual(kept);
    await runCommand(["ingest", "in", "--out", "fresh", "--no-cache", "--jobs", "1", ...APPLY], root);
    expect(bytesOf("fresh")).toEqual(bytesOf("out"));
    await ingest();
    expect(bytesOf("out")).toEqual(plain);
  });

  it("of every field is marked on its row or report", async () => {
    const id = await firstReport();
    put(
      `${id},1,organisations,MC; OPCC,FORCE,A,B,2024-01-31`,
      `${id},2,number,2a,2,A,B,2024-01-31`,
      `${id},2,title,,Light the path by the river,A,B,2024-01-31`,
      `${id},,plan_title,Safer Milford,${dataset().reports[0]?.plan_title},A,B,2024-01-31`,
      `${id},,theme_number,4,1,A,B,2024-01-31`,
      `${id},,version,V2,,A,B,2024-01-31`,
    );
    expect((await ingest(...APPLY)).code).toBe(0);
    expect(settled()).toMatchObject({ applied: 6, stale: 0, unknown: 0 });
    const report = dataset().reports[0];
    expect(report).toMatchObject({ report_id: id, plan_title: "Safer Milford", theme_number: 4, version: "V2" });
    expect(report?.review_reasons).toContain("corrected");
    expect(report?.repairs.map(({ field, raw, value }) => [field, raw, value])).toEqual([
      ["plan_title", expect.any(String), "Safer Milford"],
      ["theme_number", "1", "4"],
      ["version", "", "V2"],
    ]);
    expect(report?.deliverables[0]).toMatchObject({ organisations: ["MC", "OPCC"], organisations_raw: "FORCE" });
    expect(report?.deliverables[1]).toMatchObject({
      deliverable_id: `${id}#2`,
      number: "2a",
      number_source: null,
      title: null,
      review_reasons: ["title-missing", "corrected"],
    });
    // What an update states is found under the number that its row has now.
    const claimed = report?.findings.filter(({ line_first }) => line_first === 10).map((one) => one.deliverable_number);
    expect(new Set(claimed)).toEqual(new Set(["2a"]));
    expect(report?.findings.map(({ rule }) => rule)).not.toContain("organisation-repaired");
  });

  it("can be made on a corrected dataset, by the number as printed and with what was printed", async () => {
    const id = await firstReport();
    put(`${id},2,number,9,2,A,B,2024-01-31`);
    await ingest(...APPLY);
    expect((await ask(id, "title", "Light the bridge", "--deliverable", "2")).code).toBe(0);
    expect((await ask(id, "number", "8", "--deliverable", "2", "--file", "other.csv")).code).toBe(0);
    expect(readFileSync(join(root, "other.csv"), "utf8")).toContain(`${id},2,number,8,2,J. Ogden`);
    await ingest(...APPLY);
    expect(settled()).toMatchObject({ applied: 2, stale: 0, unknown: 0 });
    expect(dataset().reports[0]?.deliverables[1]).toMatchObject({ number: "9", title: "Light the bridge" });
  });

  it("of a number that two rows bear takes none of them but by its identifier", async () => {
    const id = await firstReport(REPORT.replace("3\tMC", "2\tMC"));
    const refused = await ask(id, "rag", "red", "--deliverable", "2");
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(`${id}#2~2`)]);
    expect((await ask(id, "rag", "red", "--deliverable", `${id}#2~2`)).code).toBe(0);
    writeFileSync(join(root, "corrections.csv"), `${id},2,rag,amber,G,A,B,2024-01-31\n`, { flag: "a" });
    const { stdout } = await ingest(...APPLY);
    expect(stdout).toMatch(/line 3 {2}unknown {2}.*\n +several rows bear that number/);
    expect(dataset().reports[0]?.deliverables.map(({ rag }) => rag)).toEqual(["green", "green", "red"]);
  });
});

it("is applied to a PDF whose text stands on its side, and findings keep their places on it", async () => {
  cpSync("corpus/tarnshire-theme-3-q4-2022-sideways.pdf", join(root, "in/a.pdf"));
  await ingest();
  const [before] = dataset().reports;
  expect(before?.findings.length).toBeGreaterThan(0);
  await ask(before?.report_id ?? "", "rag", "red", "--deliverable", "1");
  await ask(before?.report_id ?? "", "overall_rating", "poor");
  await ingest(...APPLY);
  const [after] = dataset().reports;
  expect(settled()).toMatchObject({ applied: 2 });
  expect(after?.deliverables[0]).toMatchObject({ rag: "red", rag_raw: "Green", bbox: before?.deliverables[0]?.bbox });
  const placed = (report = after) => report?.findings.find(({ rule }) => rule === "rating-without-basis");
  expect(placed()).toMatchObject({ actual: "poor", page: 1, bbox: placed(before)?.bbox });
  expect(after?.findings.map(({ rule }) => rule)).toContain("count-mismatch");
});

describe("corrections that do not fit", () => {
  it("are told as stale or unknown in the summary and the run's record, and not applied", async () => {
    const id = await firstReport();
    put(
      `${id},1,rag,red,A,X,Y,2024-01-31`,
      `${id},7,rag,red,A,X,Y,2024-01-31`,
      `gone,1,rag,red,A,X,Y,2024-01-31`,
      `${id},2,rag,red,G,X,Y,2024-01-31`,
    );
    const { stdout } = await ingest(...APPLY);
    expect(stdout).toMatch(/Corrections +4 +applied 1 · stale 1 · unknown 2\n/);
    expect(stdout).toContain("Corrections not applied: 3\n");
    expect(stdout.replace(/\s+/g, " ")).toContain('row 1, rag: now "G" is read as printed, not "A"');
    expect(settled().list.map((one: Record<string, unknown>) => [one.line, one.outcome, one.reason])).toEqual([
      [2, "stale", 'now "G" is read as printed, not "A"'],
      [3, "unknown", "the report has no such row"],
      [4, "unknown", "no report with that report_id was read"],
      [5, "applied", null],
    ]);
    expect(dataset().reports[0]?.deliverables.map(({ rag }) => rag)).toEqual(["green", "red", null]);
    const quiet = await ingest("--quiet", ...APPLY);
    expect([quiet.stdout, quiet.stderr]).toEqual([
      "",
      "ragtally: corrections not applied: line 2, 3, 4; run.json says why\n",
    ]);
  });

  it("are refused with their line where they cannot be meant, and the old output stays", async () => {
    const id = await firstReport();
    const plain = bytesOf("out");
    put(
      `${id},1,colour,red,G,A,B,2024-01-31`,
      `${id},1,rag,purple,G,A,B,2024-01-31`,
      `${id},1,plan_title,Plan,,A,B,2024-01-31`,
      `${id},1,title,"Over\ntwo lines",,A,B,2024-01-31`,
      `${id},2,title,Fine,,,,2024-02-30`,
      `${id},3,rag,red,P,A,B,2024-01-31`,
      `${id},${id}#3,rag,green,P,A,B,2024-01-31`,
      `${id},2,organisations,force,MC,A,B,2024-01-31`,
      `${id},,theme_number,four,1,A,B,2024-01-31`,
    );
    const { code, stderr } = await ingest(...APPLY);
    expect(code).toBe(2);
    const told = stderr.trim().split("\n");
    expect(told.map((line) => /line (\d+): (.{0,22})/.exec(line)?.slice(1))).toEqual([
      ["2", '"colour" is not a deliv'.slice(0, 22)],
      ["3", '"purple" is no status:'.slice(0, 22)],
      ["4", '"plan_title" is not a d'.slice(0, 22)],
      ["5", "the value of title beg"],
      ["7", '"by" is empty'],
      ["7", '"why" is empty'],
      ["7", '"2024-02-30" is not a date'.slice(0, 22)],
      ["9", "line 8 corrects this f"],
      ["10", '"force" is no organisat'.slice(0, 22)],
      ["11", '"four" is no whole numb'.slice(0, 22)],
    ]);
    expect(bytesOf("out")).toEqual(plain);
  });

  it.each([
    ["no heading", "a,b\n", /line 1: the columns must be report, deliverable/],
    ["a row that is too short", `${HEADING}\na,b\n`, /not valid CSV: .*line 2/],
    ["another encoding", Buffer.from(`${HEADING}\n\xe9`, "latin1"), /not UTF-8/],
  ])("are refused as a file with %s", async (_, content, message) => {
    await firstReport();
    writeFileSync(join(root, "corrections.csv"), content);
    const { code, stderr } = await ingest(...APPLY);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  it("are refused where the file of them is not there or is no file", async () => {
    await firstReport();
    expect((await ingest("--corrections", "none.csv")).stderr).toContain("none.csv: there is no such file");
    expect((await ingest("--corrections", "in")).code).toBe(2);
  });
});

describe("the correct command", () => {
  it.each([
    ["a report that is not there", ["gone", "rag", "red", "--deliverable", "1"], /has no file or report "gone"/],
    ["a row that is not there", ["ID", "rag", "red", "--deliverable", "8"], /has no row "8"/],
    [
      "a value that cannot be",
      ["ID", "rag", "purple", "--deliverable", "1"],
      /"purple" is no status: give one of green/,
    ],
    ["a row's field of a report", ["ID", "rag", "red"], /"rag" is not a report's field/],
  ])("refuses %s and writes nothing", async (_, [report = "", field = "", value = "", ...more], message) => {
    const id = await firstReport();
    const { code, stderr } = await ask(report.replace("ID", id), field, value, ...more);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(readdirSync(root)).not.toContain("corrections.csv");
  });

  it("only adds to the file, in the order of its columns, and refuses what stands there already", async () => {
    const id = await firstReport();
    const start = "field,value,printed,by,why,date,deliverable,report\r\nrag,red,G,A,B,2024-01-31,1,";
    writeFileSync(join(root, "corrections.csv"), `\ufeff${start}${id}`);
    const twice = await ask(id, "rag", "amber", "--deliverable", `${id}#1`);
    expect([twice.code, twice.stderr]).toEqual([
      2,
      expect.stringContaining('line 2: corrects this field already, to "red"'),
    ]);
    expect((await ask(id, "title", "=1+1", "--deliverable", "1")).stdout).toContain("corrections.csv, line 3:");
    const text = readFileSync(join(root, "corrections.csv"), "utf8");
    expect(text.startsWith(`\ufeff${start}${id}\n`)).toBe(true);
    // No spreadsheet runs it, and the value is as it was given.
    expect(text).toContain("\ntitle,'=1+1,Reopen the front counter on Saturdays,J. Ogden,");
    await ingest(...APPLY);
    expect(dataset().reports[0]?.deliverables[0]).toMatchObject({ rag: "red", title: "=1+1" });
  });

  it("makes a file that lies among the reports and is not read as one", async () => {
    const id = await firstReport();
    await ask(id, "rag", "red", "--deliverable", "1", "--file", "in/corrections.csv");
    await ingest("--corrections", "in/corrections.csv");
    expect(dataset().files.map(({ source_file }) => source_file)).toEqual(["a.txt"]);
  });
});
