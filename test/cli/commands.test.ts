import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  BUILTIN_PROFILE,
  COLUMNS,
  RULE_IDS,
  SEVERITIES,
  type Severity,
  TABLE_NAMES,
  VERSION,
  writeDataset,
} from "../../src/internal.js";
import { makeReport, makeResult, resultsOf } from "../export/reports.js";
import { MAIN, runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-cli-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const run = (...args: string[]) => runCommand(args, root);

describe("ragtally", () => {
  it("prints its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(await run("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("prints help with its commands and exit codes", async () => {
    const { code, stdout } = await run("--help");
    expect(code).toBe(0);
    for (const name of ["ingest", "audit", "explain", "schema", "profile", "no input could be read"]) {
      expect(stdout).toContain(name);
    }
  });

  it("ends with 2 without a command, on standard error", async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: "" });
  });

  it("ends with 2 for a misspelt command and offers the right one", async () => {
    const { code, stdout, stderr } = await run("ingset");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("Did you mean ingest?");
  });

  it("is silent when its reader leaves early", async () => {
    const pipe = `set -o pipefail; "${process.execPath}" "${MAIN}" schema --as json-schema | head -n 1`;
    expect(await promisify(execFile)("bash", ["-c", pipe])).toEqual({ stdout: "{\n", stderr: "" });
  });
});

describe("ragtally audit", () => {
  async function dataset(severity: Severity) {
    const report = makeReport("a");
    const findings = report.findings.map((finding) => ({ ...finding, severity }));
    const result = { ...makeResult("a"), reports: [{ ...report, findings }] };
    await writeDataset(resultsOf(result, makeResult("b")), join(root, "out"));
  }

  it("prints a dataset's findings by report", async () => {
    await dataset("error");
    const { code, stdout, stderr } = await run("audit", "out");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const by = `by the rules in force when its dataset was written, shown with ragtally ${VERSION}`;
    const signed = (name: string) =>
      `Checked: 2 rows and 1 stated count, ${by}; source SHA-256 ${name.padEnd(64, "0")}. Could not be checked: the status of row 2; what is stated of green.`;
    const lines = [
      "a a.txt",
      "error count-unverifiable line 3 Green is stated as 2, and between 1 and 2 rows are green.",
      signed("a"),
      "b b.txt",
      "warning count-unverifiable line 3 Green is stated as 2, and between 1 and 2 rows are green.",
      signed("b"),
      "To look at first: 2 of 2 reports, the worst first",
      "a.txt, page 1 1 error (count-unverifiable), 1 status unreadable, 1 count undetermined",
      "b.txt, page 1 1 status unreadable, 1 count undetermined",
      "1 error, 1 warning, 0 info in 2 of 2 reports.",
      `Checked: 2 files, 2 reports, 4 rows, ${by}. Could not be checked: 2 statuses that could not be read; 2 stated counts with an undetermined verdict.`,
    ];
    expect(stdout.replace(/\s+/g, " ").trim()).toBe(lines.join(" "));
  });

  it.each([
    ["error", "error", 1],
    ["error", "warning", 1],
    ["warning", "error", 0],
    ["warning", "warning", 1],
    ["info", "error", 0],
    ["error", "never", 0],
  ] as const)("with a finding of severity %s and --fail-on %s ends with %i", async (severity, level, code) => {
    const report = makeReport("a");
    const findings = report.findings.map((finding) => ({ ...finding, severity }));
    await writeDataset(resultsOf({ ...makeResult("a"), reports: [{ ...report, findings }] }), join(root, "out"));
    expect(SEVERITIES).toContain(severity);
    expect((await run("audit", "out", "--fail-on", level)).code).toBe(code);
  });

  it("reads files and writes nothing", async () => {
    writeFileSync(join(root, "note.txt"), "Nothing of a report is in here.\n");
    expect(await run("audit", "note.txt")).toEqual({ code: 0, stdout: "No reports.\n", stderr: "" });
  });

  it("ends with 3 where no input could be read", async () => {
    writeFileSync(join(root, "empty.txt"), "");
    const { code, stdout } = await run("audit", "empty.txt");
    expect(code).toBe(3);
    expect(stdout).toContain("empty.txt  EMPTY  the file is empty");
  });

  it("ends with 2 for a dataset written without its JSON, and says how to write it", async () => {
    await writeDataset(resultsOf(makeResult("a")), join(root, "out"), { formats: ["csv"] });
    const { code, stdout, stderr } = await run("audit", "out");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--format json");
  });

  it("ends with 2 for a dataset that does not fit the schema, and for one with a profile", async () => {
    await dataset("error");
    writeFileSync(join(root, "p.json"), JSON.stringify(BUILTIN_PROFILE));
    const withProfile = await run("audit", "out", "--profile", "p.json");
    expect(withProfile).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("--profile") });
    writeFileSync(join(root, "out/dataset.json"), "{}");
    const broken = await run("audit", "out");
    expect(broken).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("does not fit schema") });
  });

  it("ends with 2 for a folder without files under a name that is not there", async () => {
    mkdirSync(join(root, "in"));
    expect(await run("audit", "nope")).toMatchObject({ code: 2, stdout: "" });
    expect(await run("audit", "in")).toMatchObject({ code: 3, stdout: "" });
  });
});

