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
  readonly #drafts: UpdateDraft[] = [];
  /** The last update of each column, where the row has several columns of them; and the column that is being read. */
  readonly #byColumn = new Map<number, UpdateDraft>();
  #column: number | null = null;
  #form: string | null = null;

  readonly #joinBroken: JoinBroken;

  constructor(row: PrintedRow, joinBroken: JoinBroken) {
    this.row = row;
    this.#joinBroken = joinBroken;
  }

  /** Whether no update of the row has begun. */
  get isBare(): boolean {
    return this.#drafts.length === 0 && this.row.updates.length === 0;
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
    this.#update = new UpdateDraft(heading, place, this.#joinBroken);
    this.#drafts.push(this.#update);
    if (this.#column !== null) this.#byColumn.set(this.#column, this.#update);
    this.#form ??= heading?.form ?? null;
    return this.#update;
  }

  /** Says which column the next lines are of; those of a cell that continues go on with the column's last update. */
  enterColumn(column: number, continues: boolean): void {
    this.#column = column;
    if (continues) this.#update = this.#byColumn.get(column) ?? null;
  }

  close(): void {
    for (const draft of this.#drafts.splice(0)) this.row.updates.push(draft.printed());
    this.#update = null;
  }
}
