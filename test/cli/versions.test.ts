/** Versions of one report through the command: how they are detected, and what `--latest` leaves out. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Dataset } from "../../src/index.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-versions-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const TITLES = ["Reopen the front counter on Saturdays", "Light the path by the river", "Print the leaflet in Welsh"];
const reportOf = (
  version: string,
  titles: readonly string[] = TITLES,
  theme = 1,
  quarter = "2 UPDATE (September",
): string =>
  [
    "SAFER MELFORD DELIVERY PLAN (2022-23)",
    `THEME ${theme} UPDATE - QRT ${quarter} 2022)${version === "" ? "" : ` ${version}`}`,
    "Green (G): 3/3 (100%)",
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    ...titles.flatMap((title, at) => [`${at + 1}\tFORCE\t${title}\tG`, `Update 1${at}.09.22: ${version} done.`]),
    "",
  ].join("\n");

const put = (name: string, content: string) => writeFileSync(join(root, "in", name), content);
const ingest = (out: string, ...args: string[]) => runCommand(["ingest", "in", "--out", out, ...args], root);
const dataset = (folder: string): Dataset => JSON.parse(readFileSync(join(root, folder, "dataset.json"), "utf8"));
const bytesOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")] as const);

/** File of each report, with its version and the file of the one that supersedes it. */
function listed({ reports }: Dataset): string[] {
  const fileOf = new Map(reports.map(({ report_id, source_file }) => [report_id, source_file]));
  return reports.map(({ source_file, version, superseded_by: by }) =>
    [source_file, version ?? "-", by === null ? "latest" : (fileOf.get(by) ?? by)].join(" "),
  );
}

it("names the latest version on each of the others, whatever their files are called", async () => {
  put("a.txt", reportOf("Final"));
  put("b.txt", reportOf("Draft", ["Reopen the counter on Saturdays", ...TITLES.slice(1)]));
  put("c.txt", reportOf("V1"));
  put("d.txt", reportOf("Final", ["Buy a boat", "Mend the quay", "Paint the harbour wall"], 2));
  put("e.txt", reportOf("Draft", TITLES, 1, "3 UPDATE (December"));
  const { stdout } = await ingest("out");
  expect(stdout).toMatch(/Reports +5 +with a later version 2\n/);
  expect(listed(dataset("out"))).toEqual([
    "a.txt Final latest",
    "b.txt Draft a.txt",
    "c.txt V1 a.txt",
    "d.txt Final latest",
    "e.txt Draft latest",
  ]);
});

it("does not read reports with other titles, or a summary without rows, as versions", async () => {
  put("a.txt", reportOf("Draft"));
  put("b.txt", reportOf("Final", ["Buy a boat", "Mend the quay", "Paint the harbour wall"]));
  put("c.txt", reportOf("V2", []));
  await ingest("out");
  expect(listed(dataset("out")).map((line) => line.split(" ").at(-1))).toEqual(["latest", "latest", "latest"]);
});

it("does not replace a report by one of which little was read", async () => {
  put("a.txt", reportOf("Draft"));
  put("b.txt", reportOf("Final", TITLES.slice(0, 1)));
  await ingest("out", "--latest");
  expect(listed(dataset("out"))).toEqual(["a.txt Draft latest", "b.txt Final latest"]);
});

it("leaves earlier versions out on request, says so for their files and for copies of them, with any number of jobs", async () => {
  put("a.txt", reportOf("Draft"));
  put("b.txt", reportOf("Final"));
  put("c.txt", `${reportOf("V1")}\n${reportOf("Final", ["Buy a boat", "Mend the quay", "Paint the wall"], 2)}`);
  cpSync(join(root, "in/a.txt"), join(root, "in/copy.txt"));
  const { stdout } = await ingest("out", "--latest", "--jobs", "1");
  expect(stdout).toMatch(/Files +4 +parsed 4 · same content as another 1\n/);
  expect(stdout).toMatch(/Reports +2 +left out for a later version 2\n/);
  const { reports, files, tracks } = dataset("out");
  expect(reports.map(({ source_file, version }) => `${source_file} ${version}`)).toEqual([
    "b.txt Final",
    "c.txt Final",
  ]);
  expect(files.map((file) => [file.source_file, file.outcome, file.report_count, file.message])).toEqual([
    ["a.txt", "parsed", 1, "a later version of its report is in b.txt"],
    ["b.txt", "parsed", 1, null],
    ["c.txt", "parsed", 2, "later versions of 1 of its 2 reports are in b.txt"],
    ["copy.txt", "parsed", 1, "same content as a.txt, a later version of its report is in b.txt"],
  ]);
  const kept = new Set(reports.map(({ report_id }) => report_id));
  expect(tracks.flatMap(({ members }) => members).every(({ report_id }) => kept.has(report_id))).toBe(true);
  await ingest("again", "--latest", "--jobs", "3", "--no-cache");
  expect(bytesOf("again")).toEqual(bytesOf("out"));
});
