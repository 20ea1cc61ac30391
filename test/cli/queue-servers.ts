/** Real servers of queues, in folders of their own, which tests start and restart: Debian's redis-server and postgresql. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Redis } from "ioredis";

export interface TestServer {
  readonly address: string;
  /** Ends it as a machine that fails would, and starts it again with what it had written. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export const REDIS = ["/usr/bin/redis-server", "/usr/bin/valkey-server"].find((path) => existsSync(path)) ?? null;
/** Folder of the programs of Postgres. */
export const POSTGRES = postgresFolder();

function postgresFolder(): string | null {
  const root = "/usr/lib/postgresql";
  const [newest] = existsSync(root) ? readdirSync(root).sort().reverse() : [];
  return newest === undefined ? null : join(root, newest, "bin");
}

export async function startRedis(program: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "ragtally-redis-"));
  const port = await freePort();
  const address = `redis://127.0.0.1:${port}`;
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes"];
  const answers = async (): Promise<void> => {
    const client = new Redis(address, { lazyConnect: true, retryStrategy: () => null });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.ping();
    } finally {
      client.disconnect();
    }
  };
  return serverOf(
    address,
    () => spawn(program, [...args, "--appendfsync", "always"], { stdio: "ignore" }),
    answers,
    folder,
  );
}

export async function startPostgres(programs: string): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), "ragtally-postgres-"));
  const port = await freePort();
  // Postgres refuses to run as root.
  const user = process.getuid?.() === 0 ? userNamed("postgres") : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, "data");
  const made = spawnSync(join(programs, "initdb"), ["-D", data, "-U", "ragtally", "-A", "trust", "--no-sync"], {
    ...user,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const address = `postgres://ragtally@127.0.0.1:${port}/postgres`;
  const answers = async (): Promise<void> => {
    execFileSync(join(programs, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(port)]);
  };
  const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder];
  return serverOf(
    address,
    () => spawn(join(programs, "postgres"), args, { ...user, stdio: "ignore" }),
    answers,
    folder,
  );
}

async function serverOf(
  address: string,
  start: () => ChildProcess,
  answers: () => Promise<void>,
  folder: string,
): Promise<TestServer> {
  let child = start();
  const ready = async (): Promise<void> => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await answers();
      } catch (error) {
        if (tries > 150 || child.exitCode !== null) throw error;
        await pause(200);
      }
    }
  };
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  };
  await ready();
  return {
    address,
    async restart() {
      await kill();
      child = start();
      await ready();
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userNamed(name: string): { readonly uid?: number; readonly gid?: number } {
  const id = (what: string): number => Number(execFileSync("id", [what, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
