/**
 * An update in the making. In: the heading it begins with, or none, and its lines in printed order. Out: the printed
 * update, its lines put together into paragraphs.
 */
import type { Place } from "../model/block.js";
import { coverPlaces } from "../model/place.js";
import type { PrintedUpdate } from "../model/printed.js";
import type { Repair } from "../schema/values.js";
import type { JoinBroken } from "./broken-words.js";
import { type Line, Paragraphs } from "./paragraphs.js";
import type { UpdateHeading } from "./update-heading.js";

export class UpdateDraft {
  readonly #paragraphs: Paragraphs;
  readonly #update: PrintedUpdate;
  #lastText = "";

  constructor(heading: UpdateHeading | null, place: Place, joinBroken: JoinBroken) {
    this.#paragraphs = new Paragraphs(joinBroken);
    this.#update = {
      date: heading?.date ?? null,
      dateRaw: heading?.dateRaw ?? null,
      heading: heading?.heading ?? null,
      author: heading?.author ?? null,
      text: "",
      repairs: [],
      place,
    };
  }

  /** The line that was added last; empty where there is none. */
  get lastText(): string {
    return this.#lastText;
  }

  /** @param width length in characters of the longest lines of wrapped text of this kind */
  add(line: Line, width: number, place: Place): void {
    this.#paragraphs.add(line, width);
    this.#lastText = line.text;
    this.#update.place = coverPlaces(this.#update.place, place);
  }

  addRepairs(repairs: readonly Repair[]): void {
    this.#update.repairs.push(...repairs);
  }

  printed(): PrintedUpdate {
    this.#update.text = this.#paragraphs.text();
    this.addRepairs(this.#paragraphs.broken.map((repair) => ({ field: "text", ...repair })));
    return this.#update;
  }
}
