/** In: the blocks above a table. Out: the first day of the period that they say the report is about, or null. */
import { periodOf } from "../../language/quarters.js";
import type { Block } from "../../model/block.js";
import type { PrintedHeader } from "../../model/printed.js";
import type { Profile } from "../../schema/profile.js";
import { headerReader } from "../header/header-reader.js";

type PlanYears = Pick<PrintedHeader, "planStartYear" | "planEndYear">;

export function periodStartAbove(blocks: readonly Block[], profile: Profile): string | null {
  const { period, plan } = headerReader(profile);
  let years: PlanYears = { planStartYear: null, planEndYear: null };
  for (const block of blocks) {
    if (block.kind !== "line") continue;
    const printed = years.planStartYear === null ? plan.dated(block.text)?.years : null;
    if (printed) years = { planStartYear: printed.start, planEndYear: printed.end };
    const fields = period.read(block.text)?.fields;
    if (fields?.quarter === undefined || fields.quarter === null) continue;
    const { quarter, periodYear = null, publishedMonth = null } = fields;
    return periodOf({ quarter, periodYear, publishedMonth, ...years })?.start ?? null;
  }
  return null;
}
