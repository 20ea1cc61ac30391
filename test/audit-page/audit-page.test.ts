import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../cli/run-command.js";
import { hasBrowser, openBrowser } from "./browser.js";

/**
 * A report whose every text tries to leave its place in the page. In its head the tags are written as entities: they are read as text,
 * where tags themselves would be read as HTML. In its rows they are tags, which the page shows with the source's lines.
 */
const HOSTILE = [
  "SAFER </style><script>window.taken = 1</script> DELIVERY PLAN (2022-23)",
  "THEME 1: <img src=x onerror=window.taken=2> - QUARTER 2 (September 2022)",
  "",
  "Green (G): 3/3 (100%)",
  "Amber (A): 0/3 (0%)",
  "",
  "No\tOrganisation\tDeliverable\tRAG",
  "1\tFORCE\tReopen the \"front\" counter' onmouseover='window.taken=3\tG",
  "Update 12.09.22: Open </textarea></pre></script><script>window.taken = 4</script> since 3 September.",
  "2\tMC\tLight <svg onload=window.taken=5> the river path {{7*7}} &lt;b&gt;\tA",
  `Update 31.11.22: ]]> --> ${"longword".repeat(60)}`,
  "3\tMC\tPrint the leaflet in Welsh \u202e\u0007\tG",
].join("\n");

let folder: string;
let browser: Browser;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-page-"));
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", '<b>hostile\' "name".txt'), HOSTILE);
  for (const name of [
    "wendle-priority-3-q1-2022.pdf",
    "tarnshire-theme-3-q4-2022-sideways.pdf",
    "tarnshire-theme-4-q2-2022-scan.pdf",
  ])
    cpSync(join("corpus", name), join(folder, "in", name));
  const { code, stderr } = await runCommand(["audit", "in", "--html", "audit.html", "--ocr", "never"], folder);
  expect({ code, stderr: stderr.trim() }).toEqual({ code: 0, stderr: "Written to audit.html" });
  url = pathToFileURL(join(folder, "audit.html")).href;
  if (hasBrowser()) browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the page as a file", () => {
  const text = (): string => readFileSync(join(folder, "audit.html"), "utf8");

  it("allows itself nothing but its own style, its own script and the pictures in it", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text())?.[1] ?? "";
    expect(policy).toMatch(/^default-src 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
    expect(text().match(/<script\b(?! type="application\/json")/g)).toHaveLength(1);
    expect(text()).not.toMatch(/\s(?:src|href)="(?!data:|#)/);
  });

  it("names every source with its hash, what could not be checked, and what each rule means", () => {
    expect(text()).toContain("tarnshire-theme-4-q2-2022-scan.pdf</strong>: needs-ocr");
    expect(text().match(/<code>[0-9a-f]{64}<\/code>/g)).toHaveLength(4);
    expect(text()).toContain("Could not be checked:");
    for (const rule of ["count-mismatch", "update-date-invalid"]) expect(text()).toContain(`id="rule-${rule}"`);
  });

  it("shows the lines around a finding, with the finding's own marked", () => {
    expect(text()).toContain("<mark>Green (G): 3/3 (100%)</mark>");
    expect(text()).toContain('<span class="text">Amber (A): 0/3 (0%)</span>');
  });

  it("says why a count has its verdict by the rows that decide it", () => {
    expect(text()).toContain("rows 1 and 3 (2) are green");
  });
});

