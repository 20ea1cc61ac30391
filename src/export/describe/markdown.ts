/** Text and tables to Markdown that their content cannot break. */

export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plainMarkdown).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Text that neither ends a cell or line nor starts markup. */
export const plainMarkdown = (text: string): string => text.replaceAll(/\s+/g, " ").replaceAll(/[|<>]/g, "\\$&");
