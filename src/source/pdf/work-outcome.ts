/** What guarded work on one PDF returns: a value, or a code and a message. */
import type { GuardCode } from "../guard/messages.js";
import type { PdfFailureCode } from "./failure.js";

export type WorkOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: WorkFailureCode; readonly message: string };

export type WorkFailureCode = PdfFailureCode | GuardCode | "NO_PAGE" | "TOO_MANY_PIXELS" | "NO_CANVAS";
