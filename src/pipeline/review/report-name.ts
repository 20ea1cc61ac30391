/** What a report is called where a person chooses among reports: its plan, theme and period. */
import { periodText, planText, themeText } from "../../audit-page/report-section.js";
import type { Report } from "../../schema/dataset.js";

export const reportName = (report: Report): string =>
  [planText(report), themeText(report), periodText(report)].filter((part) => part !== "").join(" · ");
