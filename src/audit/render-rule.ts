/** In: rules. Out: their pages of documentation as Markdown, from the text and the examples that they carry. */
import type { RuleText } from "./define-rule.js";
import { renderExample } from "./render-example.js";

const MADE = "<!-- Made from the rule itself by `npm run docs`; change it there. -->";

/** A rule's page: the same text and examples as `ragtally explain` and the page of an audit show. */
export function ruleDocument({ id, severity, title, explanation, passing, failing }: RuleText): string {
  const { meaning, importance, remedy } = explanation;
  const example = (name: string, text: string): string => `## ${name}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
  return [
    `${MADE}\n\n# ${id}\n\n**${severity}** · ${title}\n`,
    `## What it means\n\n${meaning}\n`,
    `## Why it matters\n\n${importance}\n`,
    `## What to do\n\n${remedy}\n`,
    example("A report that passes", renderExample(passing)),
    example("A report that fails", renderExample(failing)),
    "[All rules](README.md)\n",
  ].join("\n");
}

/** The list of all rules, in their order. */
export function ruleIndex(rules: readonly RuleText[]): string {
  const rows = rules.map(({ id, severity, title }) => `| [\`${id}\`](${id}.md) | ${severity} | ${title} |`);
  return `${MADE}\n\n# The rules of the audit\n\n| rule | severity | raised when |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}
