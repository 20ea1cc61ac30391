/**
 * One child process from the parent's side. In: a job at a time. Out: its result, whatever becomes of the child: one
 * that takes too long is killed, one that dies says why by its exit.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { failure, type PdfFailure } from "./failure.js";
import type { PdfLimits } from "./limits.js";
import { type Answer, type Job, OVER_MEMORY } from "./messages.js";

/** A child is replaced after so many documents, or once it holds this share of its memory when idle. */
const DOCUMENTS_PER_CHILD = 200;
const IDLE_SHARE = 0.5;
/** Longest time that a child may take to start, in milliseconds. */
const START_MS = 60_000;

type Result = Extract<Answer, { kind: "read" }>["result"];

const CHILD = fileURLToPath(new URL("./child.js", import.meta.url));

export class Reader {
  readonly #child: ChildProcess;
  #documents = 0;
  #isSpent = false;
  readonly #ready: Promise<void>;

  constructor() {
    this.#child = fork(CHILD, { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] });
    this.#ready = this.#settled<void>(
      START_MS,
      (answer) => (answer.kind === "ready" ? { value: undefined } : null),
      () => {
        throw new Error("the process that reads PDFs did not start");
      },
    );
    this.#ready.catch(() => this.stop());
  }

  /** Whether it can take another document. */
  get isFit(): boolean {
    return !this.#isSpent;
  }

  async read(job: Job): Promise<Result> {
    const { limits } = job;
    await this.#ready;
    this.#child.send(job);
    this.#documents += 1;
    return this.#settled<Result>(
      limits.timeoutMs,
      (answer) => (answer.kind === "read" ? { value: this.#result(answer, limits) } : null),
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

  #result({ result, rssBytes }: Answer & { kind: "read" }, limits: PdfLimits): Result {
    if (this.#documents >= DOCUMENTS_PER_CHILD || rssBytes > limits.memoryBytes * IDLE_SHARE) this.stop();
    return result;
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

function failureOfEnd({ code, signal, late }: End, limits: PdfLimits): PdfFailure {
  if (late) return failure("TIMEOUT", `not read within ${limits.timeoutMs} ms`);
  if (code === OVER_MEMORY || signal === "SIGABRT" || signal === "SIGKILL" || code === 134) {
    return failure("OUT_OF_MEMORY", `reading took more than ${limits.memoryBytes} bytes of memory`);
  }
  return failure("CORRUPT", `reading ended the reading process (exit ${code ?? signal})`);
}
