import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPORT_RULES } from "../../src/audit/registry.js";
import { escapeMessage, escapeProperty } from "../../src/cli/audit/github.js";
import { escapeXml } from "../../src/cli/audit/junit.js";
import { RULE_IDS, VERSION } from "../../src/internal.js";
import { hasBrowser, openBrowser } from "../audit-page/browser.js";
import { runCommand, startCommand } from "./run-command.js";

const REPORT = [
  'SAFER <MELFORD> & "SONS" DELIVERY PLAN (2022-23)',
  "THEME 1 UPDATE - QRT 2 UPDATE (September 2022)",
  "Green (G): 3/3 (100%)",
  "Amber (A): 0/3 (0%)",
  "",
  "No\tOrganisation\tDeliverable\tRAG",
  "1\tFORCE\tReopen the front counter\tG",
  "Update 31.11.22: Open ]]> since, 50% :: of <days>.",
  "2\tMC\tLight the river path\tA",
  "Update 12.09.22: Lit.",
  "3\tMC\tPrint the leaflet\tG",
  "Update 12.09.22: Printed.",
].join("\n");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ragtally-formats-"));
  mkdirSync(join(folder, "in"));
  writeFileSync(join(folder, "in", "a,b:c%0A.txt"), REPORT);
  writeFileSync(join(folder, "in", "empty.txt"), "");
  writeFileSync(join(folder, "in", "note.txt"), "Nothing of a report is in here.\n");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => runCommand(["audit", "in", ...args], folder);

