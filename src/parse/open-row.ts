/**
 * The row that lines are read into. In: headings of its updates, as they are met. Out: the row with the updates that are
 * closed, and what stands before the line that comes next.
 */
import { isUnfinished } from "../language/sentences.js";
import type { Place } from "../model/block.js";
import type { PrintedRow } from "../model/printed.js";
import type { JoinBroken } from "./broken-words.js";
import { UpdateDraft } from "./update-draft.js";
import type { UpdateHeading } from "./update-heading.js";
import type { Before } from "./update-start.js";

export class OpenRow implements Before {
  readonly row: PrintedRow;
  #update: UpdateDraft | null = null;
  #form: string | null = null;

  readonly #joinBroken: JoinBroken;

  constructor(row: PrintedRow, joinBroken: JoinBroken) {
    this.row = row;
    this.#joinBroken = joinBroken;
  }

  /** Whether no update of the row has begun. */
  get isBare(): boolean {
    return this.#update === null && this.row.updates.length === 0;
  }

  get isFirst(): boolean {
    return this.isBare && !isUnfinished(this.row.title ?? "");
  }

  get form(): string | null {
    return this.#form;
  }

  get lastText(): string | null {
    return this.#update?.lastText ?? null;
  }

  get update(): UpdateDraft | null {
    return this.#update;
  }

  start(heading: UpdateHeading | null, place: Place): UpdateDraft {
    this.close();
    this.#update = new UpdateDraft(heading, place, this.#joinBroken);
    this.#form ??= heading?.form ?? null;
    return this.#update;
  }

  close(): void {
    if (this.#update !== null) this.row.updates.push(this.#update.printed());
    this.#update = null;
  }
}
