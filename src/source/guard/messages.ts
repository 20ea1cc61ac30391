/**
 * What the pool, its child processes and their threads tell each other, and what guarded work may cost.
 */
import type { INTERNAL } from "../defect.js";

/**
 * Work on one document: a module that exports `work(argument)`. Module and argument are the program's own; nothing of a
 * document is ever loaded. The argument, and what the work gives, must be fit for structured cloning.
 */
export interface Work {
  readonly module: string;
  readonly argument: unknown;
}

export interface GuardLimits {
  /** Resident size at which a working process ends itself, in bytes; some 100 MB of it are the process's own. */
  readonly memoryBytes: number;
  /** Longest time for one document, in milliseconds. */
  readonly timeoutMs: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_GUARD: GuardLimits = { memoryBytes: 1024 * MIB, timeoutMs: 60_000 };

/** How work ended that gave nothing: too late, too large, its process dead, or by a defect of the program. */
export type GuardCode = "TIMEOUT" | "OUT_OF_MEMORY" | "CRASHED" | typeof INTERNAL;

export interface GuardFailure {
  readonly ok: false;
  readonly code: GuardCode;
  readonly message: string;
}

export type GuardOutcome<Value> = { readonly ok: true; readonly value: Value } | GuardFailure;

export interface Job {
  readonly work: Work;
  readonly memoryBytes: number;
}

/** What comes back: first of all that the child is ready, then one answer for every job. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly outcome: GuardOutcome<unknown>; readonly rssBytes: number };

/** Exit code of a child that ended itself for its size. */
export const OVER_MEMORY = 77;
