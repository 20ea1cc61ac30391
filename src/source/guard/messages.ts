/**
 * Messages between the pool, its child processes and their threads, and the limits of guarded work. Types and constants only.
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
  /** Resident memory at which a child process exits, in bytes; an idle new process takes some 100 MB of it. */
  readonly memoryBytes: number;
  /** Longest time for one document, in milliseconds. */
  readonly timeoutMs: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_GUARD: GuardLimits = { memoryBytes: 1024 * MIB, timeoutMs: 60_000 };

/** Why work has no value: it took too long or too much memory, its process ended, or the program has a defect. */
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

/** What a child sends: once that it is ready, then one answer for every job. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly outcome: GuardOutcome<unknown>; readonly rssBytes: number };

/** Exit code of a child that took too much memory. */
export const OVER_MEMORY = 77;
