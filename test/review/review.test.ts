/** Whole reviews in a browser: with the pointer, by keyboard alone, and in two windows; and what the server refuses. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { parse } from "csv-parse/sync";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Dataset } from "../../src/index.js";
import { hasBrowser, openBrowser } from "../audit-page/browser.js";
import { type Running, runCommand, startCommand } from "../cli/run-command.js";

/** Text and PDFs, with contradicted counts, doubtful rows and a gap in the numbers. */
const REPORTS = ["tarnshire-theme-2-q3-2021.txt", "tarnshire-theme-4-q3-2022.pdf", "wendle-priority-1-q2-2022.txt"];
const READING = ["--ocr", "never", "--cache", "kept"];

let root: string;
let browser: Browser;
let review: Running & { readonly url: string };

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "ragtally-review-"));
  mkdirSync(join(root, "in"));
  for (const name of REPORTS) cpSync(join("corpus", name), join(root, "in", name));
  await runCommand(["ingest", "in", "--out", "out", ...READING], root);
  if (hasBrowser()) browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

async function start(...inputs: string[]): Promise<Running & { readonly url: string }> {
  const running = startCommand(["review", ...inputs, "--by", "J. Ogden", ...READING], root);
  await expect.poll(running.told, { timeout: 60_000, interval: 50 }).toContain("Open this address");
  const [url = ""] = /http:\S+/.exec(running.printed()) ?? [];
  return { ...running, url };
}

beforeEach(async () => {
  for (const name of ["corrections.csv", "dispositions.csv"]) rmSync(join(root, name), { force: true });
  review = await start("in");
});
afterEach(async () => {
  expect(violations.splice(0), "what the page's own policy forbids").toEqual([]);
  for (const context of browser?.contexts() ?? []) await context.close();
  review.kill("SIGINT");
  expect((await review.ended).code).toBe(0);
});

const records = (name: string): Record<string, string>[] =>
  existsSync(join(root, name)) ? parse(readFileSync(join(root, name)), { columns: true }) : [];
const dataset = (folder: string): Dataset => JSON.parse(readFileSync(join(root, folder, "dataset.json"), "utf8"));

/** What the page did against its own policy. */
const violations: string[] = [];

async function open(width = 1280, dark = false, url = review.url): Promise<Page> {
  const colorScheme = dark ? "dark" : "light";
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  page.setDefaultTimeout(30_000);
  await page.goto(url);
  await page.locator("#item h2").waitFor();
  return page;
}

const said = (page: Page) => page.locator("#message").textContent();
const progress = (page: Page) => page.locator("#progress-text").textContent();
const heading = (page: Page) => page.locator("#item h2").textContent();

/** What was decided is written, and the item that comes next has the focus. */
async function isReady(page: Page): Promise<void> {
  await page.locator('#item[aria-busy="false"]').waitFor();
  await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("item");
}

/** Opens an item by what its entry says. */
async function choose(page: Page, search: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search the queue" }).fill(search);
  const entry = page.locator("#queue ol button").first();
  const name = (await entry.locator("strong").textContent()) ?? "";
  await entry.click();
  // Items of several reports may have one name: the entry says which is shown.
  await expect.poll(() => entry.getAttribute("aria-current")).toBe("true");
  await page.locator('#item[aria-busy="false"]').waitFor();
  await expect.poll(() => heading(page)).toBe(name);
  await page.getByRole("searchbox", { name: "Search the queue" }).fill("");
  await page.keyboard.press("Escape");
}

