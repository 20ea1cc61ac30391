/**
 * `ragtally worker`: runs the shards of a queue, one at a time, until it is stopped. A shard that fails, or whose worker dies or is
 * stopped, is given to a worker again.
 */
import { setTimeout as pause } from "node:timers/promises";
import { Command, Option } from "commander";
import { runShard, ShardError } from "../internal.js";
import { EXIT, type ExitCode, endingOf } from "./exit.js";
import { wholeNumber } from "./option-values.js";
import { addOptions, interruptSignal, type MachineFlags, machineOf, machineOptions } from "./options.js";
import { count, printable } from "./render.js";
import { type QueueServer, queueOption, queueServer, type ShardJob, shardsLeft } from "./shard/queue.js";
import type { Terminal } from "./terminal.js";

interface WorkerFlags extends MachineFlags {
  readonly queue: string;
  readonly lock: number;
  readonly drain?: boolean;
}

/** Default time after which a worker that gives no sign is taken for dead, in seconds: shorter ones take busy machines for dead. */
const LOCK_S = 60;
/** A shard fails for good when so many workers have died over it. */
const MOST_DEATHS = 10;
/** Time between two looks at whether the queue is empty, in milliseconds. */
const LOOK_EVERY_MS = 500;

export function workerCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const command = new Command("worker")
    .description("run the shards of a queue, until it is stopped")
    .addOption(queueOption("queue that `ragtally shard submit` adds to"))
    .addOption(
      new Option("--lock <seconds>", "a worker that gives no sign for so long is taken for dead")
        .default(LOCK_S)
        .argParser(wholeNumber(1, 99_999)),
    )
    .option("--drain", "end when the queue is empty")
    .action(async (flags: WorkerFlags) => {
      const server = await queueServer(flags.queue);
      await work(server, flags, terminal);
      end(EXIT.done);
    });
  return addOptions(command, machineOptions());
}

async function work(server: QueueServer, flags: WorkerFlags, terminal: Terminal): Promise<void> {
  const { lock, drain = false, ...machine } = flags;
  const signal = interruptSignal();
  const givenUp = new Set<string>();
  const run = async (job: ShardJob): Promise<"done" | "given back"> => {
    if (signal.aborted) return "given back";
    const { store, shard } = job;
    const name = nameOf(job);
    terminal.tell(`ragtally: ${name} begins`);
    try {
      const options = { ...machineOf(machine), signal };
      const { documents, failed } = await runShard(store, shard, options);
      terminal.print(`${name}: ${count(documents, "document")}, ${failed} failed`);
      return "done";
    } catch (error) {
      if (signal.aborted) return "given back";
      terminal.tell(`ragtally: ${name} is not done: ${endingOf(error).message}`);
      throw error;
    }
  };
  const worker = server.openWorker(run, {
    lockDuration: lock * 1000,
    stalledInterval: lock * 1000,
    maxStalledCount: MOST_DEATHS,
    onGivenUp: (job) => givenUp.add(nameOf(job)),
  });
  let told = "";
  worker.on("error", ({ message }) => {
    if (message !== told) terminal.tell(`ragtally: ${server.shownAs}: ${message}`);
    told = message;
  });
  try {
    if (drain) await untilEmpty(server, signal);
    else await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  } finally {
    await worker.close();
  }
  if (givenUp.size > 0)
    throw new ShardError(
      `failed for good: ${[...givenUp].join(", ")}; \`ragtally shard submit\` adds a shard again when its failure is repaired`,
    );
}

const nameOf = ({ store, shard }: ShardJob): string => `shard ${shard} of ${printable(store)}`;

async function untilEmpty(server: QueueServer, signal: AbortSignal): Promise<void> {
  const queue = server.openQueue(true);
  queue.on("error", () => undefined);
  try {
    // A server that restarts is waited for, as by the worker.
    for (;;) {
      if ((await shardsLeft(queue).catch(() => 1)) === 0) return;
      await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  } finally {
    await queue.close().catch(() => undefined);
  }
}
