/** Which row a finding is about. In: a row or finding with its row's number. Out: a key that is equal for both. */
import type { Source } from "../schema/values.js";

export const placeKey = ({ page, line_first, bbox }: Source, number: string | null): string =>
  JSON.stringify([number, page, line_first, bbox]);
