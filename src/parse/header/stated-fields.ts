/** Fields of a header that one line states, and the words that state them. */
import type { PrintedHeader } from "../../model/printed.js";

export class StatedFields {
  readonly fields: Partial<PrintedHeader> = {};
  readonly printed: Partial<Record<keyof PrintedHeader, string>> = {};

  set<K extends keyof PrintedHeader>(field: K, value: PrintedHeader[K], printed: string): void {
    this.fields[field] = value;
    this.printed[field] = printed;
  }
}
