/** In: the blocks above a table. Out: the first day of the period that they say the report is about, or null. */
import { periodOf } from "../../language/quarters.js";
import type { Block } from "../../model/block.js";
import type { Profile } from "../../schema/profile.js";
import { headerReader } from "../header/header-reader.js";

export function periodStartAbove(blocks: readonly Block[], profile: Profile): string | null {
  const { period } = headerReader(profile);
  for (const block of blocks) {
    const fields = block.kind === "line" ? period.read(block.text)?.fields : undefined;
    if (fields?.quarter === undefined || fields.quarter === null) continue;
    const { quarter, periodYear = null, publishedMonth = null } = fields;
    return periodOf({ quarter, periodYear, publishedMonth, planStartYear: null, planEndYear: null })?.start ?? null;
  }
  return null;
}
