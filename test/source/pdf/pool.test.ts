import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { PdfLimits } from "../../../src/source/pdf/limits.js";
import type { PdfPool } from "../../../src/source/pdf/pool.js";
import { buildPdf, onePage, stream } from "./build-pdf.js";

// The child processes run what is built.
const built = pathToFileURL(join(process.cwd(), "dist/source/pdf/pool.js")).href;
const WORK = { module: new URL("./word-texts.mjs", import.meta.url).href, argument: null };
const pools: PdfPool[] = [];
async function openPool(limits: Partial<PdfLimits> = {}): Promise<PdfPool> {
  const module = (await import(built)) as { PdfPool: typeof PdfPool };
  const pool = new module.PdfPool(1, limits);
  pools.push(pool);
  return pool;
}
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const GOOD = onePage("BT /F1 10 Tf 10 200 Td (Good words) Tj ET");
const MIB = 1024 * 1024;

/** Forms that each draw the next ten times: a small file with more operators than any memory holds. */
function bomb(): Uint8Array {
  const depth = 9;
  const objects = new Map<number, string>();
  for (let level = 0; level < depth; level += 1) {
    const next = level + 1 < depth ? `/Resources << /XObject << /Fm ${101 + level} 0 R >> >>` : "";
    const content = level + 1 < depth ? "/Fm Do ".repeat(10) : "0 0 m 1 1 l S ".repeat(10);
    objects.set(100 + level, stream(`/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${next}`, content));
  }
  return buildPdf({ pages: [{ content: "/Fm Do", resources: "/XObject << /Fm 100 0 R >>" }], objects });
}

test("documents are read one after another by one child, from paths and from bytes", async () => {
  const pool = await openPool();
  const [bytes, file, missing] = await Promise.all([
    pool.read(GOOD, WORK),
    pool.read("fixtures/pdf/locked-for-editing.pdf", WORK),
    pool.read("fixtures/pdf/no-such-file.pdf", WORK),
  ]);
  expect(bytes).toMatchObject({ ok: true, value: { pages: [{ number: 1, words: ["Good", "words"] }] } });
  expect(file).toMatchObject({ ok: true, value: { needsOcr: [] } });
  expect(missing).toMatchObject({ ok: false, code: "CORRUPT" });
});

test("a document that takes all memory ends as such, and the next one is read", async () => {
  const pool = await openPool({ memoryBytes: 400 * MIB });
  expect(await pool.read(bomb(), WORK)).toMatchObject({ ok: false, code: "OUT_OF_MEMORY" });
  expect(await pool.read(GOOD, WORK)).toMatchObject({ ok: true });
}, 60_000);

test("a document that takes too long is given up, and the next one is read", async () => {
  const pool = await openPool({ timeoutMs: 1500, memoryBytes: 64 * 1024 * MIB });
  expect(await pool.read(bomb(), WORK)).toMatchObject({ ok: false, code: "TIMEOUT" });
  expect(await pool.read(GOOD, WORK)).toMatchObject({ ok: true });
}, 60_000);