describe("ragtally explain", () => {
  it("lists every rule", async () => {
    const { code, stdout } = await run("explain");
    expect(code).toBe(0);
    expect(stdout.match(/^\S+/gm)).toEqual(RULE_IDS);
  });

  it("explains a rule with an example that passes and one that fails", async () => {
    const { code, stdout } = await run("explain", "count-mismatch");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^count-mismatch \(error\)\n/);
    expect(stdout).toMatch(/\nA report that passes\n(.+\n)+\nA report that fails\n(.+\n)+$/);
  });

  it("says what a reason means, wherever it may stand", async () => {
    expect((await run("explain", "number-shared")).stdout).toMatch(
      /^number-shared \(review_reasons of deliverables\)\n/,
    );
    expect((await run("explain", "closing")).stdout).toMatch(/^closing \(reason of residue\)\n/);
    expect((await run("explain", "corrected")).stdout.match(/\(review_reasons of \w+\)/g)).toHaveLength(2);
    expect((await run("explain", "number-sharde")).stderr).toContain("did you mean number-shared");
  });

  it("ends with 2 for an unknown rule, offers the nearest and lists all", async () => {
    const { code, stdout, stderr } = await run("explain", "count-mismach");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("did you mean count-mismatch");
    for (const id of RULE_IDS) expect(stderr).toContain(id);
  });

  it("offers nothing for a name that is near to none", async () => {
    expect((await run("explain", "xyzzy")).stderr).not.toContain("did you mean");
  });
});

describe("ragtally schema", () => {
  it("describes every column of every table", async () => {
    const { code, stdout } = await run("schema");
    expect(code).toBe(0);
    for (const table of TABLE_NAMES) {
      const section = stdout.split(`\n${table}.csv\n`)[1]?.split("\n\n")[0] ?? "";
      const names = section.match(/^ {2}(\w+)/gm)?.map((name) => name.trim());
      expect(names).toEqual(COLUMNS[table].map((column) => column.name));
    }
    for (const column of Object.values(COLUMNS).flat()) expect(column.description).not.toBe("");
  });

  it("prints the JSON Schema of the dataset", async () => {
    const { stdout } = await run("schema", "--as", "json-schema");
    const schema = JSON.parse(stdout);
    expect(Object.keys(schema.properties)).toEqual(["schema_version", "reports", "tracks", "files"]);
    expect(schema.properties.files.items.properties.outcome.enum).toContain("needs-ocr");
  });

  it("ends with 2 for another form", async () => {
    expect(await run("schema", "--as", "xml")).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("ragtally profile", () => {
  it("prints the built-in profile, which can be given back", async () => {
    const first = await run("profile");
    expect(JSON.parse(first.stdout)).toEqual(BUILTIN_PROFILE);
    writeFileSync(join(root, "p.json"), first.stdout);
    expect(await run("profile", "--profile", "p.json")).toEqual(first);
  });

  it("prints what a profile that extends it comes to", async () => {
    writeFileSync(join(root, "p.json"), '{"extends": "built-in", "name": "harbour", "markings": []}');
    const { stdout } = await run("profile", "--profile", "p.json");
    expect(JSON.parse(stdout)).toEqual({ ...BUILTIN_PROFILE, name: "harbour", markings: [] });
  });

  it("ends with 2 for a mistake in a profile and names line and key", async () => {
    writeFileSync(join(root, "p.json"), '{"extends": "built-in",\n"rules": {"future_days": "many"}}');
    const { code, stdout, stderr } = await run("profile", "--profile", "p.json");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("p.json, line 2, key rules.future_days:");
  });
});