describe.skipIf(!hasBrowser())("the page in a browser", () => {
  let page: Page | null = null;

  afterEach(async () => {
    await page?.close();
  });

  async function open(width: number, options: { readonly js?: boolean; readonly dark?: boolean } = {}) {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      javaScriptEnabled: options.js ?? true,
      colorScheme: options.dark === true ? "dark" : "light",
    });
    const opened = await context.newPage();
    const heard: string[] = [];
    opened.on("console", (message) => heard.push(message.text()));
    opened.on("pageerror", (error) => heard.push(String(error)));
    opened.on("dialog", (dialog) => void dialog.dismiss().then(() => heard.push("a dialog")));
    opened.on("request", (request) => {
      if (request.url() !== url && !request.url().startsWith("data:")) heard.push(request.url());
    });
    await opened.goto(url);
    page = opened;
    return { page: opened, heard };
  }

  const visible = (on: Page) => on.locator("article.finding:visible").count();

  it.each([1280, 390])(
    "fits a screen %i points wide, asks nothing of a network and runs nothing of a document",
    async (width) => {
      const { page: on, heard } = await open(width);
      await on.mouse.wheel(0, 5000);
      expect(await on.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await on.evaluate("window.taken")).toBeUndefined();
      expect(heard).toEqual([]);
      expect(await on.locator("h2", { hasText: "SAFER </style>" }).count()).toBeGreaterThan(0);
    },
  );

  it.each([
    [1280, false],
    [390, false],
    [1280, true],
  ])("has nothing that axe objects to at %i points (dark: %s)", async (width, dark) => {
    const { page: on } = await open(width, { dark });
    await on.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const { violations } = (await on.evaluate("axe.run()")) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  it("shows pictures cut from the pages, with a frame around the place", async () => {
    const { page: on } = await open(1280);
    const pictures = on.locator("svg.picture");
    expect(await pictures.count()).toBeGreaterThan(1);
    for (const box of await Promise.all((await pictures.all()).map((one) => one.boundingBox()))) {
      expect(box?.height ?? 0).toBeGreaterThan(20);
      expect(box?.height ?? 999).toBeLessThan(420);
    }
    const loaded =
      "Promise.all([...document.querySelectorAll('image')].map((one) => one.decode?.() ?? null)).then(() => true)";
    expect(await on.evaluate(loaded)).toBe(true);
    expect(await on.locator("svg.picture rect.frame").count()).toBe(await pictures.count());
  });

  it("filters by severity with the keyboard, and says how many are left", async () => {
    const { page: on } = await open(1280);
    const all = await visible(on);
    const errors = await on.locator("article.finding.error").count();
    await on.getByLabel("error", { exact: true }).focus();
    await on.keyboard.press("Space");
    expect(await visible(on)).toBe(all - errors);
    expect(await on.locator("#shown").textContent()).toBe(`Showing ${all - errors} of ${all} findings.`);
    await on.keyboard.press("Tab");
    await on.keyboard.press("Space");
    expect(await on.locator("article.finding.warning:visible").count()).toBe(0);
    await on.getByRole("button", { name: "Show all" }).press("Enter");
    await expect.poll(() => visible(on)).toBe(all);
  });

  it("filters by rule and by report with the keyboard", async () => {
    const { page: on } = await open(390);
    await on.getByRole("combobox", { name: "Rule" }).focus();
    await on.keyboard.type("count-mis");
    expect(await on.getByRole("combobox", { name: "Rule" }).inputValue()).toBe("count-mismatch");
    expect(await visible(on)).toBe(await on.locator('article[data-rule="count-mismatch"]').count());
    await on.getByRole("button", { name: "Show all" }).press("Enter");
    await on.getByRole("combobox", { name: "Report" }).focus();
    await on.keyboard.press("ArrowDown");
    await expect.poll(() => on.locator("section.report:visible").count()).toBe(1);
  });

  it("searches findings by their words, and keeps the filters in sight", async () => {
    const { page: on } = await open(1280);
    const all = await visible(on);
    await on.getByRole("searchbox", { name: "Search" }).fill("31.11.22");
    await expect.poll(() => visible(on)).toBeLessThan(all);
    expect(await on.locator("article.finding:visible").first().textContent()).toContain("31.11.22");
    await on.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => visible(on)).toBe(all);
    await on.locator("article.finding").last().scrollIntoViewIfNeeded();
    expect((await on.locator("#filters").boundingBox())?.y).toBe(0);
  });

  it("leads from a finding to the rule's explanation", async () => {
    const { page: on } = await open(1280);
    await on.locator("article.finding a", { hasText: "count-mismatch" }).first().press("Enter");
    expect(await on.evaluate("location.hash")).toBe("#rule-count-mismatch");
    expect(await on.locator("#rule-count-mismatch").isVisible()).toBe(true);
  });

  it("shows everything without a script, and no filters that would not work", async () => {
    const { page: on } = await open(1280, { js: false });
    expect(await visible(on)).toBe(await on.locator("article.finding").count());
    expect(await on.locator("#filters").isVisible()).toBe(false);
  });

  it("collects what a person decides, saves it as a file that the audit reads, and shows it on the next page", async () => {
    const { page: on } = await open(1280);
    const finding = on.locator("article.finding").first();
    const id = (await finding.getAttribute("data-finding")) ?? "";
    await finding.scrollIntoViewIfNeeded();
    await finding.getByRole("button", { name: "Query" }).press("Enter");
    expect(await on.locator("#unsaved").textContent()).toContain("needs a note");
    await on.keyboard.type('=who, "me"?');
    await finding.getByRole("button", { name: "Query" }).press("Enter");
    const second = on.locator("article.finding").nth(1);
    await second.getByRole("button", { name: "Accept" }).click();
    await second.getByRole("button", { name: "Accept" }).click();
    await second.getByRole("button", { name: "False" }).click();
    expect(await second.getByRole("button", { name: "False" }).getAttribute("aria-pressed")).toBe("true");
    await on.getByRole("button", { name: "Save dispositions.csv" }).click();
    expect(await on.locator("#unsaved").textContent()).toContain("Give your name");
    await on.keyboard.type("J. Ogden");
    const saving = on.waitForEvent("download");
    await on.keyboard.press("Enter");
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe("dispositions.csv");
    await saved.saveAs(join(folder, "saved.csv"));
    expect(await on.locator("#unsaved").textContent()).toContain(
      "Lines added to dispositions.csv since then are not in it",
    );
    expect(await second.locator(".decided:visible").innerText()).toMatch(/^false J\. Ogden, \d{4}-\d\d-\d\d$/);
    const again = await runCommand(
      ["audit", "in", "--ocr", "never", "--dispositions", "saved.csv", "--json", "--html", "again.html"],
      folder,
    );
    const findings = JSON.parse(again.stdout).reports.flatMap(
      ({ findings }: { findings: { finding_id: string; disposition: object | null }[] }) => findings,
    );
    const decided = findings.filter(({ disposition }: { disposition: object | null }) => disposition !== null);
    expect(decided.map(({ disposition }: { disposition: object }) => disposition)).toMatchObject([
      { finding_id: id, disposition: "query", note: '=who, "me"?', by: "J. Ogden" },
      { disposition: "false", note: "" },
    ]);
    // What is decided now is in the place of what was decided before, and what was printed alone is searched.
    await on.goto(url.replace("audit.html", "again.html"));
    const shown = on.locator("article.finding").first();
    await shown.scrollIntoViewIfNeeded();
    expect(await shown.locator(".decided:visible").innerText()).toContain("query J. Ogden");
    await shown.getByRole("button", { name: "Accept" }).click();
    await expect
      .poll(() => shown.locator(".decided:visible").allInnerTexts())
      .toEqual([expect.stringMatching(/^accepted not saved yet/)]);
    // The same decision again takes it back.
    await shown.getByRole("button", { name: "Accept" }).click();
    await expect.poll(() => shown.locator(".decided:visible").innerText()).toContain("query J. Ogden");
    await shown.getByRole("button", { name: "Accept" }).click();
    await on.getByRole("searchbox", { name: "Search" }).fill("not saved yet");
    await expect.poll(() => visible(on)).toBe(0);
  });

  it("prints without its filters and cuts no finding that fits a page", async () => {
    const { page: on } = await open(1280);
    await on.emulateMedia({ media: "print" });
    expect(await on.locator("#filters").isVisible()).toBe(false);
    const inside = "getComputedStyle(document.querySelector('article.finding')).breakInside";
    expect(await on.evaluate(inside)).toBe("avoid");
    expect((await on.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
  });
});
