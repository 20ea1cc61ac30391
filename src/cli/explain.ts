/** `ragtally explain`: what a rule means, with an example that passes and one that fails; or the list of all rules. */
import { Command } from "commander";
import distance from "natural/lib/natural/distance/index.js";
import { explainRule, RULE_IDS, RULES, type Rule, renderExample } from "../index.js";
import { EXIT, type ExitCode, UsageError } from "./exit.js";
import { renderTable, wrap } from "./render.js";
import type { Terminal } from "./terminal.js";

/** Jaro-Winkler similarity from which a rule's name is offered for a misspelt one: transposed and lost letters pass. */
const NEAR = 0.8;
const OFFERED = 3;

export function explainCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("explain")
    .description("print what a rule means, with examples; without a rule, list them all")
    .argument("[rule]", "the rule's name, as findings bear it")
    .action((id: string | undefined) => {
      if (id === undefined) terminal.print(renderList(terminal));
      else terminal.print(renderRule(findRule(id), terminal));
      end(EXIT.done);
    });
}

function findRule(id: string): Rule {
  const rule = explainRule(id);
  if (rule !== undefined) return rule;
  const near = nearestRules(id);
  const offer = near.length === 0 ? "" : `; did you mean ${near.join(" or ")}?`;
  throw new UsageError(`there is no rule "${id}"${offer}\nRules: ${RULE_IDS.join(", ")}`);
}

function nearestRules(id: string): string[] {
  return RULE_IDS.map((known) => ({ known, nearness: distance.JaroWinklerDistance(id, known, { ignoreCase: true }) }))
    .filter(({ nearness }) => nearness >= NEAR)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, OFFERED)
    .map(({ known }) => known);
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
    [colours.bold("A report that passes"), ...indent(renderExample(rule.passing).split("\n"))],
    [colours.bold("A report that fails"), ...indent(renderExample(rule.failing).split("\n"))],
  ]
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
