/**
 * One child process as its parent sees it. In: jobs, which the child does one at a time. Out: an outcome for each, whatever
 * happens to the child: it is killed when a job takes too long, and when it exits, the exit code gives the reason. Further jobs
 * may wait in the child, so that it is never idle while its parent is busy; a job that had not begun has the outcome null.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type Answer,
  DEFAULT_GUARD,
  type GuardFailure,
  type GuardLimits,
  type GuardOutcome,
  type Job,
  OVER_MEMORY,
  type Work,
} from "./messages.js";

/** A child is replaced after so many documents. */
const DOCUMENTS_PER_CHILD = 2000;
/**
 * Share of its memory limit above which an idle child is replaced. A healthy one settles at half of the limit that applies
 * where several read at once; one that is replaced too early costs the start of another, which reads its first files slowly.
 */
const IDLE_SHARE = 0.9;
/** Longest time that a child may take to start, in milliseconds. */
const START_MS = 60_000;

const CHILD = fileURLToPath(new URL("./child.js", import.meta.url));

/** The outcome of a job, or null where the child ended before the job began. */
export type JobOutcome = GuardOutcome<unknown> | null;

interface Task {
  readonly job: Job;
  readonly limits: GuardLimits;
  readonly resolve: (outcome: JobOutcome) => void;
}

interface End {
  readonly code: number | null;
  readonly signal: string | null;
  readonly late: boolean;
}

const STOPPED: GuardFailure = { ok: false, code: "CRASHED", message: "reading was stopped" };

export class GuardedProcess {
  readonly #child: ChildProcess;
  /** Jobs without an outcome, in the order in which the child does them. */
  readonly #tasks: Task[] = [];
  /** Timeout for starting the child, later for its current job. */
  #clock: NodeJS.Timeout;
  #documentCount = 0;
  #isReady = false;
  #isSpent = false;
  #whyNotStarted: string | null = null;

  constructor() {
    this.#child = fork(CHILD, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
    this.#clock = setTimeout(() => this.#end({ code: null, signal: null, late: true }), START_MS);
    this.#child.on("message", (answer: Answer) => (answer.kind === "ready" ? this.#begin() : this.#take(answer)));
    this.#child.on("exit", (code, signal) => this.#end({ code, signal, late: false }));
    this.#child.on("error", () => this.#end({ code: null, signal: null, late: false }));
  }

  /** Whether it can take another job. */
  get isFit(): boolean {
    return !this.#isSpent;
  }

  /** Number of jobs that it has: the current one and those that wait. */
  get load(): number {
    return this.#tasks.length;
  }

  /** Why the child did not start: its exit code, its signal or "too late". Null where it started, or still may. */
  get whyNotStarted(): string | null {
    return this.#whyNotStarted;
  }

  run(work: Work, limits: GuardLimits): Promise<JobOutcome> {
    if (this.#isSpent) return Promise.resolve(null);
    this.#hold(true);
    return new Promise((resolve) => {
      const task = { job: { work, memoryBytes: limits.memoryBytes }, limits, resolve };
      this.#tasks.push(task);
      if (this.#isReady) this.#send(task);
    });
  }

  /** Kills the child; its current job fails. */
  stop(): void {
    this.#retire(STOPPED);
  }

  #begin(): void {
    clearTimeout(this.#clock);
    this.#isReady = true;
    for (const task of this.#tasks) this.#send(task);
    if (this.#tasks.length === 0) this.#hold(false);
  }

  #send(task: Task): void {
    this.#documentCount += 1;
    if (this.#tasks[0] === task) this.#startClock(task);
    // Sending fails only where the child has ended, and then the "exit" event follows.
    this.#child.send(task.job, () => undefined);
  }

  #take({ outcome, rssBytes }: Answer & { kind: "done" }): void {
    clearTimeout(this.#clock);
    const task = this.#tasks.shift();
    if (task === undefined) return;
    const isLarge = rssBytes > task.limits.memoryBytes * IDLE_SHARE;
    const [next] = this.#tasks;
    if (isLarge || this.#documentCount >= DOCUMENTS_PER_CHILD) this.#retire(null);
    else if (next === undefined) this.#hold(false);
    else this.#startClock(next);
    task.resolve(outcome);
  }

  #startClock({ limits }: Task): void {
    this.#clock = setTimeout(() => this.#end({ code: null, signal: null, late: true }), limits.timeoutMs);
  }

  #end(end: End): void {
    if (this.#isReady) {
      this.#retire(failureOfEnd(end, this.#tasks[0]?.limits ?? DEFAULT_GUARD));
      return;
    }
    if (!this.#isSpent) this.#whyNotStarted = String(end.code ?? end.signal ?? "too late");
    this.#retire(null);
  }

  /** @param outcome the current job's outcome; that of the jobs that wait is null */
  #retire(outcome: JobOutcome): void {
    if (this.#isSpent) return;
    this.#isSpent = true;
    clearTimeout(this.#clock);
    this.#child.kill("SIGKILL");
    const [first, ...waiting] = this.#tasks.splice(0);
    first?.resolve(outcome);
    for (const { resolve } of waiting) resolve(null);
    this.#hold(false);
  }

  /** Lets the child keep this process running only while it has a job. */
  #hold(isBusy: boolean): void {
    const { channel } = this.#child;
    if (isBusy) {
      this.#child.ref();
      channel?.ref();
    } else {
      this.#child.unref();
      channel?.unref();
    }
  }
}

function failureOfEnd({ code, signal, late }: End, { memoryBytes, timeoutMs }: GuardLimits): GuardFailure {
  if (late) return { ok: false, code: "TIMEOUT", message: `not read within ${timeoutMs} ms` };
  if (code === OVER_MEMORY || signal === "SIGABRT" || signal === "SIGKILL" || code === 134) {
    return { ok: false, code: "OUT_OF_MEMORY", message: `reading took more than ${memoryBytes} bytes of memory` };
  }
  return { ok: false, code: "CRASHED", message: `reading ended the reading process (exit ${code ?? signal})` };
}
