/** Runs over many files, some of them bad: the cache, interrupted runs, and what a bad file costs. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isSkippedForRoot } from "../skipped.js";
import { bomb, endless, flateBomb, longPath, melford, pageTreeLoop } from "./bad-pdfs.js";
import { eventsOf, runCommand, startCommand } from "./run-command.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-bulk-"));
  mkdirSync(join(root, "in"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const REPORT = melford("1 FORCE Light the path by the river G");
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(root, "in", name), content);
const ingest = (...args: string[]) => runCommand(["ingest", "in", "--out", "out", "--cache", "kept", ...args], root);
const bytesOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .sort()
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")] as const);
const outcomes = (folder = "out") =>
  (parse(readFileSync(join(root, folder, "files.csv")), { columns: true }) as Record<string, string>[]).map(
    ({ source_file, outcome, error_code, report_count }) => [source_file, outcome, error_code, report_count],
  );
const entries = () =>
  readdirSync(join(root, "kept"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".file"));

/** Changes the text of the only cache entry, without changing its length; with the right hash, only a run that uses the entry shows the change. */
function forge(from: string, to: string, isHashRight: boolean): void {
  const path = join(root, "kept", entries()[0] ?? "");
  const text = readFileSync(path, "latin1").slice(32).replaceAll(from, to);
  const hash = isHashRight ? createHash("sha256").update(text, "latin1").digest().toString("latin1") : "0".repeat(32);
  writeFileSync(path, `${hash}${text}`, "latin1");
}