describe.skipIf(!hasBrowser())("a review", () => {
  it("corrects, adds, accepts, asks, undoes and applies, and dataset, audit and sign-off go by it", async () => {
    const page = await open();
    expect(await progress(page)).toMatch(/^0 of \d+ done$/);
    // Two statuses.
    await choose(page, "status-");
    await page.getByRole("group", { name: "Status" }).getByRole("button", { name: "red", exact: false }).last().click();
    await expect.poll(() => said(page)).toContain("Status is red");
    await choose(page, "Row 1");
    await page.locator('#item [data-status="white"]').click();
    await expect.poll(() => said(page)).toContain("Status is white");
    // A row that was lost.
    await page.getByText("Add a row that is missing").click();
    await page.locator("#add-row").getByLabel("Title").fill("=Print the leaflet in Welsh");
    await page.locator("#add-row").getByLabel("Organisations").fill("MC;FORCE");
    await page.locator("#add-row").getByLabel("Status").selectOption("amber");
    await page.getByRole("button", { name: "Add row" }).click();
    await expect.poll(() => said(page)).toContain("A row without a number is added");
    // Three findings accepted, one asked about.
    for (const rule of ["percent-impossible", "counts-sum", "total-mismatch"]) {
      await choose(page, rule);
      await page.locator("#item .finding").first().getByRole("button", { name: "Accept" }).click();
      await expect.poll(() => said(page)).toContain(`${rule}: accepted`);
    }
    await choose(page, "rating-without-basis");
    const finding = page.locator("#item .finding").first();
    await finding.getByRole("button", { name: "Query" }).click();
    await expect.poll(() => said(page)).toContain("a query needs a note");
    await finding.getByLabel("Note").fill("Which row is meant?");
    await finding.getByRole("button", { name: "Query" }).click();
    await expect.poll(() => said(page)).toContain("rating-without-basis: query");
    // One decision more, which is undone.
    await choose(page, "percent-impossible");
    await page.locator("#item .finding").first().getByRole("button", { name: "False" }).click();
    await expect.poll(() => records("dispositions.csv").at(-1)?.disposition).toBe("false");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => said(page)).toBe("Undone.");
    expect(records("dispositions.csv").map(({ disposition }) => disposition)).toEqual([
      ...["accepted", "accepted", "accepted", "query"],
    ]);
    expect(records("corrections.csv").map(({ field, value }) => [field, value])).toEqual([
      ["rag", "red"],
      ["rag", "white"],
      ["row", expect.stringMatching(/^add after \S+/)],
      ["number", ""],
      ["title", "'=Print the leaflet in Welsh"],
      ["organisations", "MC;FORCE"],
      ["rag", "amber"],
    ]);
    // The dataset is as it was; the review itself goes by the corrections once they are applied.
    const before = readFileSync(join(root, "out/dataset.json"), "utf8");
    expect(await progress(page)).toContain("7 not applied");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("heading", { name: "What changed" }).waitFor();
    const changes = (await page.locator("dialog").innerText()).replace(/\s+/g, " ");
    expect(changes).toContain('row "=Print the leaflet in Welsh" is new');
    expect(changes).toMatch(/rag was \S+ and is red/);
    await page.getByRole("button", { name: "Close" }).click();
    expect(await progress(page)).not.toContain("not applied");
    await page.getByRole("button", { name: "Sign-off" }).click();
    await page.locator("dialog").getByText("Corrected by persons").waitFor();
    const signed = await page.locator("dialog").innerText();
    expect(signed).toContain("Corrected by persons: 7.");
    expect(signed).toMatch(/1 to be asked about by J\. Ogden/);
    expect(signed).toContain("ragtally audit");
    expect(readFileSync(join(root, "out/dataset.json"), "utf8")).toBe(before);
    await runCommand(["ingest", "in", "--out", "new", "--corrections", "corrections.csv", ...READING], root);
    const rows = dataset("new").reports.flatMap(({ deliverables }) => deliverables);
    expect(rows.find(({ deliverable_id }) => deliverable_id.endsWith("#new-1"))).toMatchObject({
      number: null,
      title: "=Print the leaflet in Welsh",
      organisations: ["MC", "FORCE"],
      rag: "amber",
    });
    const audit = await runCommand(["audit", "new", "--dispositions", "dispositions.csv", "--json"], root);
    const { line } = JSON.parse(audit.stdout).sign_off;
    expect(line).toContain("Corrected by persons: 7 values.");
    expect(line).toContain("1 to be asked about by J. Ogden");
  }, 180_000);

  it("is done by keyboard alone", async () => {
    const page = await open();
    const current = () => page.locator('#queue [aria-current="true"]').getAttribute("name");
    const start = await current();
    await page.keyboard.press("j");
    expect(await current()).not.toBe(start);
    await page.keyboard.press("k");
    expect(await current()).toBe(start);
    await page.locator('#item[aria-busy="false"]').waitFor();
    // A key that is held down decides about one item.
    await page.keyboard.down("y");
    await expect.poll(() => records("dispositions.csv").map(({ disposition }) => disposition)).toEqual(["accepted"]);
    // The next item that is still to do has the focus.
    await isReady(page);
    await expect.poll(() => progress(page)).toMatch(/^1 of/);
    await page.keyboard.down("y");
    await page.keyboard.up("y");
    await page.keyboard.press("q");
    await page.keyboard.type("Is that so?");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => records("dispositions.csv").at(-1))
      .toMatchObject({ disposition: "query", note: "Is that so?" });
    await expect.poll(() => said(page)).toContain("query");
    await isReady(page);
    await page.keyboard.press("u");
    await expect.poll(() => said(page)).toBe("Undone.");
    expect(records("dispositions.csv")).toHaveLength(1);
    await page.keyboard.press("/");
    await page.keyboard.type("Row");
    await page.keyboard.press("Enter");
    await expect.poll(() => heading(page)).toMatch(/^Row/);
    await isReady(page);
    await page.keyboard.press("a");
    await expect.poll(() => records("corrections.csv").map(({ value }) => value)).toEqual(["amber"]);
    await page.locator('#item[aria-busy="false"]').waitFor();
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await choose(page, "wendle");
    const shown = await heading(page);
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toBe(`${shown}: confirmed.`);
    await isReady(page);
    // Where single keys are off, they do nothing.
    const made = records("corrections.csv").length;
    await page.getByLabel("single keys").uncheck();
    await page.keyboard.press("r");
    await page.keyboard.press("j");
    expect(records("corrections.csv")).toHaveLength(made);
  }, 120_000);

  it("in two windows overwrites nothing, and each shows what the other did", async () => {
    const [one, two] = [await open(), await open()];
    for (const page of [one, two]) await choose(page, "status-");
    await two.getByLabel("Reason", { exact: true }).first().fill("Seen on page 2");
    await one.locator('#item [data-status="green"]').click();
    await expect.poll(() => records("corrections.csv").map(({ value }) => value)).toEqual(["green"]);
    await two.locator('#item [data-status="red"]').click();
    await expect.poll(() => said(two)).toContain("Another window or program decided about this meanwhile");
    expect(records("corrections.csv").map(({ value }) => value)).toEqual(["green"]);
    await expect
      .poll(() => two.locator("#item .note").allInnerTexts())
      .toContainEqual(expect.stringContaining("corrected to “green”"));
    expect(await two.getByLabel("Reason", { exact: true }).first().inputValue()).toBe("Seen on page 2");
    // Now that it is shown, the second window may decide otherwise, and the first cannot undo that.
    await two.locator('#item [data-status="red"]').click();
    await expect.poll(() => records("corrections.csv").map(({ value }) => value)).toEqual(["red"]);
    await one.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => said(one)).toContain("something else was decided since");
    await two.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => records("corrections.csv").map(({ value }) => value)).toEqual(["green"]);
    // So may a command.
    const [made] = records("corrections.csv");
    expect(made).toMatchObject({ by: "J. Ogden", why: "Seen in the source" });
  }, 120_000);

  it("decides nothing about an item while another one is opened, and shows the one that was asked for last", async () => {
    const page = await open();
    const before = await heading(page);
    const held: (() => void)[] = [];
    await page.route("**/api/item?*", async (route) => {
      await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    await page.keyboard.press("j");
    await expect.poll(() => held.length).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => said(page)).toContain("nothing was done");
    await page.keyboard.press("j");
    await expect.poll(() => held.length).toBe(2);
    const wanted = await page.locator('#queue [aria-current="true"] strong').textContent();
    expect(await heading(page)).toBe(before);
    held[1]?.();
    await page.locator('#item[aria-busy="false"]').waitFor();
    const shown = await page.locator("#item").innerText();
    held[0]?.();
    await page.waitForLoadState("networkidle");
    expect([await heading(page), await page.locator("#item").innerText()]).toEqual([wanted, shown]);
    expect([records("corrections.csv"), records("dispositions.csv")]).toEqual([[], []]);
  }, 120_000);

  it.each([
    [1280, false],
    [390, true],
  ])(
    "has nothing that axe objects to and fits a screen %i points wide (dark: %s)",
    async (width, dark) => {
      const page = await open(width, dark);
      await choose(page, "Row");
      await page.locator("#place svg, #place .lines").first().waitFor();
      for (const summary of await page.locator("#item > details > summary").all()) await summary.click();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
      const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    },
    120_000,
  );

  it("shows the page with the row framed, its neighbours and a larger picture, and the lines of a text", async () => {
    const page = await open();
    await choose(page, "tarnshire-theme-4");
    expect(await page.locator("#item").innerText()).toContain("tarnshire-theme-4-q3-2022.pdf");
    await page.locator("#place rect.frame").waitFor();
    const width = async () => Number(await page.locator("#place svg").getAttribute("width"));
    const before = await width();
    await page.keyboard.press("+");
    await expect.poll(width).toBeGreaterThan(before);
    await choose(page, "wendle-priority-1");
    await page.locator("#place .lines .marked").first().waitFor();
  }, 120_000);
});

