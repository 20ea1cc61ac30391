/**
 * A queue of shards on Redis, Valkey or Postgres. In: its address. Out: a way to add shards, and one to work on them. BullMQ does the
 * queueing: a shard whose worker dies, or whose machine pauses for longer than the lock, is given to another one. It is not installed
 * with ragtally; where it is missing, the error says how to install it.
 */
import { createHash } from "node:crypto";
import type { ConnectionOptions, JobType, PostgresConnectionOptions, Queue, WorkerOptions } from "bullmq";
import { UsageError } from "../exit.js";

/** What a worker is given. */
export interface ShardJob {
  readonly store: string;
  readonly shard: number;
}

/** What both kinds of server have of a queue. */
interface ShardQueue {
  waitUntilReady(): Promise<unknown>;
  addBulk(jobs: Parameters<Queue<ShardJob>["addBulk"]>[0]): Promise<unknown>;
  getJobCounts(...states: JobType[]): Promise<Readonly<Record<string, number>>>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** What both kinds of server have of a worker. */
interface ShardWorker {
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

type Processor = (job: { readonly data: ShardJob }) => Promise<void>;

export interface QueueServer {
  /** @param isPatient whether a server that does not answer is waited for */
  readonly openQueue: (isPatient: boolean) => ShardQueue;
  readonly openWorker: (processor: Processor, options: Omit<WorkerOptions, "connection">) => ShardWorker;
  /** The address without a password. */
  readonly shownAs: string;
}

const NAME = "ragtally-shards";
/** Times that a shard is tried, with a pause that doubles. Most failures are of a machine, and pass with another one. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 2000;

/** @param address such as redis://host:6379 or postgres://user@host/database @throws UsageError */
export async function queueServer(address: string): Promise<QueueServer> {
  const url = parseAddress(address);
  const shownAs = `${url.protocol}//${url.host}${url.pathname}`;
  const bullmq = await import("bullmq").catch(() => {
    throw new UsageError("a queue needs BullMQ, which is not installed; run `npm install bullmq ioredis pg`");
  });
  if (isPostgres(url)) {
    const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
    const options: { readonly connection: PostgresConnectionOptions } = {
      connection: { connectionString: address, migrate: true },
    };
    return {
      shownAs,
      openQueue: () => new Queue<ShardJob>(NAME, options),
      openWorker: (processor, more) => new Worker<ShardJob>(NAME, processor, { ...more, ...options }),
    };
  }
  const { Queue, Worker } = bullmq;
  const once: ConnectionOptions = { url: address, maxRetriesPerRequest: 1, retryStrategy: () => null };
  const always: ConnectionOptions = { url: address, maxRetriesPerRequest: null };
  return {
    shownAs,
    openQueue: (isPatient) => new Queue<ShardJob>(NAME, { connection: isPatient ? always : once }),
    openWorker: (processor, more) => new Worker<ShardJob>(NAME, processor, { ...more, connection: always }),
  };
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && (isPostgres(url) || /^rediss?:$/.test(url.protocol))) return url;
  throw new UsageError(
    `"${address}" is no address of a queue, such as redis://localhost:6379 or postgres://localhost/ragtally`,
  );
}

const isPostgres = ({ protocol }: URL): boolean => protocol === "postgres:" || protocol === "postgresql:";

/** States of a shard that a worker has yet to do. */
const WAITING: readonly JobType[] = ["waiting", "active", "delayed", "prioritized"];

/** Number of shards that workers have yet to do. */
export async function shardsLeft(queue: ShardQueue): Promise<number> {
  const counts = await queue.getJobCounts(...WAITING);
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Adds shards; one that is in the queue already is not added twice. @throws UsageError where the server cannot be reached */
export async function addShards(server: QueueServer, store: string, shards: readonly number[]): Promise<void> {
  // Who adds shards is told at once that no server is there.
  const queue = server.openQueue(false);
  let failure: Error | null = null;
  queue.on("error", (error) => {
    failure = error;
  });
  const place = createHash("sha256").update(store).digest("hex").slice(0, 16);
  try {
    await queue.waitUntilReady();
    await queue.addBulk(
      shards.map((shard) => ({
        name: "shard",
        data: { store, shard },
        opts: {
          jobId: `${place}-${shard}`,
          attempts: ATTEMPTS,
          backoff: { type: "exponential", delay: FIRST_PAUSE_MS },
          // A shard that is done or has failed may be added again.
          removeOnComplete: true,
          removeOnFail: true,
        },
      })),
    );
  } catch (error) {
    throw new UsageError(
      `${server.shownAs} cannot be used as a queue (${String(failure ?? error)}); check the address`,
    );
  } finally {
    await queue.close().catch(() => undefined);
  }
}