describe("results kept between runs", () => {
  it("are used by the next run, unless they are damaged or the user says no", async () => {
    put("a.txt", REPORT);
    await ingest();
    const first = bytesOf("out");
    forge("Light the path", "Close the path", true);
    await ingest("--out", "two");
    expect(readFileSync(join(root, "two/deliverables.csv"), "utf8")).toContain("Close the path by the river");
    await ingest("--out", "two", "--no-cache");
    expect(bytesOf("two")).toEqual(first);
    forge("Light the path", "Close the path", false);
    await ingest("--out", "three");
    expect(bytesOf("three")).toEqual(first);
  });

  it("belong to content, profile and limits, not to a name", async () => {
    put("a.txt", REPORT);
    await ingest();
    rmSync(join(root, "in/a.txt"));
    put("b.txt", REPORT);
    put("c.txt", REPORT);
    await ingest();
    expect(entries()).toHaveLength(1);
    expect(outcomes()).toEqual([
      ["b.txt", "parsed", "", "1"],
      ["c.txt", "parsed", "", "1"],
    ]);
    expect(readFileSync(join(root, "out/dataset.json"), "utf8")).not.toContain("a.txt");
    await ingest("--max-pages", "7");
    expect(entries()).toHaveLength(2);
  });

  it("serve runs for other output formats, with the same bytes as a run without a cache", async () => {
    put("a.txt", melford('1 FORCE =1+1, "the path" by the river G'));
    const choices = [["--format", "json"], ["--format", "csv"], ["--raw-csv"], [], ["--format", "json"]];
    for (const [index, choice] of choices.entries()) {
      await ingest("--out", `with-${index}`, ...choice);
      await ingest("--out", `without-${index}`, "--no-cache", ...choice);
      expect(bytesOf(`with-${index}`), choice.join(" ")).toEqual(bytesOf(`without-${index}`));
    }
    expect(entries()).toHaveLength(1);
  });

  it("are counted and removed by the cache command, and nothing else in the folder is", async () => {
    put("a.txt", REPORT);
    await ingest();
    writeFileSync(join(root, "kept/mine.txt"), "mine");
    expect((await runCommand(["cache", "--folder", "kept"], root)).stdout).toMatch(/^kept: 1 result \(/);
    expect((await runCommand(["cache", "--folder", "kept", "--prune", "30"], root)).stdout).toContain(
      "0 results (0 MiB) removed",
    );
    mkdirSync(join(root, "kept/00"), { recursive: true });
    writeFileSync(join(root, `kept/00/${"0".repeat(64)}.json`), "of a former version");
    expect((await runCommand(["cache", "--folder", "kept", "--prune", "0"], root)).stdout).toMatch(
      /2 results .* removed/,
    );
    const left = readdirSync(join(root, "kept"), { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    expect(left.map(({ name }) => name)).toEqual(["mine.txt"]);
    expect(readFileSync(join(root, "kept/mine.txt"), "utf8")).toBe("mine");
  });

  it("are not kept if the folder cannot be written, and the run succeeds all the same", async () => {
    put("a.txt", REPORT);
    writeFileSync(join(root, "kept"), "a file in the folder's place");
    expect((await ingest()).code).toBe(0);
    expect(outcomes()).toEqual([["a.txt", "parsed", "", "1"]]);
  });
});

describe("a run that is killed", () => {
  it("is resumed, and ends with the bytes of a run that was not killed", async () => {
    for (let at = 0; at < 60; at += 1) put(`r${at}.txt`, melford(`1 FORCE Light path number ${at} by the river G`));
    cpSync("corpus/wendle-priority-3-q1-2022.pdf", join(root, "in/r7a.pdf"));
    const began = performance.now();
    await ingest("--cache", "other", "--jobs", "1");
    const wholeRun = performance.now() - began;
    const whole = bytesOf("out");
    put("r0.txt", REPORT);
    await ingest("--cache", "other");
    const changed = bytesOf("out");
    const pauses = Array.from({ length: 6 }, () => Math.round(Math.random() * wholeRun));
    const killed = `killed after ${pauses.join(", ")} ms`;
    put("r0.txt", melford("1 FORCE Light path number 0 by the river G"));
    for (const [index, pause] of pauses.entries()) {
      const run = startCommand(["ingest", "in", "--out", "out", "--cache", "kept"], root);
      await wait(pause);
      run.kill(index % 3 === 2 ? "SIGINT" : "SIGKILL");
      await run.ended;
      // Either the last complete output, or that of a run that ended before it was killed.
      if (existsSync(join(root, "out"))) expect([changed, whole], killed).toContainEqual(bytesOf("out"));
    }
    expect((await ingest()).code).toBe(0);
    expect(bytesOf("out"), killed).toEqual(whole);
  }, 60_000);

  it("ends its children with it", async () => {
    put("bomb.pdf", bomb());
    const run = startCommand(["ingest", "in", "--out", "out", "--no-cache", "--max-memory", "8192"], root);
    await expect.poll(() => childrenIn(root).length, { timeout: 20_000 }).toBeGreaterThan(1);
    run.kill("SIGKILL");
    await run.ended;
    await wait(500);
    expect(childrenIn(root)).toEqual([]);
  });
});

describe("runs side by side, and children that die", () => {
  const fill = () => {
    for (let at = 0; at < 60; at += 1) put(`r${at}.txt`, melford(`1 FORCE Light path number ${at} by the river G`));
    for (const name of ["wendle-priority-3-q1-2022", "tarnshire-theme-4-q3-2022"])
      cpSync(`corpus/${name}.pdf`, join(root, "in", `${name}.pdf`));
  };

  it("two runs with one cache at the same time end in the same bytes", async () => {
    fill();
    const runs = ["one", "two"].map((out) =>
      startCommand(["ingest", "in", "--out", out, "--cache", "kept", "--jobs", "2"], root),
    );
    for (const run of runs) expect((await run.ended).code).toBe(0);
    expect(bytesOf("one")).toEqual(bytesOf("two"));
    expect(entries()).toHaveLength(62);
    await ingest("--no-cache");
    expect(bytesOf("out")).toEqual(bytesOf("one"));
  }, 60_000);

  it("what a killed child was reading is read again, and the output is the same", async () => {
    fill();
    await ingest("--no-cache");
    const whole = bytesOf("out");
    const args = ["ingest", "in", "--out", "out", "--no-cache", "--jobs", "2"];
    const run = startCommand(args, root);
    let killed = 0;
    let isOver = false;
    const killing = (async () => {
      while (killed < 3 && !isOver) {
        await wait(50);
        const [, ...children] = childrenIn(root);
        const child = children.at(-1);
        if (child === undefined) continue;
        process.kill(Number(child), "SIGKILL");
        killed += 1;
        await wait(300);
      }
    })();
    expect((await run.ended).code).toBe(0);
    isOver = true;
    await killing;
    expect(killed).toBeGreaterThan(0);
    expect(bytesOf("out")).toEqual(whole);
  }, 60_000);
});

/** Processes whose current folder it is, the oldest first. */
const childrenIn = (folder: string): string[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && linkOf(`/proc/${name}/cwd`) === folder)
    .sort((a, b) => Number(a) - Number(b));

const linkOf = (path: string): string | null => {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
};

/** Which limit a document meets first depends on the machine. */
const COSTLY = expect.stringMatching(/^(?:OUT_OF_MEMORY|TIMEOUT)$/);

describe("bad files", () => {
  it("cost only themselves: each has its outcome, and the good ones between them are read", async () => {
    put("a-good.txt", REPORT);
    put("b-bomb.pdf", bomb());
    put("c-good.txt", melford("1 FORCE Light the path on the hill G"));
    put("d-endless.pdf", endless());
    put("e-good.txt", melford("1 FORCE Light the path by the sea G"));
    put("f-huge.txt", "");
    truncateSync(join(root, "in/f-huge.txt"), 500 * 1024 * 1024);
    put("g-empty.pdf", "");
    put("h-head-only.pdf", "%PDF-1.7\n");
    execFileSync("mkfifo", [join(root, "in/i-pipe")]);
    symlinkSync("j-loop.txt", join(root, "in/j-loop.txt"));
    symlinkSync("nowhere", join(root, "in/k-nowhere.txt"));
    put("l-flate.pdf", flateBomb());
    put("m-path.pdf", longPath());
    put("n-tree.pdf", pageTreeLoop());
    put("z-good.txt", melford("1 FORCE Light the path to the mill G"));
    const { code } = await ingest("--timeout", "5", "--max-memory", "400");
    expect(code).toBe(0);
    expect(outcomes()).toEqual([
      ["a-good.txt", "parsed", "", "1"],
      ["b-bomb.pdf", "failed", COSTLY, "0"],
      ["c-good.txt", "parsed", "", "1"],
      ["d-endless.pdf", "no-report", "", "0"],
      ["e-good.txt", "parsed", "", "1"],
      ["f-huge.txt", "failed", "TOO_LARGE", "0"],
      ["g-empty.pdf", "failed", "EMPTY", "0"],
      ["h-head-only.pdf", "failed", "CORRUPT", "0"],
      ["i-pipe", "failed", "UNSUPPORTED", "0"],
      ["j-loop.txt", "failed", "UNREADABLE", "0"],
      ["k-nowhere.txt", "failed", "VANISHED", "0"],
      ["l-flate.pdf", "failed", COSTLY, "0"],
      ["m-path.pdf", "failed", COSTLY, "0"],
      ["n-tree.pdf", "failed", expect.stringMatching(/^(?:CORRUPT|EMPTY)$/), "0"],
      ["z-good.txt", "parsed", "", "1"],
    ]);
  }, 120_000);

  it("are named when they vanish or change while others are read", async () => {
    put("a-bomb.pdf", bomb());
    for (let at = 0; at < 4; at += 1) put(`r${at}.txt`, melford(`1 FORCE Light path number ${at} G`));
    put("z-gone.txt", REPORT);
    const args = ["ingest", "in", "--out", "out", "--no-cache", "--jobs", "1", "--max-memory", "512", "--log", "json"];
    const run = startCommand(args, root);
    while (!run.told().includes('"event":"start"')) await wait(5);
    rmSync(join(root, "in/z-gone.txt"));
    put("r3.txt", "No report any more.\n");
    expect((await run.ended).code).toBe(0);
    const found = new Map(outcomes().map(([name, outcome, code]) => [name, `${outcome} ${code}`]));
    expect(found.get("z-gone.txt")).toBe("failed VANISHED");
    expect(found.get("r3.txt")).toBe("no-report ");
    expect(found.get("r0.txt")).toBe("parsed ");
  }, 60_000);

  it.skipIf(isSkippedForRoot("a folder that may not be listed"))(
    "in a folder that may not be listed are a failure of that folder",
    async () => {
      put("a.txt", REPORT);
      mkdirSync(join(root, "in/locked"));
      chmodSync(join(root, "in/locked"), 0);
      await ingest();
      chmodSync(join(root, "in/locked"), 0o700);
      expect(outcomes()).toContainEqual(["locked", "failed", "UNREADABLE", "0"]);
    },
  );
});

it("says what is wrong if the disk has no room for the output, and leaves the old output", async () => {
  put("a.txt", REPORT);
  await ingest();
  const before = bytesOf("out");
  for (let at = 0; at < 80; at += 1) put(`r${at}.txt`, melford(`1 FORCE Light path number ${at} G`));
  // No file may grow beyond 32 KB, which has the effect of a full disk.
  const main = join(process.cwd(), "dist/cli/main.js");
  const command = `"${process.execPath}" "${main}" ingest in --out out --no-cache --quiet`;
  const said = execFileSync("bash", ["-c", `ulimit -f 32; ${command} 2>&1 || true`], { cwd: root, encoding: "utf8" });
  // What waits to be written is beside the output, and may find no room first.
  expect(said).toMatch(/^ragtally: \S+ cannot be written \((?:EFBIG|ENOSPC)\); there is no room left; make room$/m);
  expect(bytesOf("out")).toEqual(before);
}, 60_000);

it("logs a start, each file and an end as JSON if asked to", async () => {
  put("a.txt", REPORT);
  put("b.txt", "");
  const { stderr } = await ingest("--log", "json", "--quiet");
  expect(eventsOf(stderr)).toEqual([
    { event: "start", files: 2 },
    { event: "file", source_file: "a.txt", outcome: "parsed", error_code: null, message: null, report_count: 1 },
    {
      event: "file",
      source_file: "b.txt",
      outcome: "failed",
      error_code: "EMPTY",
      message: "the file is empty",
      report_count: 0,
    },
    { event: "end", outcomes: { parsed: 1, failed: 1 } },
  ]);
});

it.each([
  ["--timeout", "0"],
  ["--max-memory", "10"],
  ["--max-size", "2.5"],
  ["--max-pages", "many"],
  ["--log", "xml"],
  ["--cache", ""],
])("refuses %s %s as a usage mistake", async (option, value) => {
  put("a.txt", REPORT);
  const { code, stderr } = await ingest(option, value);
  expect(code).toBe(2);
  expect(stderr).toContain(option);
});
