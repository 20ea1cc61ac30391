import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../cli/run-command.js";
import { hasBrowser, openBrowser } from "./browser.js";

const MONTHS = ["June", "September", "December", "March"];
const LONG = `Mend the bridge that ${"long".repeat(30)} crosses`;

/** The nth report of a plan, from 0: a row that falls, one that comes, one that goes, and one that tries to leave its place. */
function report(turn: number): string {
  const year = 2020 + Math.floor((turn + 1) / 4);
  const rows = [
    [`Reopen the front counter`, turn < 3 ? "G" : "A"],
    ["Light </th><script>window.taken = 1</script> the river path", "R"],
    ...(turn < 5 ? [["Print the leaflet in Welsh", "W"]] : []),
    ...(turn > 1 ? [[LONG, "G"]] : []),
  ];
  return [
    "SAFER MELFORD DELIVERY PLAN (2020-23)",
    `THEME 1: ROADS - QUARTER ${(turn % 4) + 1} (${MONTHS[turn % 4]} ${year})`,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    ...rows.flatMap(([title, rag], index) => [
      `${index + 1}\tFORCE\t${title}\t${rag}`,
      `Update 0${index + 1}.${["06", "09", "12", "03"][turn % 4]}.${year - 2000}: News ${turn} of ${index}.`,
    ]),
  ].join("\n");
}

const SINGLE = report(0).replace("SAFER MELFORD", "CLEANER WENLOW");

let folder: string;
let browser: Browser;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-strips-"));
  mkdirSync(join(folder, "in"));
  for (let turn = 0; turn < 10; turn += 1) writeFileSync(join(folder, "in", `report-${turn}.txt`), report(turn));
  writeFileSync(join(folder, "in", "single.txt"), SINGLE);
  const { code, stderr } = await runCommand(["audit", "in", "--html", "audit.html"], folder);
  expect({ code, stderr: stderr.trim() }).toEqual({ code: 0, stderr: "Written to audit.html" });
  url = pathToFileURL(join(folder, "audit.html")).href;
  if (hasBrowser()) browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = (name = "audit.html") => readFileSync(join(folder, name), "utf8");
const historyIn = (page: string) => /<section id="history"[\s\S]*?\n<\/section>\n<\/section>/.exec(page)?.[0] ?? "";

describe("deliverables through the reports, on the page", () => {
  it("has a strip for the plan with several reports, none for the one with one", () => {
    expect(historyIn(text())).toContain("SAFER MELFORD");
    expect(text()).toContain("CLEANER WENLOW");
    expect(historyIn(text())).not.toContain("CLEANER WENLOW");
  });

  it("parts a long series in tables that fit paper, and says which reports each has", () => {
    expect(historyIn(text())).toContain("reports 1 to 8 of 10");
    expect(historyIn(text())).toContain("reports 9 to 10 of 10");
  });

  it("links each change to its finding, which says the same", () => {
    const links = [...historyIn(text()).matchAll(/<a href="#(finding-\d+)">([a-z-]+)<\/a>: ([^<]+)</g)];
    expect(links.map(([, , rule]) => rule)).toEqual(
      expect.arrayContaining(["status-regressed", "deliverable-dropped", "deliverable-added"]),
    );
    for (const [, anchor, rule, message] of links) {
      const finding = new RegExp(`id="${anchor}" [^>]*data-rule="${rule}"[\\s\\S]*?id="${anchor}-says">([^<]+)<`);
      expect(finding.exec(text())?.[1]).toBe(message);
    }
  });

  it("draws the same from a dataset", async () => {
    await runCommand(["ingest", "in", "--out", "out", "--quiet"], folder);
    await runCommand(["audit", "out", "--html", "from-dataset.html"], folder);
    expect(historyIn(text("from-dataset.html"))).toBe(historyIn(text()));
    expect(historyIn(text())).not.toBe("");
  });
});

describe.skipIf(!hasBrowser())("the strips in a browser", () => {
  async function open(width: number, dark = false) {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      colorScheme: dark ? "dark" : "light",
    });
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  it.each([1280, 390])("stay in a page %i points wide and run nothing of a document", async (width) => {
    const page = await open(width);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.evaluate("window.taken")).toBeUndefined();
    await page.close();
  });

  it.each([
    [1280, false],
    [390, true],
  ])("have nothing that axe objects to at %i points (dark: %s)", async (width, dark) => {
    const page = await open(width, dark);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = (await page.evaluate("axe.run('#history')")) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.close();
  });

  it("say each status in words, in a cell under its period and beside its title", async () => {
    const page = await open(1280);
    const table = page.getByRole("region", { name: /reports 1 to 8 of 10/ }).getByRole("table");
    expect(await table.getByRole("columnheader").allTextContents()).toEqual([
      "No",
      "Deliverable",
      ...["Q1", "Q2", "Q3", "Q4"].map((quarter) => `${quarter} 2020-21`),
      ...["Q1", "Q2", "Q3", "Q4"].map((quarter) => `${quarter} 2021-22`),
    ]);
    const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Print the leaflet" }) });
    const words = await row.locator(".unseen").allTextContents();
    expect(words).toEqual([...Array(5).fill("not started"), ...Array(3).fill("not in the report")]);
    expect((await row.locator("[aria-hidden]").allTextContents()).join("")).toBe("NNNNN···");
    await page.close();
  });

  it("lead to a finding that the filters had hidden", async () => {
    const page = await open(1280);
    await page.getByLabel("warning", { exact: true }).press("Space");
    const link = page.locator("#history a", { hasText: "status-regressed" }).first();
    const target = page.locator((await link.getAttribute("href")) ?? "");
    expect(await target.isVisible()).toBe(false);
    await link.press("Enter");
    expect(await target.isVisible()).toBe(true);
    expect(await page.getByLabel("warning", { exact: true }).isChecked()).toBe(true);
    await page.close();
  });

  it("fit A4 when printed", async () => {
    // 180 mm, what the margins leave.
    const page = await open(680);
    await page.emulateMedia({ media: "print" });
    const wide = "[...document.querySelectorAll('.strip')].map((one) => one.offsetWidth)";
    for (const width of (await page.evaluate(wide)) as number[]) expect(width).toBeLessThanOrEqual(680);
    await page.close();
  });
});
