/**
 * A queue of shards on Redis, Valkey or Postgres. In: its address. Out: a way to add shards, and one to work on them. BullMQ does the
 * queueing: a shard whose worker dies, or whose machine pauses for longer than the lock, is given to another one. It is not installed
 * with ragtally; where it is missing, the error says how to install it.
 */
import { createHash } from "node:crypto";
import type { ConnectionOptions, Job, JobType, PostgresConnectionOptions, Queue, WorkerOptions } from "bullmq";
import { Option } from "commander";
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

/** What is done with a shard. One that is given back, as its worker is stopped, has not failed and waits for another worker. */
type Processor = (job: ShardJob) => Promise<"done" | "given back">;

interface ShardWorkerOptions extends Omit<WorkerOptions, "connection"> {
  /** Called for a shard that fails for the last time and leaves the queue. */
  readonly onGivenUp: (job: ShardJob) => void;
}

export interface QueueServer {
  /** @param isPatient whether a server that does not answer is waited for */
  readonly openQueue: (isPatient: boolean) => ShardQueue;
  readonly openWorker: (processor: Processor, options: ShardWorkerOptions) => ShardWorker;
  /** The address without a password. */
  readonly shownAs: string;
}

const NAME = "ragtally-shards";
/** Times that a shard is tried, with a pause that doubles. Most failures are of a machine, and pass with another one. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 2000;

/** Names the queue: as arguments, its password would be shown to everyone on the machine. */
const QUEUE_VARIABLE = "RAGTALLY_QUEUE";

export function queueOption(what: string): Option {
  return new Option("--queue <address>", what).env(QUEUE_VARIABLE).makeOptionMandatory();
}

/** @param address such as redis://host:6379 or postgres://user@host/database @throws UsageError */
export async function queueServer(address: string): Promise<QueueServer> {
  const url = parseAddress(address);
  const shownAs = `${url.protocol}//${url.host}${url.pathname}`;
  const bullmq = await import("bullmq").catch(() => {
    throw new UsageError("a queue needs BullMQ, which is not installed; run `npm install bullmq ioredis pg`");
  });
  const processorOf =
    (work: Processor) =>
    async (job: Job<ShardJob>, token?: string): Promise<void> => {
      if ((await work(job.data)) === "done") return;
      await job.moveToWait(token);
      throw new bullmq.WaitingError();
    };
  /** A shard that will be tried again has no time at which it was finished. */
  const onFailed =
    (onGivenUp: ShardWorkerOptions["onGivenUp"]) =>
    (job: Job<ShardJob> | undefined): void => {
      if (job?.finishedOn !== undefined) onGivenUp(job.data);
    };
  if (isPostgres(url)) {
    const { Queue, Worker } = bullmq.withBackend(bullmq.createPostgresBackend);
    const options: { readonly connection: PostgresConnectionOptions } = {
      connection: { connectionString: address, migrate: true },
    };
    return {
      shownAs,
      openQueue: () => new Queue<ShardJob>(NAME, options),
      openWorker: (work, { onGivenUp, ...more }) =>
        new Worker<ShardJob>(NAME, processorOf(work), { ...more, ...options }).on("failed", onFailed(onGivenUp)),
    };
  }
  const { Queue, Worker } = bullmq;
  const once: ConnectionOptions = { url: address, maxRetriesPerRequest: 1, retryStrategy: () => null };
  const always: ConnectionOptions = { url: address, maxRetriesPerRequest: null };
  return {
    shownAs,
    openQueue: (isPatient) => new Queue<ShardJob>(NAME, { connection: isPatient ? always : once }),
    openWorker: (work, { onGivenUp, ...more }) =>
      new Worker<ShardJob>(NAME, processorOf(work), { ...more, connection: always }).on("failed", onFailed(onGivenUp)),
  };
}

function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && (isPostgres(url) || /^rediss?:$/.test(url.protocol))) return url;
  // Not printed: it may have a password.
  throw new UsageError(
    "what was given is no address of a queue, such as redis://localhost:6379 or postgres://localhost/ragtally",
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
