/** How an audit reads its reports: with the cache, corrections and limits of other runs, and how it stops. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand, startCommand } from "./run-command.js";

const reportOf = (at: number): string =>
  [
    "SAFER MELFORD DELIVERY PLAN (2022-23)",
    `THEME ${at} UPDATE - QRT 2 UPDATE (September 2022)`,
    "Green (G): 1/1 (100%)",
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    `1\tFORCE\tReopen front counter ${at}\tA`,
    "Update 12.09.22: Open since 3 September.",
    "",
  ].join("\n");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-audit-run-"));
  mkdirSync(join(root, "in"));
  writeFileSync(join(root, "in/a.txt"), reportOf(1));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const audit = (...args: string[]) => runCommand(["audit", "in", "--cache", "kept", ...args], root);

it("keeps what it read for the next run, and reads what another run kept", async () => {
  await runCommand(["ingest", "in", "--out", "out", "--cache", "kept"], root);
  const kept = () =>
    readdirSync(join(root, "kept"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".file"))
      .map((name) => [name, statSync(join(root, "kept", name)).ino]);
  const before = kept();
  const first = await audit();
  expect([first.code, kept()]).toEqual([0, before]);
  expect((await audit("--no-cache")).stdout).toBe(first.stdout);
});

describe("with corrections", () => {
  const HEADING = "report,deliverable,field,value,printed,by,why,date";
  const idOf = async (): Promise<string> => JSON.parse((await audit("--json")).stdout).reports[0].report_id;

  it("goes by them, counts them, and says which were not applied", async () => {
    const id = await idOf();
    const lines = [
      HEADING,
      `${id},1,rag,green,A,J. Ogden,seen on paper,2024-01-31`,
      `${id},1,title,Other,Not what is printed,J. Ogden,seen,2024-01-31`,
      "",
    ];
    writeFileSync(join(root, "corrections.csv"), lines.join("\n"));
    const { code, stdout, stderr } = await audit("--corrections", "corrections.csv");
    expect([code, stdout]).toEqual([0, expect.stringContaining('rag "A" was corrected to "green" (J. Ogden')]);
    expect(stdout.replace(/\s+/g, " ")).toContain("Corrected by persons: 1 value.");
    expect(stdout).not.toContain("count-mismatch");
    expect(stderr).toMatch(/corrections not applied: line 3 \(now "Reopen front counter 1" is read as printed/);
  });

  it("refuses a dataset, which was audited when it was written", async () => {
    await runCommand(["ingest", "in", "--out", "out"], root);
    writeFileSync(join(root, "corrections.csv"), `${HEADING}\n`);
    const { code, stderr } = await runCommand(["audit", "out", "--corrections", "corrections.csv"], root);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--corrections is for reports")]);
  });
});

it("applies the limits of a document", async () => {
  writeFileSync(join(root, "in/big.txt"), "a ".repeat(1024 * 1024));
  const { reports, files } = JSON.parse((await audit("--max-size", "1", "--json")).stdout);
  expect(reports).toHaveLength(1);
  expect(files[1]).toMatchObject({ source_file: "big.txt", error_code: "TOO_LARGE" });
});

it("stops at once while files are being read, prints no findings and leaves no file", async () => {
  for (let at = 0; at < 600; at += 1) writeFileSync(join(root, `in/${at}.txt`), reportOf(at));
  const waiting = mkdtempSync(join(tmpdir(), "ragtally-waiting-"));
  const args = ["audit", "in", "--html", "page.html", "--no-cache", "--jobs", "1"];
  const running = startCommand(args, root, { TMPDIR: waiting });
  const isUnderWay = () => readdirSync(root).some((name) => name.endsWith(".part"));
  await expect.poll(isUnderWay, { timeout: 20_000, interval: 5 }).toBe(true);
  running.kill("SIGINT");
  const { code, stdout } = await running.ended;
  expect([code, stdout]).toEqual([130, ""]);
  expect([...readdirSync(waiting), ...readdirSync(root)]).toEqual(["in"]);
  rmSync(waiting, { recursive: true });
});

it("says what is wrong if there is no room for what waits on disk, and leaves no page", async () => {
  for (let at = 0; at < 60; at += 1) writeFileSync(join(root, `in/${at}.txt`), reportOf(at));
  const main = join(process.cwd(), "dist/cli/main.js");
  // No file may grow beyond 32 KB, which has the effect of a full disk.
  const command = `"${process.execPath}" "${main}" audit in --html audit.html --no-cache`;
  const said = execFileSync("bash", ["-c", `ulimit -f 32; ${command} 2>&1; echo "code $?"`], {
    cwd: root,
    encoding: "utf8",
  });
  expect(said).toMatch(/cannot be written \((?:EFBIG|ENOSPC)\); there is no room left; make room\ncode 2\n$/);
  expect(readdirSync(root).sort()).toEqual(["in"]);
});

it("shows no part of a file of corrections or dispositions as a report", async () => {
  writeFileSync(join(root, "in/dispositions.csv"), "finding_id,disposition,note,by,date\n");
  const { files } = JSON.parse((await audit("--dispositions", "in/dispositions.csv", "--json")).stdout);
  expect(files.map(({ source_file }: { source_file: string }) => source_file)).toEqual(["a.txt"]);
  expect(readFileSync(join(root, "in/dispositions.csv"), "utf8")).toBe("finding_id,disposition,note,by,date\n");
});
