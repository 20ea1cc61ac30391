import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import picocolors from "picocolors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHistory } from "../../src/cli/history-strips.js";
import { wantsColour } from "../../src/cli/terminal.js";
import { historyOf, type PlanHistory, readDataset } from "../../src/internal.js";
import { TABLES } from "../../src/schema/tables.js";
import { runCommand } from "./run-command.js";

/** A report of two or three rows; what differs is the quarter. */
function report(quarter: number, rows: readonly string[]): string {
  const month = ["June", "September", "December"][quarter - 1];
  return [
    "SAFER MELFORD DELIVERY PLAN (2019-20)",
    `THEME 3 UPDATE - QRT ${quarter} UPDATE (${month} 2019)`,
    "",
    "No\tOrganisation\tSPECIFIC DELIVERABLES\tRAG Status",
    ...rows,
  ].join("\n");
}

const SHELTERS = "Repaint the night bus shelters";
const PATH = "Light the river path from the weir to the old mill, and keep it lit all night";
const TEXT = "The board met with the housing team and agreed the next steps.";

let root: string;
const run = (...args: string[]) => runCommand(args, root);
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-history-"));
  const updates = ["01.05.19", "02.08.19", "03.11.19"].map((day) => `Update: ${day}\n${TEXT}`);
  writeFileSync(join(root, "q1.txt"), report(1, [`1\tFORCE\t${SHELTERS}\tG\n${updates[0]}`, `2\tCC\t${PATH}\tG`]));
  writeFileSync(join(root, "q2.txt"), report(2, [`1\tCC\t${PATH}\tR`]));
  writeFileSync(join(root, "q3.txt"), report(3, [`1\tFORCE\t${SHELTERS}\tA\n${updates[2]}`, `2\tCC\t${PATH}\tNS`]));
  writeFileSync(join(root, "alone.txt"), report(1, [`1\tCC\t${PATH}\tR`]).replace("MELFORD", "OTTERBY"));
  await run("ingest", "q1.txt", "q2.txt", "q3.txt", "--out", "out", "--quiet");
  await run("ingest", "alone.txt", "--out", "alone", "--quiet");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("ragtally history", () => {
  it("prints a strip for each deliverable, in plain letters where no terminal reads it, with its changes", async () => {
    const { code, stdout, stderr } = await run("history", "out");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual([
      "SAFER MELFORD DELIVERY PLAN (2019-2020), theme 3",
      "3 reports: Q1 2019-20, Q2 2019-20, Q3 2019-20",
      "G green, A amber, R red, N not started, C complete, ? not read, . not in the report",
      "  No   Q1  Q2  Q3",
      `  1     G   .   A  ${SHELTERS}`,
      '       Q2 2019-20 deliverable-dropped: Row 1 of the report for Q1 2019-20, "Repaint the night bus',
      '         shelters", is not in this report.',
      "       Q3 2019-20 status-regressed: Row 1 is amber, but was green in the report for Q1 2019-20.",
      '       Q3 2019-20 deliverable-added: Row 1, "Repaint the night bus shelters", is not in the report',
      "         for Q2 2019-20; it was last in the report for Q1 2019-20.",
      "       Q3 2019-20 update-copied: Row 1 has under 2019-11-03 the text (12 words) that the report",
      "         for Q1 2019-20 has under 2019-05-01.",
      "  2     G   R   N  Light the river path from the weir to the old mill, and keep it lit all night",
      "       numbered 2, 1, 2",
      "       Q2 2019-20 status-regressed: Row 1 is red, but was green in the report for Q1 2019-20",
      "         (there row 2).",
      "       Q2 2019-20 status-unexplained: Row 1 went from green to red since the report for Q1",
      "         2019-20, but it has no dated update.",
      "       Q3 2019-20 status-unexplained: Row 2 went from red to white since the report for Q2",
      "         2019-20, but it has no dated update.",
      "",
    ]);
  });

  it("gives CSV with a column for each period, empty where a report does not have the row", async () => {
    const { code, stdout } = await run("history", "out", "--csv");
    const [heading, ...rows] = parse(stdout) as string[][];
    expect(code).toBe(0);
    expect(heading?.slice(-4)).toEqual(["organisations", "2019-04-01", "2019-07-01", "2019-10-01"]);
    expect(rows.map((row) => [row[7], ...row.slice(-3)])).toEqual([
      [SHELTERS, "green", "", "amber"],
      [PATH, "green", "red", "white"],
    ]);
  });

  it("gives JSON with the same cells", async () => {
    const { code, stdout } = await run("history", "out", "--json");
    expect(code).toBe(0);
    const { plans }: { plans: PlanHistory[] } = JSON.parse(stdout);
    expect(plans).toEqual(historyOf(await readDataset(join(root, "out"))));
    expect(plans[0]?.tracks[0]?.cells.map((cell) => cell?.rag ?? null)).toEqual(["green", null, "amber"]);
  });

  it.each([
    [["--plan", "safer melford"], 0],
    [["--plan", "2019-2020"], 0],
    [["--theme", "3"], 0],
    [["--plan", "Otterby"], 2],
    [["--theme", "4"], 2],
    [["--theme", "three"], 2],
  ])("with %j ends with %i", async (options, code) => {
    const ended = await run("history", "out", ...options);
    expect(ended.code).toBe(code);
    if (code === 2) expect(ended.stdout).toBe("");
  });

  it("names the plans that there are where none is chosen", async () => {
    expect((await run("history", "out", "--plan", "Otterby")).stderr).toContain(
      "SAFER MELFORD DELIVERY PLAN (2019-2020)",
    );
  });

  it("says what is missing: the dataset, its JSON, its tracks", async () => {
    expect(await run("history", "nowhere")).toMatchObject({ code: 2, stderr: expect.stringContaining("no such file") });
    const alone = await run("history", "alone");
    expect(alone).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("two reports of one plan") });
  });
});

