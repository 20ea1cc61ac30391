import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../cli/run-command.js";
import { hasBrowser, openBrowser } from "./browser.js";

const REPORTS = 120;
/** Number of a report whose count is wrong, and of one with two such counts and a word that no other has. */
const [WRONG, WORST] = [110, 117];

const reportText = (number: number): string =>
  [
    "SAFER WENLOW DELIVERY PLAN (2020-23)",
    `THEME ${number % 90}: ROAD ${number} - QUARTER 2 (September 2022)`,
    "",
    `Green (G): ${number === WRONG || number === WORST ? "1/2 (50%)" : "2/2 (100%)"}`,
    `Red (R): ${number === WORST ? "2/2 (100%)" : "0/2 (0%)"}`,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    "1\tFORCE\tReopen the front counter\tG",
    "Update 12.09.22: Opened.",
    `2\tMC\t${number === 60 ? "Paint <the> gazebo & bridge" : "Light the path"}\tG`,
    "Update 31.09.22: Done.",
  ].join("\n");

const AXE_RULES = ["landmark-unique", "nested-interactive", "summary-name", "duplicate-id-aria", "heading-order"];

let folder: string;
let browser: Browser;
let url: string;
let page: Page | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-many-"));
  mkdirSync(join(folder, "in"));
  const texts = Array.from({ length: REPORTS }, (_, at) => reportText(at + 1));
  writeFileSync(join(folder, "in", "all.txt"), texts.join("\n\n"));
  await runCommand(["audit", "in", "--html", "audit.html"], folder);
  url = pathToFileURL(join(folder, "audit.html")).href;
  if (hasBrowser()) browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  await page?.close();
});

async function open(hash = "", js = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: js });
  page = await context.newPage();
  await page.goto(url + hash);
  return page;
}

describe.skipIf(!hasBrowser())("a page of more reports than are laid out at once", () => {
  it("shows the worst reports first, and what to look at first", async () => {
    const on = await open();
    const headings = await on.locator("section.report h2").allTextContents();
    expect(headings).toHaveLength(REPORTS);
    expect(headings[0]).toContain(`ROAD ${WORST}`);
    expect(headings[1]).toContain(`ROAD ${WRONG}`);
    const first = await on.locator(".first li").allTextContents();
    expect(first).toHaveLength(10);
    expect(first[0]).toContain(`ROAD ${WORST}`);
    expect(await on.locator("details[open]").count()).toBe(10);
  });

  it("fills a report when it is opened, with the buttons to decide", async () => {
    const on = await open();
    const last = on.locator("section.report").last();
    expect(await last.locator("article").count()).toBe(0);
    await last.locator("summary").press("Enter");
    await expect.poll(() => last.locator("article.finding:visible").count()).toBe(1);
    await expect.poll(() => last.getByRole("button", { name: "Accept" }).count()).toBe(1);
  });

  it("leads to a finding of a report that was not opened, from within and from outside", async () => {
    const id = `finding-${REPORTS - 20}`;
    const on = await open();
    await on.evaluate(`location.hash = "#${id}"`);
    await expect.poll(() => on.locator(`#${id}:visible`).count()).toBe(1);
    await on.close();
    const again = await open(`#${id}`);
    expect(await again.locator(`#${id}`).isVisible()).toBe(true);
  });

  it("searches the reports that were not opened, and opens what it finds", async () => {
    const on = await open();
    await on.getByRole("searchbox", { name: "Search" }).fill("<the> gazebo &");
    await expect.poll(() => on.locator("section.report:visible").count()).toBe(1);
    expect(await on.locator("article.finding:visible").count()).toBe(1);
    expect(await on.locator("#shown").textContent()).toMatch(/^Showing 1 of \d+ findings\.$/);
    await on.getByRole("searchbox", { name: "Search" }).fill("accept");
    await expect.poll(() => on.locator("#shown").textContent()).toMatch(/^Showing 0 of /);
  });

  it("shows the rows of the table of reports that it keeps back", async () => {
    const on = await open();
    const rows = on.locator("#overview-rows tr");
    expect(await rows.count()).toBe(100);
    await on.getByRole("button", { name: `Show ${REPORTS - 100} more` }).press("Enter");
    expect(await rows.count()).toBe(REPORTS);
    expect(await on.evaluate("document.activeElement.closest('tr').rowIndex")).toBe(101);
  });

  it("says without a script which reports cannot be opened", async () => {
    const on = await open("", false);
    expect(await on.locator("noscript").textContent()).toContain("from number 101 on");
    expect(await on.locator("section.report").nth(99).locator("article").count()).toBe(1);
  });

  it("has landmarks and controls that assistive programs tell from each other", async () => {
    const on = await open();
    await on.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = (await on.evaluate(`axe.run({ runOnly: ${JSON.stringify(AXE_RULES)} })`)) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
