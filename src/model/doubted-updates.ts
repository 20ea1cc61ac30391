/** Updates of a row that a reason is about. In: the row and the reason. Out: those whose dates a person should correct or confirm. */
import { dependsOnOrder } from "../language/dates.js";
import type { Deliverable, Update } from "../schema/dataset.js";
import type { RowReason } from "../schema/reasons.js";

const byPerson = ({ repairs }: Update): boolean =>
  repairs.some(({ field, by }) => field === "date" && by !== undefined);

/** Whether no day was read because nothing says which figure of the printed date is the month. */
const isDateUnsure = ({ date, date_raw }: Update): boolean =>
  date === null && date_raw !== null && dependsOnOrder(date_raw);

/** Without those whose date a person gave. */
export function doubtedUpdates({ updates }: Pick<Deliverable, "updates">, reason: RowReason): Update[] {
  const open = updates.filter((update) => !byPerson(update));
  if (reason === "update-date-unsure") return open.filter(isDateUnsure);
  if (reason === "update-repaired") return open.filter(({ repairs }) => repairs.length > 0);
  return [];
}
