/** Guarded work: the lines of a document that `line_first` and `line_last` count. In: its bytes. Out: the lines by page. */
import type { GuardedJob } from "../../source/guard/messages.js";
import { formatOf, INPUT_FORMATS } from "./input-formats.js";

export const job: GuardedJob<Uint8Array, readonly (readonly string[])[]> = async (bytes) =>
  (await INPUT_FORMATS[formatOf(bytes)].linesOf?.(bytes)) ?? [];
