/**
 * Whether a document writes the day or the month first in dates such as 9/12/2022. In: its texts. Out: the order that its
 * dates with a figure above 12 show; day first where there are none, unclear where there are many of both orders.
 */
import type { DateOrder } from "./dates.js";

/** Dates in figures with the same sign twice; what follows or precedes them makes labels and versions of others. */
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?![\d./-]\d|\d)/g;
const MOST_MONTHS = 12;
const MOST_DAYS = 31;
/** How many dates of one order a single date of the other may be a misprint beside. */
const MISPRINTS = 8;

export class DateOrderEvidence {
  #dayFirst = 0;
  #monthFirst = 0;

  add(text: string): void {
    for (const [, first, sign, second, year] of text.matchAll(NUMERIC)) {
      const [a, b] = [Number(first), Number(second)];
      if (a > MOST_MONTHS && a <= MOST_DAYS && b <= MOST_MONTHS) this.#dayFirst += 1;
      // Month-first dates are written with points hardly ever; 1.13.20 is rather a label or a version.
      else if (b > MOST_MONTHS && b <= MOST_DAYS && a <= MOST_MONTHS && (sign !== "." || year?.length === 4))
        this.#monthFirst += 1;
    }
  }

  order(): DateOrder {
    const [day, month] = [this.#dayFirst, this.#monthFirst];
    if (month === 0 || day >= month * MISPRINTS) return "day-first";
    return month >= day * MISPRINTS ? "month-first" : "unclear";
  }
}
