import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { GuardLimits } from "../../../src/source/guard/messages.js";
import type { GuardedPool } from "../../../src/source/guard/pool.js";

// The child processes run what is built.
const built = pathToFileURL(join(process.cwd(), "dist/source/guard/pool.js")).href;
const module = new URL("./odd-work.mjs", import.meta.url).href;
const pools: GuardedPool[] = [];
async function openPool(children = 1, limits: Partial<GuardLimits> = {}): Promise<GuardedPool> {
  const source = (await import(built)) as { GuardedPool: typeof GuardedPool };
  const pool = new source.GuardedPool(children, limits);
  pools.push(pool);
  return pool;
}
afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const MIB = 1024 * 1024;
const of = (act: string, more: object = {}) => ({ module, argument: { act, ...more } });

interface Echo {
  readonly value: unknown;
  readonly calls: number;
  readonly process: number;
}

test("one child does one piece of work after another, and bytes come back unchanged", async () => {
  const pool = await openPool();
  const bytes = new Uint8Array([0, 255, 13]);
  const outcomes = await Promise.all([1, "two", bytes].map((value) => pool.run<Echo>(of("give", { value }))));
  const values = outcomes.map((outcome) => (outcome.ok ? outcome.value : outcome.message));
  expect(values).toMatchObject([{ value: 1, calls: 1 }, { value: "two", calls: 2 }, { calls: 3 }]);
  expect(new Uint8Array((values[2] as Echo).value as Uint8Array)).toEqual(bytes);
});

test("a rejected promise that the work does not await leaves its outcome unchanged", async () => {
  const pool = await openPool();
  expect(await pool.run(of("forget", { value: 7 }))).toMatchObject({ ok: true, value: { value: 7, calls: 1 } });
  expect(await pool.run(of("give", { value: 8 }))).toMatchObject({ ok: true, value: { value: 8, calls: 2 } });
});

test.each([
  ["hang", { timeoutMs: 300 }, "TIMEOUT", "not read within 300 ms"],
  ["fill", { memoryBytes: 300 * MIB }, "OUT_OF_MEMORY", "more than 314572800 bytes"],
  ["fill heap", { memoryBytes: 300 * MIB }, "OUT_OF_MEMORY", "more than 314572800 bytes"],
  ["die", {}, "CRASHED", "SIGTERM"],
  ["throw", {}, "INTERNAL", "please report it (Error: a fault, at odd-work.mjs:23)"],
] as const)("work that would %s fails with a code, and the next work is done", async (act, limits, code, words) => {
  const pool = await openPool(1, limits);
  const outcome = await pool.run(of(act));
  expect(outcome).toMatchObject({ ok: false, code });
  expect(outcome).toHaveProperty("message", expect.stringContaining(words));
  expect(await pool.run(of("give", { value: 1 }))).toMatchObject({ ok: true });
});

test("work that waits in a child that ends is done in another", async () => {
  const pool = await openPool(1);
  const outcomes = await Promise.all([pool.run(of("die")), pool.run<Echo>(of("give", { value: 1 }))]);
  expect(outcomes).toMatchObject([{ code: "CRASHED" }, { ok: true, value: { value: 1, calls: 1 } }]);
});

test("a child does its work in order, and each piece gets its own outcome", async () => {
  const pool = await openPool(1);
  const acts = ["rest", "give", "rest", "give"];
  const outcomes = await Promise.all(acts.map((act, value) => pool.run<Echo>(of(act, { value }))));
  expect(outcomes).toMatchObject(acts.map((_, at) => ({ ok: true, value: { value: at, calls: at + 1 } })));
});

test("two children work at once, and one does all other work while the other is busy", async () => {
  const pool = await openPool(2, { timeoutMs: 2000 });
  const [hung, ...echoes] = await Promise.all([
    pool.run(of("hang")),
    ...[1, 2, 3].map((value) => pool.run<Echo>(of("give", { value }))),
  ]);
  expect(hung).toMatchObject({ code: "TIMEOUT" });
  expect(echoes.map((echo) => echo.ok && echo.value.value)).toEqual([1, 2, 3]);
});

test("work that kills its process is tried once more in a new process; work that throws is not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ragtally-guard-"));
  try {
    const pool = await openPool();
    const [died, threw] = [join(folder, "died"), join(folder, "threw")];
    expect(await pool.runTwice(of("die", { once: died }))).toEqual({ ok: true, value: "second try" });
    expect(await pool.runTwice(of("die"))).toMatchObject({ ok: false, code: "CRASHED" });
    expect(await pool.runTwice(of("throw", { once: threw }))).toMatchObject({ ok: false, code: "INTERNAL" });
    expect(existsSync(threw)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("work that takes much memory is done while nothing else runs, and fails above its limit", async () => {
  const pool = await openPool(2);
  const much = pool.runTwice<{ value: number; from: number; to: number }>(of("take much"));
  const others = Promise.all(Array.from({ length: 12 }, () => pool.runTwice<{ from: number; to: number }>(of("wait"))));
  const outcome = await much;
  expect(outcome).toMatchObject({ ok: true, value: { value: 40 } });
  if (!outcome.ok) return;
  const { from, to } = outcome.value;
  for (const other of await others) expect(other.ok && (other.value.to <= from || other.value.from >= to)).toBe(true);
  const small = await openPool(2, { memoryBytes: 600 * MIB });
  expect(await small.runTwice(of("take much"))).toMatchObject({ ok: false, code: "OUT_OF_MEMORY" });
});

test("closing a pool ends children that are working", async () => {
  const pool = await openPool(2);
  const echo = await pool.run<Echo>(of("give"));
  const hanging = pool.run(of("hang"));
  await pool.run<Echo>(of("give"));
  pool.close();
  expect(await hanging).toMatchObject({ ok: false });
  const isAlive = (id: number) => existsSync(`/proc/${id}/stat`);
  await expect.poll(() => echo.ok && isAlive(echo.value.process), { timeout: 10_000 }).toBe(false);
});
