import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import type { ingest } from "../../../src/index.js";
import type { GuardedPool } from "../../../src/source/guard/pool.js";

// The child processes run what is built.
const built = (path: string): string => pathToFileURL(join(process.cwd(), "dist", path)).href;
const MIB = 1024 * 1024;

/** Below the default, so that a hundred files suffice to show whether processes are replaced too early. */
const TIGHT_BYTES = 320 * MIB;

/** PDFs of the corpus and the fixtures that can be read, without those whose pages are pictures. */
function ordinaryPdfs(): string[] {
  const paths = ["corpus", "fixtures"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  return paths.filter((path) => path.endsWith(".pdf") && !/password|scan|cut-off/.test(path)).sort();
}

test("a run over a hundred ordinary PDFs starts no more reading processes than it has jobs", async () => {
  const library = (await import(built("index.js"))) as { ingest: typeof ingest };
  const folder = mkdtempSync(join(tmpdir(), "ragtally-reuse-"));
  let started = 0;
  const count = () => {
    started += 1;
  };
  subscribe("child_process", count);
  try {
    const paths = ordinaryPdfs();
    for (let at = 0; at < 100; at += 1) {
      // A file that occurs twice is read once; bytes after a PDF's end change nothing but its hash.
      const bytes = [readFileSync(paths[at % paths.length] ?? ""), Buffer.from(`% copy ${at}\n`)];
      writeFileSync(join(folder, `${at}.pdf`), Buffer.concat(bytes));
    }
    const failed: string[] = [];
    let files = 0;
    for await (const { file } of library.ingest([folder], { jobs: 2, limits: { memoryBytes: TIGHT_BYTES } })) {
      files += 1;
      if (file.outcome === "failed") failed.push(`${file.source_file}: ${file.message}`);
    }
    expect(failed).toEqual([]);
    expect({ files, started }).toEqual({ files: 100, started: 2 });
  } finally {
    unsubscribe("child_process", count);
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ["is kept while a tenth of its memory is free", 200, true],
  ["is replaced when less is free", 330, false],
] as const)("an idle process %s", async (_, megabytes, isKept) => {
  const source = (await import(built("source/guard/pool.js"))) as { GuardedPool: typeof GuardedPool };
  const pool = new source.GuardedPool(1, { memoryBytes: 400 * MIB });
  try {
    const module = new URL("./odd-work.mjs", import.meta.url).href;
    const run = (argument: object) => pool.run<{ process: number }>({ module, argument });
    const holding = await run({ act: "keep", megabytes });
    const next = await run({ act: "give" });
    if (!holding.ok || !next.ok) throw new Error("the work failed");
    expect(next.value.process === holding.value.process).toBe(isKept);
  } finally {
    pool.close();
  }
});