describe("a rendered history", () => {
  const look = { width: 60, isTerminal: true };

  it("keeps to the terminal's width, and shows the last reports where not all fit", async () => {
    const [plan] = historyOf(await readDataset(join(root, "out")));
    if (plan === undefined) throw new Error("no plan");
    const colours = picocolors.createColors(false);
    for (const width of [60, 46, 40]) {
      const text = renderHistory(plan, { ...look, width, colours });
      for (const line of text.split("\n")) expect(line.length, line).toBeLessThanOrEqual(width);
    }
    expect(renderHistory(plan, { ...look, width: 44, colours })).toContain("of which the last 2 are shown");
  });

  it("paints each status in its colour on a terminal, and not with NO_COLOR", async () => {
    const [plan] = historyOf(await readDataset(join(root, "out")));
    if (plan === undefined) throw new Error("no plan");
    const painted = renderHistory(plan, { ...look, colours: picocolors.createColors(true) });
    expect(painted).toContain("\u001b[42m\u001b[30m G ");
    expect(painted).toContain("\u001b[41m\u001b[37m R ");
    const plain = renderHistory(plan, {
      ...look,
      colours: picocolors.createColors(wantsColour({ isTTY: true }, { NO_COLOR: "1" })),
    });
    expect(plain).not.toContain("\u001b");
    expect(plain).toContain(" G   ·   A ");
  });

  it("shows no control character of a report", async () => {
    const [plan] = historyOf(await readDataset(join(root, "out")));
    if (plan === undefined) throw new Error("no plan");
    const hostile = {
      ...plan,
      tracks: plan.tracks.map((track) => ({ ...track, title: "\u001b[2Jgone", number: "\u0007" })),
    };
    const text = renderHistory(hostile, { ...look, colours: picocolors.createColors(false) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe("what is tracked", () => {
  it("is in the files that ingest writes, the same for any number of jobs", async () => {
    const csv = readFileSync(join(root, "out/tracks.csv"), "utf8").trim().split("\r\n");
    expect(csv[0]).toBe(Object.keys(TABLES.tracks.shape).join(","));
    expect(csv).toHaveLength(1 + 5);
    await run("ingest", "q3.txt", "q2.txt", "q1.txt", "--out", "again", "--jobs", "1", "--quiet");
    for (const name of ["tracks.csv", "findings.csv", "dataset.json"]) {
      expect(readFileSync(join(root, "again", name), "utf8")).toBe(readFileSync(join(root, "out", name), "utf8"));
    }
  });

  it("is found by audit too, where several reports are given", async () => {
    const several = await run("audit", "q1.txt", "q2.txt");
    expect(several.stdout).toContain("deliverable-dropped");
    expect((await run("audit", "q2.txt")).stdout).not.toContain("deliverable-dropped");
    const folder = await run("audit", "out");
    expect(folder.stdout).toContain("update-copied");
  });

  it("leaves nothing beside the output", () => {
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("can be explained, with the reports of its example one after another", async () => {
    const { code, stdout } = await run("explain", "deliverable-dropped");
    expect(code).toBe(0);
    expect(stdout).toMatch(/Report 1\n[\s\S]*Report 2\n/);
  });
});