describe("ragtally audit --json", () => {
  it("gives stated counts, findings and sign-offs of every report, and every file", async () => {
    const { code, stdout } = await run("--json");
    const audit = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(audit.files.map((file: { outcome: string }) => file.outcome)).toEqual(["parsed", "failed", "no-report"]);
    const [report] = audit.reports;
    expect(report.stated_counts).toHaveLength(2);
    expect(report.findings.map((finding: { rule: string }) => finding.rule)).toContain("update-date-invalid");
    expect(report.sign_off).toMatchObject({
      version: VERSION,
      profile: "built-in",
      rules: REPORT_RULES.map(({ id }) => id),
      not_applied: [expect.stringContaining("no earlier report"), expect.stringContaining("no overall rating")],
      rows: 3,
      stated_counts: 2,
      source_sha256: report.source_sha256,
      unchecked: [],
    });
    expect(audit.sign_off).toMatchObject({ files: 3, reports: 1, rows: 3, findings: { error: 3 } });
  });

  it("signs with the same line as on a terminal", async () => {
    const [text, json] = await Promise.all([run(), run("--json")]);
    const { reports, sign_off } = JSON.parse(json.stdout);
    const plain = text.stdout.replace(/\s+/g, " ");
    expect(plain).toContain(reports[0].sign_off.line);
    expect(plain).toContain(sign_off.line);
  });

  it("prints nothing but an error where an input is not there", async () => {
    expect(await runCommand(["audit", "nowhere", "--json"], folder)).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("ragtally audit --csv", () => {
  it("gives the findings as findings.csv has them", async () => {
    await runCommand(["ingest", "in", "--out", "out", "--quiet"], folder);
    const { stdout } = await run("--csv");
    expect(stdout).toBe(readFileSync(join(folder, "out/findings.csv"), "utf8"));
    expect(parse(stdout, { columns: true }).length).toBeGreaterThan(2);
  });
});

describe("ragtally audit --format github", () => {
  it("gives a command a finding, which no name and no message can break", async () => {
    const { code, stdout } = await run("--format", "github", "--fail-on", "error");
    const lines = stdout.trimEnd().split("\n");
    expect(code).toBe(1);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=in\/[^:]*::[^\r\n]+$/);
    expect(lines).toContain("::error file=in/empty.txt,title=not read%3A EMPTY::the file is empty");
    expect(lines[0]).toMatch(/^::error file=in\/a%2Cb%3Ac%250A\.txt,line=3,endLine=3,title=count-mismatch::/);
    expect(lines[0]).toContain("3/3 (100%25) green");
  });

  it("escapes as GitHub's toolkit does", () => {
    expect(escapeMessage("100%\r\n::error::x, y")).toBe("100%25%0D%0A::error::x, y");
    expect(escapeProperty("a:b,c%")).toBe("a%3Ab%2Cc%25");
  });
});

describe("ragtally audit --format junit", () => {
  it("escapes what XML cannot hold", () => {
    expect(escapeXml(`<a b='"'> & \u0000\u001f\ud800\t\n`)).toBe(
      "&lt;a b=&apos;&quot;&apos;&gt; &amp; \ufffd\ufffd\ufffd&#9;&#10;",
    );
    expect(escapeXml("]]> 😀")).toBe("]]&gt; 😀");
  });

  it("gives a test a rule, failed where it raised an error or a warning", async () => {
    const { stdout } = await run("--format", "junit");
    expect(stdout.match(/<testcase /g)).toHaveLength(RULE_IDS.length + 1);
    expect(stdout).toMatch(
      /name="count-mismatch" file="in\/a,b:c%0A\.txt" line="3"><failure type="error" message="The/,
    );
    expect(stdout).toMatch(/name="status-missing" file="[^"]*"\/>/);
    expect(stdout).toContain('<error type="EMPTY" message="the file is empty"/>');
  });

  it("marks a rule that the profile silences as skipped", async () => {
    const profile = { extends: "built-in", name: "quiet", rules: { severity: { "count-mismatch": "off" } } };
    writeFileSync(join(folder, "quiet.json"), JSON.stringify(profile));
    const { stdout } = await run("--format", "junit", "--profile", "quiet.json");
    expect(stdout).toMatch(/name="count-mismatch" file="[^"]*"><skipped\/><\/testcase>/);
    expect(stdout).toContain(`by ${REPORT_RULES.length - 1} rules`);
  });

  it.skipIf(!hasBrowser())("is well-formed XML with the texts whole", async () => {
    const { stdout } = await run("--format", "junit");
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const read = `((xml) => {
        const document = new DOMParser().parseFromString(xml, "application/xml");
        return {
          broken: document.querySelector("parsererror")?.textContent ?? null,
          texts: [...document.querySelectorAll("failure")].map((one) => one.textContent),
          sums: [...document.querySelectorAll("testsuite")].map((one) => [one.getAttribute("failures"), one.querySelectorAll("failure").length]),
        };
      })(${JSON.stringify(stdout)})`;
      const { broken, texts, sums } = (await page.evaluate(read)) as {
        broken: string | null;
        texts: string[];
        sums: [string, number][];
      };
      expect(broken).toBeNull();
      expect(texts.join("\n")).toContain('"31.11.22"');
      for (const [stated, counted] of sums) expect(Number(stated)).toBe(counted);
    } finally {
      await browser.close();
    }
  });
});

describe("ragtally audit --html", () => {
  const html = (...args: string[]) => runCommand(["audit", ...args], folder);

  it("replaces a former page and nothing else", async () => {
    expect((await html("in", "--html", "page.html")).code).toBe(0);
    expect((await html("in", "--html", "page.html")).code).toBe(0);
    writeFileSync(join(folder, "mine.html"), "<p>mine</p>");
    const { code, stderr } = await html("in", "--html", "mine.html");
    expect(code).toBe(2);
    expect(stderr).toContain("was not written by");
    expect(readFileSync(join(folder, "mine.html"), "utf8")).toBe("<p>mine</p>");
    expect((await html("in", "--html", "in")).code).toBe(2);
    const both = await html("in", "--html", "page.html", "--xlsx", "./page.html");
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining("give each a file of its own") });
    expect(readFileSync(join(folder, "page.html"), "utf8")).toContain("<!doctype html>");
  });

  it("leaves the former page where the run fails", async () => {
    await html("in", "--html", "kept.html");
    const before = readFileSync(join(folder, "kept.html"), "utf8");
    expect((await html("nowhere", "--html", "kept.html")).code).toBe(2);
    expect(readFileSync(join(folder, "kept.html"), "utf8")).toBe(before);
  });

  it("leaves nothing half written where it is stopped", async () => {
    mkdirSync(join(folder, "stop", "in"), { recursive: true });
    for (let index = 0; index < 400; index++) writeFileSync(join(folder, "stop", "in", `${index}.txt`), REPORT);
    const running = startCommand(["audit", "in", "--html", "page.html", "--jobs", "1"], join(folder, "stop"));
    const isUnderWay = () => readdirSync(join(folder, "stop")).some((name) => name.endsWith(".part"));
    await expect.poll(isUnderWay, { timeout: 20_000, interval: 5 }).toBe(true);
    running.kill("SIGINT");
    expect([0, 130]).toContain((await running.ended).code);
    expect(readdirSync(join(folder, "stop")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("gives the same bytes for the same input", async () => {
    await html("in", "--html", "one.html");
    await html("in", "--html", "two.html");
    expect(readFileSync(join(folder, "one.html"), "utf8")).toBe(readFileSync(join(folder, "two.html"), "utf8"));
  });

  it("says how many pictures the limit left out, and works without any", async () => {
    copyFileSync("corpus/wendle-priority-3-q1-2022.pdf", join(folder, "report.pdf"));
    await html("report.pdf", "--html", "few.html", "--pictures", "1");
    const few = readFileSync(join(folder, "few.html"), "utf8");
    expect(few.match(/<image /g)).toHaveLength(1);
    expect(few).toMatch(/\d pictures were left out, over the limit of 1/);
    expect(few).toContain("limit of pictures is reached");
    expect((await html("report.pdf", "--html", "none.html", "--pictures", "0")).code).toBe(0);
    expect(readFileSync(join(folder, "none.html"), "utf8")).not.toContain("<image ");
  });

  it("is made from a dataset too, with pictures where its sources are found", async () => {
    mkdirSync(join(folder, "pdfs"));
    copyFileSync("corpus/wendle-priority-3-q1-2022.pdf", join(folder, "pdfs/report.pdf"));
    await runCommand(["ingest", "pdfs", "--out", "drawn", "--quiet"], folder);
    expect((await html("drawn", "--html", "drawn.html")).code).toBe(0);
    expect(readFileSync(join(folder, "drawn.html"), "utf8")).toContain("<image ");
    mkdirSync(join(folder, "elsewhere"));
    await runCommand(["audit", "../drawn", "--html", "drawn.html"], join(folder, "elsewhere"));
    expect(readFileSync(join(folder, "elsewhere/drawn.html"), "utf8")).toContain("<image ");
    copyFileSync("corpus/tarnshire-theme-3-q4-2022-sideways.pdf", join(folder, "pdfs/report.pdf"));
    await html("drawn", "--html", "changed.html");
    expect(readFileSync(join(folder, "changed.html"), "utf8")).toContain("The source has changed since it was read");
  });

  it("is made from a dataset too, without pictures where its sources are gone, and says so", async () => {
    mkdirSync(join(folder, "gone"));
    writeFileSync(join(folder, "gone/a.txt"), REPORT);
    await runCommand(["ingest", "gone", "--out", "dataset", "--quiet"], folder);
    rmSync(join(folder, "gone"), { recursive: true });
    expect((await html("dataset", "--html", "set.html")).code).toBe(0);
    const page = readFileSync(join(folder, "set.html"), "utf8");
    expect(page).toContain("The source was not at hand");
    expect(page).toContain("that of the dataset when it was written");
  });
});
