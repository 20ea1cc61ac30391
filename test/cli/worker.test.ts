/** Shards on queues of real servers: nothing is lost and nothing is there twice, whichever worker or server dies on the way. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue } from "bullmq";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { queueServer } from "../../src/cli/shard/queue.js";
import { isSkipped } from "../skipped.js";
import { POSTGRES, REDIS, startPostgres, startRedis, type TestServer } from "./queue-servers.js";
import { type Running, runCommand, startCommand } from "./run-command.js";

let root: string;
let server: TestServer | null;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ragtally-worker-"));
  server = null;
});
afterEach(async () => {
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

const FILES = 7;
const report = (theme: number): string =>
  [
    "HARBOUR PLAN (2022-23)",
    `THEME ${theme} UPDATE - QRT 1 UPDATE`,
    "",
    "No\tOrganisation\tDeliverable\tRAG",
    `1\tFORCE\tDredge channel ${theme}\tR`,
    "2\tCouncil\tLight the long pier\tG",
    "",
  ].join("\n");

async function makeStore(): Promise<void> {
  mkdirSync(join(root, "in"));
  for (let theme = 1; theme <= FILES; theme += 1) writeFileSync(join(root, "in", `t${theme}.txt`), report(theme));
  await ragtally("ingest", "in", "--out", "whole", "--quiet", "--no-cache", "--format", "csv,json");
  await ragtally("shard", "plan", "in", "--out", "store", "--shard-files", "1", "--format", "csv,json");
}
/** For workers on Postgres. */
const WITH_DRIVER = { NODE_OPTIONS: `--require ${join(import.meta.dirname, "postgres-driver.cjs")}` };
const ragtally = (...args: string[]) => runCommand(args, root);
const submit = (address: string, env = {}) =>
  startCommand(["shard", "submit", "store", "--queue", address], root, env).ended;
const startWorker = (address: string, env = {}): Running =>
  startCommand(["worker", "--queue", address, "--drain", "--lock", "2", "--no-cache", "--jobs", "1"], root, env);
const contentOf = (folder: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name !== "run.json")
    .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]);

/** Never skipped where CI is set: there the servers are installed. */
const isWithout = (program: string | null, name: string): boolean =>
  isSkipped(program === null && process.env.CI === undefined, `a queue on ${name}`, `${name} is not installed`);

/** Waits until a worker has begun a shard, and returns at once. */
async function begun(worker: Running): Promise<void> {
  while (!worker.told().includes("begins")) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("workers on a queue", () => {
  it.skipIf(isWithout(REDIS, "redis-server or valkey-server"))(
    "lose nothing when two of four are killed, one pauses for longer than its lock, and the server restarts",
    async () => {
      server = await startRedis(REDIS ?? "");
      await makeStore();
      expect(await submit(server.address)).toMatchObject({ code: 0, stderr: "" });
      const workers = [1, 2, 3, 4].map(() => startWorker(server?.address ?? ""));
      const [first, second, third] = workers;
      for (const worker of [first, second]) {
        if (worker === undefined) continue;
        await begun(worker);
        worker.kill("SIGKILL");
      }
      if (third !== undefined) {
        await begun(third);
        third.kill("SIGSTOP");
        setTimeout(() => third.kill("SIGCONT"), 5000);
      }
      await server.restart();
      const ended = await Promise.all(workers.map((worker) => worker.ended));
      expect(ended.map(({ code }) => code)).toEqual([null, null, 0, 0]);
      expect(await ragtally("shard", "merge", "store", "--out", "merged", "--quiet")).toMatchObject({ code: 0 });
      expect(contentOf("merged")).toEqual(contentOf("whole"));
    },
  );

  it.skipIf(isWithout(POSTGRES, "postgresql"))("do the same on Postgres", async () => {
    server = await startPostgres(POSTGRES ?? "");
    await makeStore();
    expect(await submit(server.address, WITH_DRIVER)).toMatchObject({ code: 0, stderr: "" });
    const [killed, other] = [startWorker(server.address, WITH_DRIVER), startWorker(server.address, WITH_DRIVER)];
    await begun(killed);
    killed.kill("SIGKILL");
    expect((await other.ended).code).toBe(0);
    expect(await ragtally("shard", "merge", "store", "--out", "merged", "--quiet")).toMatchObject({ code: 0 });
    expect(contentOf("merged")).toEqual(contentOf("whole"));
  });

  it.skipIf(isWithout(REDIS, "redis-server or valkey-server"))(
    "give a shard back when they are stopped, as often as that happens, and end with an error for one that failed for good",
    async () => {
      server = await startRedis(REDIS ?? "");
      mkdirSync(join(root, "in"));
      writeFileSync(join(root, "in/t1.txt"), report(1));
      await ragtally("shard", "plan", "in", "--out", "store");
      const env = { RAGTALLY_QUEUE: server.address };
      expect(await startCommand(["shard", "submit", "store"], root, env).ended).toMatchObject({ code: 0 });
      const stopped = startWorker(server.address);
      await begun(stopped);
      stopped.kill("SIGTERM");
      expect(await stopped.ended).toMatchObject({ code: 130 });

      const queueing = await queueServer(server.address);
      let starts = 0;
      const worker = queueing.openWorker(
        async () => {
          starts += 1;
          return "given back";
        },
        { onGivenUp: () => undefined, lockDuration: 2000 },
      );
      while (starts < 7) await new Promise((resolve) => setTimeout(resolve, 5));
      await worker.close();
      const queue = new Queue("ragtally-shards", { connection: { url: server.address } });
      await queue.add("shard", { store: join(root, "store"), shard: 7 }, { attempts: 1, removeOnFail: true });
      await queue.close();
      const ended = await startCommand(["worker", "--drain", "--no-cache", "--jobs", "1"], root, env).ended;
      expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/failed for good: shard 7 of [^,]*;/) });
      expect((await ragtally("shard", "status", "store")).stdout).toContain("1 of 1");
    },
  );

  it("are told what is wrong with an address, without its password", async () => {
    await makeStore();
    expect(await submit("localhost")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no address of a queue"),
    });
    expect((await submit("redis//user:secret@host")).stderr).not.toContain("secret");
    const refused = await submit("redis://user:secret@127.0.0.1:1");
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("redis://127.0.0.1:1 cannot be used") });
    expect(refused.stderr).not.toContain("secret");
  });
});
