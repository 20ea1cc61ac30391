/**
 * `ragtally explain`: prints what a rule means, with a passing and a failing example; what a reason in the dataset means; or
 * the list of all rules.
 */
import { Command } from "commander";
import { explainRule, needsText, REASONS, RULE_IDS, RULES, type Rule, renderExample } from "../internal.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { didYouMean } from "./near-names.js";
import { renderTable, wrap } from "./render.js";
import type { Terminal } from "./terminal.js";

export function explainCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("explain")
    .description("print what a rule of the audit or a reason in the dataset means; without a name, list the rules")
    .argument("[name]", "a rule's name, as in findings, or a reason's, as in rows and residue")
    .action((id: string | undefined) => {
      if (id === undefined) terminal.print(renderList(terminal));
      else terminal.print(explain(id, terminal));
      end(EXIT.done);
    });
}

const REASON_NAMES = REASONS.flatMap(({ reasons }) => Object.keys(reasons));
const NAMES = [...new Set([...RULE_IDS, ...REASON_NAMES])];

/** A rule and a reason may have the same name: then the rule's page explains both. */
function explain(id: string, terminal: Terminal): string {
  const rule = explainRule(id);
  if (rule !== undefined) return renderRule(rule, terminal);
  const found = REASONS.flatMap(({ table, column, reasons }) =>
    Object.entries(reasons)
      .filter(([name]) => name === id)
      .map(([name, meaning]) => renderReason(name, `${column} of ${table}`, meaning, terminal)),
  );
  if (found.length > 0) return found.join("\n\n");
  throw new UsageError(
    `there is no rule or reason "${id}"${didYouMean(id, NAMES)}\nRules: ${RULE_IDS.join(", ")}\nReasons: ${[...new Set(REASON_NAMES)].join(", ")}`,
  );
}

function renderReason(name: string, where: string, meaning: string, { colours, width }: Terminal): string {
  return [`${colours.bold(name)} (${where})`, ...indent(wrap(meaning.replaceAll("`", ""), width - 2))].join("\n");
}

function renderList({ colours, width }: Terminal): string {
  const rows = RULES.map(({ id, severity, title }) => [colours.bold(id), severity, title]);
  return renderTable(rows, { width }).join("\n");
}

function renderRule(rule: Rule, { colours, width }: Terminal): string {
  const { meaning, importance, remedy } = rule.explanation;
  const section = (name: string, text: string) => [colours.bold(name), ...indent(wrap(text, width - 2))];
  return [
    [`${colours.bold(rule.id)} (${rule.severity})`, rule.title],
    section("What it means", meaning),
    section("Why it matters", importance),
    section("What to do", remedy),
    section("When it applies", needsText(rule.needs).replaceAll("`", "")),
    [colours.bold("A report that passes"), ...indent(renderExample(rule.passing).split("\n"))],
    [colours.bold("A report that fails"), ...indent(renderExample(rule.failing).split("\n"))],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
