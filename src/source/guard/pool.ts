/**
 * Guarded work on documents. In: pieces of work. Out: the value of each, or a failure with a code. No document can end the
 * run: all work is done in child processes, which limit their memory, are killed after a timeout, and are replaced when they
 * end.
 */
import pLimit from "p-limit";
import { GuardedProcess } from "./guarded-process.js";
import { DEFAULT_GUARD, type GuardFailure, type GuardLimits, type GuardOutcome, type Work } from "./messages.js";

const CLOSED: GuardFailure = { ok: false, code: "CRASHED", message: "reading was stopped" };
/** Jobs that a child has at once: the current one, and one that waits so that the child need not wait for its parent. */
const JOBS_PER_CHILD = 2;
/** Memory limit where several documents are read at once; one that needs more is read again, with no other beside it. */
const SHARED_MEMORY_BYTES = 512 * 1024 * 1024;

/** How often a child is started for one piece of work before `run` throws. */
const MOST_STARTS = 5;

export class GuardedPool {
  readonly #limits: GuardLimits;
  readonly #size: number;
  readonly #turns: ReturnType<typeof pLimit>;
  /** Second attempts run one at a time, each in a new process. */
  readonly #secondTurns = pLimit(1);
  #members: GuardedProcess[] = [];
  #alone: GuardedProcess | null = null;
  #isClosed = false;

  /** @param children number of child processes, which is how many documents are read at once; each takes some 150 MB */
  constructor(children: number, limits: Partial<GuardLimits> = {}) {
    this.#limits = { ...DEFAULT_GUARD, ...limits };
    this.#size = children;
    this.#turns = pLimit(children * JOBS_PER_CHILD);
  }

  /** @throws Error where no child process can be started */
  run<Value>(work: Work): Promise<GuardOutcome<Value>> {
    return this.#inTurn(work, this.#limits);
  }

  /**
   * As `run`; work that ended its process is tried once more in a new one, in case documents read before had caused it. What
   * takes more memory than several may have at once is done with nothing beside it, up to the limit for one document.
   * @param sharedMemoryBytes how much that is, for work that needs more than reading does
   */
  async runTwice<Value>(work: Work, sharedMemoryBytes = SHARED_MEMORY_BYTES): Promise<GuardOutcome<Value>> {
    const shared = { ...this.#limits, memoryBytes: Math.min(this.#limits.memoryBytes, sharedMemoryBytes) };
    const first = await this.#inTurn<Value>(work, shared);
    if (first.ok || first.code === "INTERNAL") return first;
    return this.#secondTurns(async () => {
      if (first.code === "OUT_OF_MEMORY") return this.#withNothingBeside<Value>(work);
      const second = await this.#inNewProcess<Value>(work, shared);
      return second.ok || second.code !== "OUT_OF_MEMORY" ? second : this.#withNothingBeside<Value>(work);
    });
  }

  /** Kills all children, also those that have jobs. */
  close(): void {
    this.#isClosed = true;
    for (const child of this.#members) child.stop();
    this.#alone?.stop();
  }

  #inTurn<Value>(work: Work, limits: GuardLimits): Promise<GuardOutcome<Value>> {
    return this.#turns(() => this.#runIn(() => this.#idlest(), work, limits));
  }

  async #inNewProcess<Value>(work: Work, limits: GuardLimits): Promise<GuardOutcome<Value>> {
    try {
      return await this.#runIn<Value>(
        () => {
          this.#alone = new GuardedProcess();
          return this.#alone;
        },
        work,
        limits,
      );
    } finally {
      this.#alone?.stop();
    }
  }

  /** Runs the work in the child that `next` gives, and in further ones as long as a child ended before the work began. */
  async #runIn<Value>(next: () => GuardedProcess, work: Work, limits: GuardLimits): Promise<GuardOutcome<Value>> {
    let starts = 0;
    while (!this.#isClosed) {
      const child = next();
      const outcome = await child.run(work, limits);
      if (outcome !== null) return outcome as GuardOutcome<Value>;
      if (child.whyNotStarted === null) continue;
      starts += 1;
      if (starts === MOST_STARTS)
        throw new Error(`the process that reads documents did not start (${child.whyNotStarted})`);
    }
    return CLOSED;
  }

  /** Takes all turns until the work is done, and stops the other children, because they hold memory. */
  async #withNothingBeside<Value>(work: Work): Promise<GuardOutcome<Value>> {
    const { promise: done, resolve: giveBack } = deferred();
    const taken = Array.from({ length: this.#size * JOBS_PER_CHILD }, () => {
      const { promise: begun, resolve: begin } = deferred();
      void this.#turns(() => {
        begin();
        return done;
      });
      return begun;
    });
    await Promise.all(taken);
    try {
      for (const child of this.#members) child.stop();
      return await this.#inNewProcess<Value>(work, this.#limits);
    } finally {
      giveBack();
    }
  }

  /** The child with the fewest jobs; a new one where all have jobs and the pool may have more children. */
  #idlest(): GuardedProcess {
    this.#members = this.#members.filter((child) => child.isFit);
    let idlest: GuardedProcess | null = null;
    for (const child of this.#members) if (idlest === null || child.load < idlest.load) idlest = child;
    if (idlest !== null && (idlest.load === 0 || this.#members.length >= this.#size)) return idlest;
    const started = new GuardedProcess();
    this.#members.push(started);
    return started;
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
