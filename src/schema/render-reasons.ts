/** The reasons of the dataset to a page of documentation in Markdown. */
import { REASONS } from "./reasons.js";

const TITLES = {
  deliverables: "Rows to review",
  reports: "Reports to review",
  residue: "Text that no field took",
} as const;

export function reasonsDocument(): string {
  const sections = REASONS.map(({ table, column, reasons }) => {
    const rows = Object.entries(reasons).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
    return [
      `## ${TITLES[table]}`,
      "",
      `\`${column}\` in \`${table}.csv\`:`,
      "",
      "| reason | what it means |",
      "| --- | --- |",
      ...rows,
    ].join("\n");
  });
  const head = "<!-- Made from the schema by `npm run docs`; change it there. -->\n\n# Reasons";
  return `${[head, ...sections].join("\n\n")}\n`;
}
