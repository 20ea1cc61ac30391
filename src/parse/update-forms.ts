/**
 * The forms of update headings that a report uses: it keeps to one or two. In: its items. Out: whether a heading's form is
 * one of them, so that it begins an update wherever a line or a sentence opens with it; the same words elsewhere are prose.
 */
import type { Item, TextItem } from "./item.js";
import { opensText } from "./paragraphs.js";
import type { TextWidths } from "./text-widths.js";
import type { HeadingGrammar, UpdateHeading } from "./update-heading.js";

/** A form met less often may be a sentence that happens to begin so. */
const FEWEST = 2;
/** Share of the rows with text that begin with a form which the report uses. */
const SHARE = 0.25;
/** The same for words between a date and a colon, which may be the sentence's own. */
const SHARE_WITH_AUTHOR = 0.5;

export class UpdateForms {
  readonly #update: HeadingGrammar;
  readonly #widths: TextWidths;
  /** How often a form opens a text or a sentence. */
  readonly #openings = new Map<string, number>();
  /** In how many rows it is the first heading. */
  readonly #firsts = new Map<string, number>();
  #rows = 0;

  constructor(update: HeadingGrammar, items: readonly Item[], widths: TextWidths) {
    this.#update = update;
    this.#widths = widths;
    let row: TextItem[] = [];
    for (const item of items) {
      if (item.kind === "text") row.push(item);
      if (item.kind !== "head") continue;
      this.#learn(row);
      row = [];
    }
    this.#learn(row);
  }

  /** Learns from the texts under one row. */
  #learn(row: readonly TextItem[]): void {
    if (row.length > 0) this.#rows += 1;
    let isFirst = true;
    let last: string | null = null;
    for (const item of row) {
      const text = item.text.trim();
      const forms = opensText(item, text, last, this.#widths.at(item.block)) ? this.#formsOf(text) : [];
      for (const form of forms) {
        count(this.#openings, form);
        if (isFirst) count(this.#firsts, form);
      }
      if (forms.length > 0) isFirst = false;
      last = text;
    }
  }

  isUsual({ form, author }: UpdateHeading): boolean {
    if (form === null || (this.#openings.get(form) ?? 0) < FEWEST) return false;
    return (this.#firsts.get(form) ?? 0) >= this.#rows * (author === null ? SHARE : SHARE_WITH_AUTHOR);
  }

  /** The forms that a text's beginning can be read as. */
  #formsOf(text: string): readonly string[] {
    const forms = [this.#update.read(text)?.form, this.#update.readUsual(text)?.form];
    return forms.filter((form, at): form is string => typeof form === "string" && forms.indexOf(form) === at);
  }
}

function count(counts: Map<string, number>, form: string): void {
  counts.set(form, (counts.get(form) ?? 0) + 1);
}
