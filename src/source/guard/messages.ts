/**
 * What the pool, its child processes and their threads tell each other, and what guarded work may cost.
 */
import type { INTERNAL } from "../defect.js";

/** What a module that does guarded work exports under the name `job`. Structured cloning must be able to copy argument and value. */
export type GuardedJob<Argument, Value> = (argument: Argument) => Value | Promise<Value>;

/** One call of a `GuardedJob`. The module is the program's own, never one that a document names. */
export interface Work {
  /** URL of the module that exports `job`. */
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
