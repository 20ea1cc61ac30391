/**
 * Findings as GitHub workflow commands, which show them beside the files of a change. In: audited files. Out: one line per
 * finding, with file and line; those that persons closed are notices. Text from a document is escaped, so that it cannot end a command or begin another.
 */
import type { Finding } from "../../internal.js";
import type { Terminal } from "../terminal.js";
import { type AuditWriter, decidedText, dispositionsBy, openIn } from "./writer.js";

const COMMANDS: Readonly<Record<Finding["severity"], string>> = { error: "error", warning: "warning", info: "notice" };

/** As GitHub's own toolkit escapes a message: `%` first, then line ends. */
export function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** As the toolkit escapes a property, which a colon or a comma would end. */
export function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

export function githubWriter(terminal: Terminal): AuditWriter {
  const command = (kind: string, properties: Readonly<Record<string, string | number | null>>, text: string): void => {
    const given = Object.entries(properties).flatMap(([name, value]) =>
      value === null ? [] : [`${name}=${escapeProperty(String(value))}`],
    );
    terminal.print(`::${kind} ${given.join(",")}::${escapeMessage(text)}`);
  };
  const finding = (one: Finding, path: string, isOpen: boolean, decided: string): void => {
    const { severity, rule, message, line_first, line_last, page } = one;
    const where = page === null ? "" : ` (page ${page})`;
    const place = { file: path, line: line_first, endLine: line_last, title: rule };
    command(COMMANDS[isOpen ? severity : "info"], place, `${message}${where}${decided}`);
  };
  return {
    start: () => undefined,
    file({ file, reports, path }) {
      if (file.outcome === "failed")
        command("error", { file: path, title: `not read: ${file.error_code ?? "FAILED"}` }, file.message ?? "not read");
      for (const { report, signOff } of reports) {
        const [isOpen, dispositionOf] = [openIn(signOff), dispositionsBy(signOff)];
        for (const one of report.findings) finding(one, path, isOpen(one), decidedText(dispositionOf(one)));
      }
    },
    end: (_, line) => terminal.tell(line),
  };
}
