/**
 * Guarded work on documents. In: pieces of work. Out: what each gives, or a failure with a code; no document can take the
 * run down, for each is worked on in a child process that watches its memory, is killed when its time is over, and is
 * replaced when it dies.
 */
import pLimit from "p-limit";
import { GuardedProcess } from "./guarded-process.js";
import { DEFAULT_GUARD, type GuardFailure, type GuardLimits, type GuardOutcome, type Work } from "./messages.js";

const CLOSED: GuardFailure = { ok: false, code: "CRASHED", message: "reading was stopped" };
/** Jobs that a child has at once: one that it is at, and one that waits while its parent is busy. */
const JOBS_PER_CHILD = 2;
/** Where many are worked on at once, each may take this much; one that needs more is worked on again, with nothing beside it. */
const SHARED_MEMORY_BYTES = 512 * 1024 * 1024;

/** How often a child is started for one piece of work before the run is given up. */
const MOST_STARTS = 5;

export class GuardedPool {
  readonly #limits: GuardLimits;
  readonly #sharedLimits: GuardLimits;
  readonly #size: number;
  readonly #turns: ReturnType<typeof pLimit>;
  /** Those that get a second try: one at a time, each in a process that has done nothing before. */
  readonly #secondTurns = pLimit(1);
  #members: GuardedProcess[] = [];
  #alone: GuardedProcess | null = null;
  #isClosed = false;

  /** @param children how many documents are worked on at once; each child takes some 150 MB */
  constructor(children: number, limits: Partial<GuardLimits> = {}) {
    this.#limits = { ...DEFAULT_GUARD, ...limits };
    this.#sharedLimits = { ...this.#limits, memoryBytes: Math.min(this.#limits.memoryBytes, SHARED_MEMORY_BYTES) };
    this.#size = children;
    this.#turns = pLimit(children * JOBS_PER_CHILD);
  }

  /** @throws Error where no child process can be started */
  run<Value>(work: Work): Promise<GuardOutcome<Value>> {
    return this.#inTurn(work, this.#limits);
  }

  /**
   * As `run`; what its process did not outlive is tried once more, in one of its own, in case the one before it was to
   * blame. What takes much memory is worked on with nothing beside it, so that only one takes all it may.
   */
  async runTwice<Value>(work: Work): Promise<GuardOutcome<Value>> {
    const first = await this.#inTurn<Value>(work, this.#sharedLimits);
    if (first.ok || first.code === "INTERNAL") return first;
    return this.#secondTurns(async () => {
      if (first.code === "OUT_OF_MEMORY") return this.#withNothingBeside<Value>(work);
      const second = await this.#inNewProcess<Value>(work, this.#sharedLimits);
      return second.ok || second.code !== "OUT_OF_MEMORY" ? second : this.#withNothingBeside<Value>(work);
    });
  }

  /** Ends all children, also those at work. */
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

  /** Runs it in the child given, and in the next one as long as the work did not begin. */
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

  /** Takes all turns, and gives them back when it is done; the other children end, for they hold memory. */
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

  /** The child with the fewest jobs; a new one where all have some and there may be more. */
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
