/** What the README promises of safety, on real runs: nothing of a document is run, nothing is sent, nothing else is written. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildPdf, stream } from "../source/pdf/build-pdf.js";
import { melford } from "./bad-pdfs.js";
import { runCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-promises-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, "in", name), content);

/** Loaded into every process of the run: an attempt at a connection or at another program leaves a file. */
const TRAP = `
const { appendFileSync } = require("node:fs");
const tell = (what) => appendFileSync(process.env.TRAP_FILE, what + "\\n");
const net = require("node:net"), dns = require("node:dns"), dgram = require("node:dgram");
net.Socket.prototype.connect = function () { tell("connect"); throw new Error("no network"); };
dns.lookup = () => { tell("lookup"); throw new Error("no network"); };
dgram.createSocket = () => { tell("datagram"); throw new Error("no network"); };
globalThis.fetch = () => { tell("fetch"); throw new Error("no network"); };
const child = require("node:child_process");
const { fork } = child;
for (const name of ["spawn", "exec", "execFile", "spawnSync", "execSync", "execFileSync"]) {
  const real = child[name];
  child[name] = (...args) => { tell(name + " " + args[0]); return real(...args); };
}
child.fork = fork;
globalThis.fromDocument = () => tell("code of a document");
require("node:module").syncBuiltinESMExports();
`;

/** A page that asks for scripts to be run, a file to be fetched, a program to be started, and a font with code for numbers. */
function asking(): Uint8Array {
  const call = "globalThis.fromDocument()";
  const font = "/Type /Font /Subtype /Type1 /BaseFont /Odd /FirstChar 32 /LastChar 33 /Widths [500 500]";
  const objects = new Map([
    [100, `<< /S /JavaScript /JS (${call.replace(/[()]/g, "\\$&")}) >>`],
    [101, "<< /S /Launch /F (/usr/bin/touch) /Win << /F (touch) >> >>"],
    [102, "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/) >> >>"],
    [
      103,
      `<< ${font} /FontDescriptor 104 0 R /FontMatrix [0.001 0 0 0.001 0 (0\\); ${call.replace(/[()]/g, "\\$&")}; //)] >>`,
    ],
    [104, "<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontFile 105 0 R >>"],
    [
      105,
      stream(
        "/Length1 20 /Length2 0 /Length3 0",
        `%!PS-AdobeFont-1.0: Odd\n/FontMatrix [0.001 0 0 0.001 0 (0\\);${call}//)] def`,
      ),
    ],
    [106, `<< /Type /Filespec /F (http://127.0.0.1:9/more.pdf) /FS /URL >>`],
    [107, "<< /Names [(more) 106 0 R] >>"],
    [
      108,
      stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Resources << /Font << /Odd 103 0 R >> >>",
        "BT /Odd 9 Tf 20 200 Td ( !) Tj ET",
      ),
    ],
  ]);
  return buildPdf({
    pages: [
      {
        content: "BT /F1 9 Tf 20 270 Td (SAFER MELFORD DELIVERY PLAN \\(2022-23\\)) Tj ET /Fm Do",
        entries: "/Annots [102 0 R] /AA << /O 101 0 R >>",
        resources: "/XObject << /Fm 108 0 R >>",
      },
    ],
    objects,
    catalog: "/OpenAction 100 0 R /Names << /EmbeddedFiles 107 0 R /JavaScript << /Names [(x) 100 0 R] >> >>",
  });
}

const trapped = () => (existsSync(join(root, "trapped")) ? readFileSync(join(root, "trapped"), "utf8") : "");
function setTrap(): Record<string, string> {
  writeFileSync(join(root, "trap.cjs"), TRAP);
  return { NODE_OPTIONS: `--require ${join(root, "trap.cjs")}`, TRAP_FILE: join(root, "trapped") };
}

it("is watched by a trap that shuts", () => {
  const script = `import { execFileSync } from "node:child_process"; fromDocument(); execFileSync("true");
    import("node:net").then((net) => { try { net.connect(9, "127.0.0.1"); } catch {} });`;
  const env = { ...process.env, ...setTrap() };
  spawnSync(process.execPath, ["--input-type=module", "--eval", script], { env });
  expect(trapped()).toBe("code of a document\nexecFileSync true\nconnect\n");
});

it("runs nothing that a document holds, starts no other program and opens no connection", async () => {
  put("asking.pdf", asking());
  put("asking.html", "<script>globalThis.fromDocument()</script><img src=http://127.0.0.1:9/x.png>");
  cpSync("corpus/wendle-priority-3-q1-2022.pdf", join(root, "in/good.pdf"));
  const args = ["ingest", "in", "--out", "out", "--no-cache", "--quiet"];
  const { code, stderr } = await runCommand(args, root, setTrap());
  expect([code, stderr]).toEqual([0, ""]);
  const files = readFileSync(join(root, "out/files.csv"), "utf8");
  expect(files).toMatch(/^asking\.pdf,.*,no-report,/m);
  expect(files).toMatch(/^good\.pdf,.*,parsed,/m);
  expect(trapped()).toBe("");
});

it("writes to the output and cache folders alone, whatever names files bear and documents hold", async () => {
  const names = ["-rf.txt", "$(touch pwned).txt", "`touch pwned`.txt", "a\nb.txt", "%2e%2e%2fup.txt", "nul.txt"];
  for (const [at, name] of names.entries()) put(name, melford(`1 FORCE Light path ${at} ../../up by the river G`));
  put("title.txt", melford("1 FORCE Light it G").replace("SAFER MELFORD", "../../../up/SAFER ../MELFORD"));
  const before = readdirSync(root, { recursive: true }).sort();
  const { code } = await runCommand(["ingest", "in", "--out", "out", "--cache", "kept", "--quiet"], root);
  expect(code).toBe(0);
  const isOurs = (name: string) => /^(?:out|kept)(?:\/|$)/.test(name);
  const after = readdirSync(root, { recursive: true, encoding: "utf8" });
  expect(after.filter((name) => !isOurs(name)).sort()).toEqual(before);
  const written = after.filter(
    (name) => isOurs(name) && !/^kept(?:\/[0-9a-f]{2}(?:\/[0-9a-f]{64}\.(?:file|run))?)?$/.test(name),
  );
  expect(
    written.every((name) => /^out(?:\/(?:[a-z_]+\.(?:csv|json|parquet)|README\.md|CITATION\.cff))?$/.test(name)),
  ).toBe(true);
  expect(readFileSync(join(root, "out/files.csv"), "utf8").match(/,parsed,/g)).toHaveLength(names.length + 1);
});