/** The status of a request that a browser would not make. */
function statusOf(path: string, headers: Readonly<Record<string, string>>, method = "GET"): Promise<number> {
  const { hostname, port } = new URL(review.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end(method === "POST" ? "{}" : undefined);
  });
}

it("answers nobody but this computer's own page", async () => {
  const { pathname, host, hostname } = new URL(review.url);
  expect(hostname).toBe("127.0.0.1");
  expect(await statusOf(pathname, { host })).toBe(200);
  expect(await statusOf(pathname, { host: "reports.example" })).toBe(421);
  expect(await statusOf("/", { host })).toBe(403);
  expect(await statusOf(`/${"0".repeat(32)}/api/queue`, { host })).toBe(403);
  const headers = { host, "content-type": "application/json" };
  expect(await statusOf(`${pathname}api/undo`, { ...headers, origin: "http://reports.example" }, "POST")).toBe(403);
  expect(await statusOf(`${pathname}api/undo`, headers, "POST")).toBe(400);
  const response = await fetch(review.url);
  expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'/);
  const show = (body: object) =>
    fetch(`${review.url}api/show`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  expect((await show({ file: "../../etc/passwd", page: 1 })).status).toBe(400);
  expect((await show({ file: 99, page: 1, line_first: null, line_last: null, bbox: null })).status).toBe(400);
});

it("reviews a dataset whose sources it finds, and applies what was decided by reading them", async () => {
  const own = await start("out");
  try {
    // biome-ignore lint/suspicious/noExplicitAny: answers of several forms, of which the test names what it looks at
    const ask = async (path: string, body?: object): Promise<any> => {
      const init = body && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      };
      return (await fetch(`${own.url}api/${path}`, init)).json();
    };
    const queue = await ask("queue?window=w");
    expect(queue.canApply).toBe(true);
    const { id } = queue.items.find((item: { id: string }) => item.id.startsWith("row:"));
    const detail = await ask(`item?id=${encodeURIComponent(id)}`);
    const status = detail.fields[0];
    const request = { window: "w", by: "A. Lee", report_id: detail.report_id, deliverable: detail.row, field: "rag" };
    const value = status.value === "red" ? "green" : "red";
    expect(await ask("correct", { ...request, value, why: "seen", expected: null })).toEqual({});
    const { changes } = await ask("apply", { window: "w" });
    expect(changes.join("\n")).toContain(`and is ${value}`);
    // What was read again goes by the rules and the profile of this run, and so do the commands.
    const signed = await ask("sign-off");
    expect(signed.reports[0].line).toMatch(/by \d+ rules, .*, profile built-in/);
    expect(signed.commands[0]).toMatch(/^ragtally ingest \S+ --out out --ocr never --corrections corrections\.csv$/);
    expect(signed.commands[1]).toBe("ragtally audit out --html audit.html");
    renameSync(join(root, "in"), join(root, "moved"));
    const gone = await ask("apply", { window: "w" });
    renameSync(join(root, "moved"), join(root, "in"));
    expect(gone).toEqual({ error: expect.stringContaining("check the path"), isConflict: false });
    const bad = await ask("correct", { ...request, value: "G", why: "seen", expected: value });
    expect(bad).toEqual({ error: expect.stringContaining("G is green"), isConflict: false });
  } finally {
    own.kill("SIGINT");
    await own.ended;
  }
}, 120_000);
