/** What a history is called: "Delivery plan (2019-2020), theme 4: Bringing offenders to justice". */
import type { PlanHistory } from "./history.js";

type Named = Pick<PlanHistory, "plan_title" | "plan_start_year" | "plan_end_year" | "theme_number" | "theme_title">;

export function historyName(named: Named): string {
  const { theme_number, theme_title } = named;
  const theme = theme_number === null ? (theme_title ?? "") : `theme ${theme_number}`;
  const title = theme_number === null || theme_title === null ? "" : `: ${theme_title}`;
  const name = planName(named);
  return theme === "" ? name : `${name}, ${theme}${title}`;
}

/** Without its theme. */
export function planName({
  plan_title,
  plan_start_year,
  plan_end_year,
}: Pick<Named, "plan_title" | "plan_start_year" | "plan_end_year">): string {
  const years = [plan_start_year, plan_end_year].filter((year) => year !== null).join("-");
  return years === "" ? (plan_title ?? "") : `${plan_title ?? ""} (${years})`;
}
