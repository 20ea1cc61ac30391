/** A PDF's bytes, and a module that makes something of its pages where they are read, so that they need not travel. */
import { DEFAULT_LIMITS } from "./limits.js";
import { type PdfReading, readDocument } from "./read-document.js";
import type { WorkOutcome } from "./work-outcome.js";

export interface GuardedReading {
  readonly bytes: Uint8Array;
  /** The program's own; it exports `work(reading, argument)`. */
  readonly module: string;
  readonly argument: unknown;
}

export async function work({ bytes, module, argument }: GuardedReading): Promise<WorkOutcome<unknown>> {
  const reading = await readDocument(bytes, DEFAULT_LIMITS);
  if (!reading.ok) return reading;
  const { work } = (await import(module)) as {
    work: (reading: PdfReading, argument: unknown) => WorkOutcome<unknown> | Promise<WorkOutcome<unknown>>;
  };
  return work(reading, argument);
}
