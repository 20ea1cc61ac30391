/** Files inside other files, on real runs: each has its row and its reports, whatever the number of jobs, with or without a cache. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildTar, buildZip } from "../source/build-archives.js";
import { portfolio } from "../source/pdf/portfolio.js";
import { melford } from "./bad-pdfs.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-members-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, "in", name), content);
const ingest = (...args: string[]) => runCommand(["ingest", "in", "--out", "out", "--quiet", ...args], root);
const rowsOf = (table: string, out = "out") =>
  parse(readFileSync(join(root, out, `${table}.csv`)), { columns: true }) as Record<string, string>[];
const filesIn = (out = "out") =>
  rowsOf("files", out).map(({ source_file, container, outcome, error_code }) => [
    source_file,
    container,
    outcome,
    error_code,
  ]);
const contentOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]);

const PDF = readFileSync("corpus/wendle-priority-3-q1-2022.pdf");

describe("archives and e-mails", () => {
  const NOTE = { name: "note.txt", content: "Words.\n" };
  const wendle = { name: "2019/wendle.pdf", content: PDF, isPacked: true };

  it("are opened, also inside one another, and each file in them has its row", async () => {
    const nested = buildZip([
      { name: "melford.txt", content: melford("1 FORCE Light it G") },
      { name: "Thumbs.db", content: "x" },
    ]);
    put(
      "papers.zip",
      buildZip([wendle, { name: "locked.pdf", content: PDF, flags: 1 }, { name: "nested.zip", content: nested }]),
    );
    put("again.tar.gz", gzipSync(buildTar([{ name: "x/wendle.pdf", content: PDF.toString("latin1") }])));
    put(
      "q3.eml",
      [
        "From: clerk@harbour.example",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        melford("1 FORCE Light two G"),
        "--b",
        'Content-Type: application/zip; name="papers.zip"',
        "Content-Transfer-Encoding: base64",
        "",
        buildZip([NOTE]).toString("base64"),
        "--b--",
        "",
      ].join("\r\n"),
    );
    put("desktop.ini", "x");
    put("~$plan.docx", "x");
    const { code, stdout } = await runCommand(["ingest", "in", "--out", "out", "--no-cache"], root);
    expect(code).toBe(0);
    expect(stdout).toContain("Left out: 2 hidden or system files");
    expect(stdout).toContain("opened 5");
    expect(filesIn()).toEqual([
      ["again.tar.gz", "", "opened", ""],
      ["again.tar.gz!/x/wendle.pdf", "again.tar.gz", "parsed", ""],
      ["papers.zip", "", "opened", ""],
      ["papers.zip!/2019/wendle.pdf", "papers.zip", "parsed", ""],
      ["papers.zip!/locked.pdf", "papers.zip", "failed", "ENCRYPTED"],
      ["papers.zip!/nested.zip", "papers.zip", "opened", ""],
      ["papers.zip!/nested.zip!/melford.txt", "papers.zip!/nested.zip", "parsed", ""],
      ["q3.eml", "", "opened", ""],
      ["q3.eml!/message.txt", "q3.eml", "parsed", ""],
      ["q3.eml!/papers.zip", "q3.eml", "opened", ""],
      ["q3.eml!/papers.zip!/note.txt", "q3.eml!/papers.zip", "no-report", ""],
    ]);
    const messages = Object.fromEntries(rowsOf("files").map(({ source_file = "", message }) => [source_file, message]));
    expect(messages["papers.zip!/2019/wendle.pdf"]).toBe(
      "same content as again.tar.gz!/x/wendle.pdf; its reports are listed there",
    );
    expect(messages["papers.zip!/nested.zip"]).toMatch(/1 file in it .*; 1 file of systems, or hidden, was left out/);
    expect(rowsOf("reports")).toHaveLength(3);
  });

  it("that hold bombs, copies of themselves and nothing cost only themselves", async () => {
    const zeros = buildZip([{ name: "zeros.txt", content: Buffer.alloc(200 * 1024 * 1024), isPacked: true }]);
    let deep = buildZip([NOTE]);
    for (let depth = 0; depth < 8; depth += 1)
      deep = buildZip([
        { name: "deeper.zip", content: deep },
        { ...NOTE, content: `${depth}` },
      ]);
    put("bombs.zip", buildZip(["a", "b", "c", "d"].map((name) => ({ name: `${name}.zip`, content: zeros }))));
    put("deep.zip", deep);
    put("empty.zip", buildZip([]));
    put("zeros.gz", gzipSync(Buffer.alloc(600 * 1024 * 1024)));
    put("good.txt", melford("1 FORCE Light it G"));
    expect(await ingest("--no-cache")).toMatchObject({ code: 0, stderr: "" });
    const rows = filesIn().map(([name, , outcome, code]) => [name, code || outcome]);
    expect(rows.filter(([name]) => !name?.startsWith("deep.zip!"))).toEqual([
      ["bombs.zip", "opened"],
      ["bombs.zip!/a.zip", "opened"],
      ["bombs.zip!/a.zip!/zeros.txt", "TOO_LARGE"],
      ["bombs.zip!/b.zip", "opened"],
      ["bombs.zip!/c.zip", "opened"],
      ["bombs.zip!/d.zip", "opened"],
      ["deep.zip", "opened"],
      ["empty.zip", "EMPTY"],
      ["good.txt", "parsed"],
      ["zeros.gz", "TOO_LARGE"],
    ]);
    expect(rows.filter(([, code]) => code === "TOO_LARGE")).toHaveLength(4);
  });
});

describe("files attached to a PDF", () => {
  it("are read as files of their own, and so are the files attached to them", async () => {
    put(
      "pack.pdf",
      portfolio({ "wendle.pdf": PDF, "inner.pdf": portfolio({ "melford.txt": melford("1 FORCE Light it G") }) }),
    );
    expect(await ingest("--no-cache")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(filesIn()).toEqual([
      ["pack.pdf", "", "no-report", ""],
      ["pack.pdf!/inner.pdf", "pack.pdf", "no-report", ""],
      ["pack.pdf!/inner.pdf!/melford.txt", "pack.pdf!/inner.pdf", "parsed", ""],
      ["pack.pdf!/wendle.pdf", "pack.pdf", "parsed", ""],
    ]);
    expect(new Set(rowsOf("deliverables").map(({ source_file }) => source_file))).toEqual(
      new Set(["pack.pdf!/inner.pdf!/melford.txt", "pack.pdf!/wendle.pdf"]),
    );
    put("wendle.pdf", PDF);
    rmSync(join(root, "in/pack.pdf"));
    const first = rowsOf("deliverables").filter(({ source_file }) => source_file?.endsWith("wendle.pdf"));
    await ingest("--no-cache");
    expect(rowsOf("deliverables")).toEqual(first.map((row) => ({ ...row, source_file: "wendle.pdf" })));
  });

  it("give the same bytes for any number of jobs, and from the cache", async () => {
    const reports = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 4 }, (_, at) => [`${at}.txt`, melford(`1 FORCE Light path ${from + at} G`)]),
      );
    for (const at of [0, 1, 2]) put(`${at}.pdf`, portfolio(reports(at * 2)));
    put("empty.txt", "");
    await ingest("--no-cache", "--jobs", "1");
    const expected = contentOf("out");
    expect(rowsOf("files")).toHaveLength(16);
    await ingest("--cache", "kept", "--jobs", "4");
    expect(contentOf("out")).toEqual(expected);
    const again = await runCommand(["ingest", "in", "--out", "out", "--cache", "kept"], root);
    expect(again.stdout).toContain("Nothing has changed");
    put("empty.txt", "Words.\n");
    await ingest("--cache", "kept");
    const rows = ([name]: readonly string[]) => name === "deliverables.csv";
    expect(contentOf("out").find(rows)).toEqual(expected.find(rows));
  });

  it("are found by commands that take one PDF, and shown on the audit page", async () => {
    put("pack.pdf", portfolio({ "wendle.pdf": PDF, "note.txt": "Words.\n" }));
    const tables = await runCommand(["tables", "in/pack.pdf!/wendle.pdf", "--json"], root);
    cpSync("corpus/wendle-priority-3-q1-2022.pdf", join(root, "wendle.pdf"));
    expect(tables.stdout).toBe((await runCommand(["tables", "wendle.pdf", "--json"], root)).stdout);
    expect(await runCommand(["tables", "in/pack.pdf!/gone.pdf"], root)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("in/pack.pdf!/gone.pdf does not exist"),
    });
    expect(await runCommand(["tables", "in/pack.pdf!/note.txt"], root)).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("is neither a PDF nor a picture"),
    });
    await runCommand(["audit", "in", "--html", "audit.html"], root);
    expect(readFileSync(join(root, "audit.html"), "utf8")).not.toContain("could not be read again");
  });

  it("are written nowhere, whatever their names are", async () => {
    put("pack.pdf", portfolio({ "../../../up.txt": melford("1 FORCE Light it G"), "/tmp/ragtally-up.txt": "Words." }));
    await ingest("--cache", "kept");
    expect(filesIn().map(([name]) => name)).toEqual(["pack.pdf", "pack.pdf!/ragtally-up.txt", "pack.pdf!/up.txt"]);
    expect(readdirSync(root).sort()).toEqual(["in", "kept", "out"]);
    expect(existsSync("/tmp/ragtally-up.txt")).toBe(false);
  });
});
