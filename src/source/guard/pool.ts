/**
 * Guarded work on documents. In: pieces of work. Out: what each gives, or a failure with a code; no document can take the
 * run down, for each is worked on in a child process that watches its memory, is killed when its time is over, and is
 * replaced when it dies.
 */
import pLimit from "p-limit";
import { GuardedProcess } from "./guarded-process.js";
import { DEFAULT_GUARD, type GuardFailure, type GuardLimits, type GuardOutcome, type Work } from "./messages.js";

const CLOSED: GuardFailure = { ok: false, code: "CRASHED", message: "reading was stopped" };

export class GuardedPool {
  readonly #limits: GuardLimits;
  readonly #turns: ReturnType<typeof pLimit>;
  /** Those that get a second try: one at a time, each in a process that has done nothing before. */
  readonly #secondTurns = pLimit(1);
  readonly #all = new Set<GuardedProcess>();
  #idle: GuardedProcess[] = [];
  #isClosed = false;

  /** @param children how many documents are worked on at once; each child takes some 150 MB */
  constructor(children: number, limits: Partial<GuardLimits> = {}) {
    this.#limits = { ...DEFAULT_GUARD, ...limits };
    this.#turns = pLimit(children);
  }

  /** @throws Error where no child process can be started */
  run<Value>(work: Work): Promise<GuardOutcome<Value>> {
    return this.#turns(() => (this.#isClosed ? CLOSED : this.#runIn<Value>(this.#idle.pop() ?? this.#started(), work)));
  }

  /** As `run`; what its process did not outlive is tried once more, in one of its own, in case the one before it was to blame. */
  async runTwice<Value>(work: Work): Promise<GuardOutcome<Value>> {
    const outcome = await this.run<Value>(work);
    if (outcome.ok || outcome.code === "INTERNAL" || this.#isClosed) return outcome;
    return this.#secondTurns(() => this.#runIn<Value>(this.#started(), work));
  }

  /** Ends all children, also those at work. */
  close(): void {
    this.#isClosed = true;
    for (const child of this.#all) child.stop();
    this.#all.clear();
    this.#idle = [];
  }

  #started(): GuardedProcess {
    const child = new GuardedProcess();
    this.#all.add(child);
    return child;
  }

  async #runIn<Value>(child: GuardedProcess, work: Work): Promise<GuardOutcome<Value>> {
    try {
      return (await child.run(work, this.#limits)) as GuardOutcome<Value>;
    } finally {
      if (child.isFit) this.#idle.push(child);
      else this.#all.delete(child);
    }
  }
}
