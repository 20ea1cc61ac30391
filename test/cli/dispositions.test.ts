/** Dispositions through the commands: what persons decide about findings, where it is shown and counted, and what is stale. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadDispositions } from "../../src/index.js";
import { runCommand } from "./run-command.js";

const report = (green: string): string =>
  [
    "SAFER MELFORD DELIVERY PLAN (2022-23)",
    "THEME 1 UPDATE - QRT 2 UPDATE (September 2022)",
    `Green (G): ${green}`,
    "Amber (A): 1/2 (50%)",
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    "1\tFORCE\tReopen the front counter on Saturdays\tG",
    "Update 12.09.22: Open since 3 September.",
    "2\tMC\tLight the path by the river\tA",
    "",
  ].join("\n");

let root: string;
let ids: string[];
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-dispositions-"));
  mkdirSync(join(root, "in"));
  writeFileSync(join(root, "in/a.txt"), report("2/2 (100%)"));
  await runCommand(["ingest", "in", "--out", "out"], root);
  const findings = parse(readFileSync(join(root, "out/findings.csv")), { columns: true }) as Record<string, string>[];
  ids = findings.map(({ finding_id = "" }) => finding_id);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => rmSync(join(root, "dispositions.csv"), { force: true }));

const dispose = (...args: string[]) => runCommand(["dispose", "out", ...args], root);
const audit = (...args: string[]) => runCommand(["audit", "out", "--dispositions", "dispositions.csv", ...args], root);
const mismatch = (): string => ids.find((id) => id.endsWith("count-mismatch/green")) ?? "";
const other = (): string => ids.find((id) => id.includes("update-missing")) ?? "";
const BY = ["--by", "J. Ogden"];

describe("a disposition", () => {
  it("is added with what the finding says, and is shown with it and counted in both sign-offs", async () => {
    const added = await dispose(mismatch(), "accepted", "--note", "-the report says so itself", ...BY);
    expect([added.code, added.stdout]).toEqual([
      0,
      expect.stringMatching(/^dispositions\.csv, line 2: accepted: The report states 2\/2/),
    ]);
    expect((await dispose(other(), "query", "--note", "What was done?", "--by", "A. Lee")).code).toBe(0);
    const text = (await audit()).stdout.replace(/\s+/g, " ");
    expect(text).toMatch(/row 1 is green\. \[accepted \(J\. Ogden, 20\d\d-\d\d-\d\d\): -the report says so itself\]/);
    const open = ids.length - 2;
    expect(text).toContain(
      `Findings: 1 accepted and 1 to be asked about by A. Lee and J. Ogden, ${open} finding${open === 1 ? "" : "s"} open.`,
    );
    const { reports, sign_off } = JSON.parse((await audit("--json")).stdout);
    const decided = reports[0].findings.filter(
      ({ disposition }: { disposition: object | null }) => disposition !== null,
    );
    expect(decided.map(({ finding_id }: { finding_id: string }) => finding_id).sort()).toEqual(
      [mismatch(), other()].sort(),
    );
    expect(reports[0].sign_off.dispositions).toHaveLength(2);
    expect([reports[0].sign_off.line, sign_off.line].every((line) => line.includes("1 accepted"))).toBe(true);
    expect(sign_off.stale_dispositions).toEqual([]);
    await audit("--html", "audit.html");
    expect(readFileSync(join(root, "audit.html"), "utf8")).toContain("-the report says so itself</p>");
    expect((await loadDispositions(join(root, "dispositions.csv"))).map(({ note }) => note)).toEqual([
      "-the report says so itself",
      "What was done?",
    ]);
  });

  it("gives way to a later one, and counts again when that is taken out", async () => {
    await dispose(mismatch(), "accepted", ...BY);
    await dispose(mismatch(), "false", ...BY);
    expect((await audit()).stdout.replace(/\s+/g, " ")).toContain("[false (");
    expect((await dispose(mismatch(), "--remove")).stdout).toBe("dispositions.csv: line 3 (false) was taken out\n");
    expect((await audit()).stdout.replace(/\s+/g, " ")).toContain("[accepted (");
    await dispose(mismatch(), "--remove");
    expect((await dispose(mismatch(), "--remove")).code).toBe(2);
  });

  it("keeps an accepted or false finding from failing a build, but not a query", async () => {
    const failOn = () => audit("--fail-on", "error");
    const errors = ids.filter((id) => /count-mismatch|counts-sum|percent/.test(id));
    writeFileSync(join(root, "dispositions.csv"), "finding_id,disposition,note,by,date\n");
    expect((await failOn()).code).toBe(1);
    for (const id of errors) await dispose(id, "accepted", ...BY);
    const [github, junit] = [await audit("--format", "github"), await audit("--format", "junit")];
    expect(github.stdout).not.toMatch(/^::error/m);
    expect(github.stdout).toMatch(/^::notice [^:]*title=count-mismatch::.*\[accepted \(J\. Ogden/m);
    expect(junit.stdout).toMatch(/name="count-mismatch"[^>]*><system-out>error: .*\[accepted \(J\. Ogden/);
    expect((await failOn()).code).toBe(0);
    await dispose(errors[0] ?? "", "query", "--note", "Why?", ...BY);
    expect((await failOn()).code).toBe(1);
  });

  it("is stale, and does not count, where its finding is gone or says something else", async () => {
    await dispose(mismatch(), "accepted", ...BY);
    await dispose(other(), "accepted", ...BY);
    const lines = readFileSync(join(root, "dispositions.csv"), "utf8").replace("2/2", "9/9").trimEnd().split("\n");
    const gone = `${ids[0]?.split("/")[0]}/number-gap/7,false,,A,2024-01-31,`;
    writeFileSync(join(root, "dispositions.csv"), `${[...lines, gone].join("\n")}\n`);
    const { stdout } = await audit();
    expect(stdout).toMatch(
      /Stale dispositions: 2\n {2}line 2 {2}accepted .*count-mismatch\/green:\s+the finding says\s/,
    );
    expect(stdout.replace(/\s+/g, " ")).toContain("number-gap/7: there is no such finding now");
    expect(stdout.replace(/\s+/g, " ")).toContain(`Findings: 1 accepted by J. Ogden, ${ids.length - 1} finding`);
    expect(JSON.parse((await audit("--json")).stdout).sign_off.stale_dispositions).toHaveLength(2);
    await audit("--html", "audit.html");
    expect(readFileSync(join(root, "audit.html"), "utf8")).toContain("number-gap/7: there is no such finding now");
  });

  it("needs a finding of the dataset, a known word, a name, and a note where something is asked", async () => {
    const failures = await Promise.all([
      dispose(`${mismatch()}n`, "accepted", ...BY),
      dispose(mismatch(), "fine", ...BY),
      dispose(mismatch(), "accepted"),
      dispose(mismatch(), "query", ...BY),
      dispose(mismatch()),
    ]);
    expect(failures.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(failures.map(({ stderr }) => stderr)).toEqual([
      expect.stringContaining(`did you mean ${mismatch()}`),
      expect.stringContaining("Give one of accepted, false, query"),
      expect.stringContaining("--by is missing"),
      expect.stringContaining("a query needs a note"),
      expect.stringContaining("say what you decide"),
    ]);
  });
});

describe("a file of dispositions", () => {
  it("is refused with the line of each mistake", async () => {
    const heading = "finding_id,disposition,note,by,date,message";
    writeFileSync(join(root, "dispositions.csv"), `${heading}\na,fine,,J,2024-01-31,\na,query,,,2024-02-31,\n`);
    const { code, stderr } = await audit();
    expect([code, stderr]).toEqual([2, expect.stringContaining('line 2: "fine" is none of accepted, false, query')]);
    for (const part of ['line 3: "by" is empty', "a query needs a note", '"2024-02-31" is not a date'])
      expect(stderr).toContain(part);
    writeFileSync(join(root, "dispositions.csv"), "finding_id,disposition\n");
    expect((await audit()).stderr).toContain(`line 1: the columns must be ${heading.replaceAll(",", ", ")}`);
  });

  it("loses nothing where several commands add to it at once", async () => {
    const asked = Array.from({ length: 6 }, (_, at) =>
      dispose(ids[at % ids.length] ?? "", "accepted", "--by", `P${at}`),
    );
    expect((await Promise.all(asked)).map(({ code }) => code)).toEqual(asked.map(() => 0));
    const made = await loadDispositions(join(root, "dispositions.csv"));
    expect(made.map(({ by }) => by).sort()).toEqual(["P0", "P1", "P2", "P3", "P4", "P5"]);
  });
});
