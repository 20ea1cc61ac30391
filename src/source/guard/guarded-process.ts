/**
 * One child process from the parent's side. In: a job at a time. Out: its outcome, whatever becomes of the child: one
 * that takes too long is killed, one that dies says why by its exit.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import {
  type Answer,
  type GuardFailure,
  type GuardLimits,
  type GuardOutcome,
  OVER_MEMORY,
  type Work,
} from "./messages.js";

/** A child is replaced after so many documents, or once it holds this share of its memory when idle. */
const DOCUMENTS_PER_CHILD = 2000;
const IDLE_SHARE = 0.5;
/** Longest time that a child may take to start, in milliseconds. */
const START_MS = 60_000;

const CHILD = fileURLToPath(new URL("./child.js", import.meta.url));

export class GuardedProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  #documentCount = 0;
  #isSpent = false;

  constructor() {
    this.#child = fork(CHILD, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
    this.#ready = this.#settled<void>(
      START_MS,
      (answer) => (answer.kind === "ready" ? { value: undefined } : null),
      ({ code, signal }) => {
        throw new Error(`the process that reads documents did not start (${code ?? signal ?? "too late"})`);
      },
    );
    this.#ready.catch(() => this.stop());
  }

  /** Whether it can take another document. */
  get isFit(): boolean {
    return !this.#isSpent;
  }

  /** @throws Error where the process could not be started */
  async run(work: Work, limits: GuardLimits): Promise<GuardOutcome<unknown>> {
    await this.#ready;
    this.#child.send({ work, memoryBytes: limits.memoryBytes });
    this.#documentCount += 1;
    return this.#settled<GuardOutcome<unknown>>(
      limits.timeoutMs,
      (answer) => (answer.kind === "done" ? { value: this.#taken(answer, limits) } : null),
      (end) => {
        this.stop();
        return failureOfEnd(end, limits);
      },
    );
  }

  stop(): void {
    this.#isSpent = true;
    this.#child.kill("SIGKILL");
  }

  #taken({ outcome, rssBytes }: Answer & { kind: "done" }, limits: GuardLimits): GuardOutcome<unknown> {
    if (this.#documentCount >= DOCUMENTS_PER_CHILD || rssBytes > limits.memoryBytes * IDLE_SHARE) this.stop();
    return outcome;
  }

  /** Waits for an answer, the child's end or the clock, whichever is first; only while waiting does it hold the run. */
  #settled<T>(ms: number, take: (answer: Answer) => { value: T } | null, onEnd: (end: End) => T): Promise<T> {
    const child = this.#child;
    child.ref();
    child.channel?.ref();
    return new Promise((resolve, reject) => {
      const finish = (outcome: () => T) => {
        clearTimeout(clock);
        child.off("message", onMessage).off("exit", onExit).off("error", onError);
        child.unref();
        child.channel?.unref();
        try {
          resolve(outcome());
        } catch (error) {
          reject(error);
        }
      };
      const onMessage = (answer: Answer) => {
        const taken = take(answer);
        if (taken !== null) finish(() => taken.value);
      };
      const onExit = (code: number | null, signal: string | null) => finish(() => onEnd({ code, signal, late: false }));
      const onError = () => finish(() => onEnd({ code: null, signal: null, late: false }));
      const clock = setTimeout(() => finish(() => onEnd({ code: null, signal: null, late: true })), ms);
      child.on("message", onMessage).on("exit", onExit).on("error", onError);
    });
  }
}

interface End {
  readonly code: number | null;
  readonly signal: string | null;
  readonly late: boolean;
}

function failureOfEnd({ code, signal, late }: End, { memoryBytes, timeoutMs }: GuardLimits): GuardFailure {
  if (late) return { ok: false, code: "TIMEOUT", message: `not read within ${timeoutMs} ms` };
  if (code === OVER_MEMORY || signal === "SIGABRT" || signal === "SIGKILL" || code === 134) {
    return { ok: false, code: "OUT_OF_MEMORY", message: `reading took more than ${memoryBytes} bytes of memory` };
  }
  return { ok: false, code: "CRASHED", message: `reading ended the reading process (exit ${code ?? signal})` };
}
