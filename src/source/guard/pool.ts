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

export class GuardedPool {
  readonly #limits: GuardLimits;
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
    this.#size = children;
    this.#turns = pLimit(children * JOBS_PER_CHILD);
  }

  /** @throws Error where no child process can be started */
  run<Value>(work: Work): Promise<GuardOutcome<Value>> {
    return this.#turns(async () => {
      while (!this.#isClosed) {
        const outcome = await this.#idlest().run(work, this.#limits);
        if (outcome !== null) return outcome as GuardOutcome<Value>;
      }
      return CLOSED;
    });
  }

  /** As `run`; what its process did not outlive is tried once more, in one of its own, in case the one before it was to blame. */
  async runTwice<Value>(work: Work): Promise<GuardOutcome<Value>> {
    const outcome = await this.run<Value>(work);
    if (outcome.ok || outcome.code === "INTERNAL") return outcome;
    return this.#secondTurns(async () => {
      if (this.#isClosed) return CLOSED;
      this.#alone = new GuardedProcess();
      try {
        return ((await this.#alone.run(work, this.#limits)) ?? CLOSED) as GuardOutcome<Value>;
      } finally {
        this.#alone.stop();
      }
    });
  }

  /** Ends all children, also those at work. */
  close(): void {
    this.#isClosed = true;
    for (const child of this.#members) child.stop();
    this.#alone?.stop();
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
