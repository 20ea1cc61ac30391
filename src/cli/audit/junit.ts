/**
 * Findings as JUnit XML: one suite per report, one test per rule. In: audited files. Out: tests that fail if their rule
 * raised an error or a warning that nobody closed; the other findings are a test's output. A file that could not be read is an error.
 */
import type { Finding, InputFile } from "../../internal.js";
import { RULE_IDS } from "../../internal.js";
import type { Terminal } from "../terminal.js";
import {
  type AuditedFile,
  type AuditedReport,
  type AuditWriter,
  decidedText,
  dispositionsBy,
  openIn,
} from "./writer.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};
/** Characters that XML 1.0 cannot contain, not even escaped (section 2.2, Char). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for an attribute in double quotes or an element's content. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"'\t\n\r]/g, (sign) => ENTITIES[sign] ?? sign);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, content = ""): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return content === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${content}</${name}>`;
}

export function junitWriter(terminal: Terminal): AuditWriter {
  return {
    start: () => terminal.print('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ragtally audit">'),
    file({ file, reports, path }: AuditedFile) {
      if (file.outcome === "failed") terminal.print(failedSuite(file, path));
      for (const audited of reports) terminal.print(suiteOf(audited, path));
    },
    end(_, line) {
      terminal.print("</testsuites>");
      terminal.tell(line);
    },
  };
}

function failedSuite({ error_code, message }: InputFile, path: string): string {
  const error = element("error", { type: error_code ?? "FAILED", message: message ?? "not read" });
  const test = element("testcase", { classname: path, name: "is read" }, error);
  return element("testsuite", { name: path, tests: 1, failures: 0, errors: 1, skipped: 0 }, `\n${test}\n`);
}

function suiteOf({ report, signOff }: AuditedReport, path: string): string {
  const [isOpen, dispositionOf] = [openIn(signOff), dispositionsBy(signOff)];
  const ids = [...new Set([...RULE_IDS, ...report.findings.map(({ rule }) => rule)])];
  let failures = 0;
  let skipped = 0;
  const tests = ids.map((id) => {
    const found = report.findings.filter(({ rule }) => rule === id);
    const failing = found.filter((finding) => finding.severity !== "info" && isOpen(finding));
    const [first] = found;
    const place = first?.line_first == null ? {} : { line: first.line_first };
    const attributes = { classname: report.report_id, name: id, file: path, ...place };
    if (failing.length > 0) failures++;
    const isOff = signOff.rules !== null && !signOff.rules.includes(id);
    if (isOff) skipped++;
    return element("testcase", attributes, isOff ? "<skipped/>" : contentOf(failing, found, dispositionOf));
  });
  const properties = element("properties", {}, element("property", { name: "sign-off", value: signOff.line }));
  const sums = { tests: ids.length, failures, errors: 0, skipped };
  return element("testsuite", { name: report.report_id, ...sums }, `\n${[properties, ...tests].join("\n")}\n`);
}

function contentOf(
  failing: readonly Finding[],
  found: readonly Finding[],
  dispositionOf: ReturnType<typeof dispositionsBy>,
): string {
  const [first] = failing;
  const lines = found.map((finding) => {
    const { severity, message, page, line_first } = finding;
    const place = line_first === null ? (page === null ? "" : ` (page ${page})`) : ` (line ${line_first})`;
    return `${severity}: ${message}${place}${decidedText(dispositionOf(finding))}`;
  });
  const text = lines.map(escapeXml).join("\n");
  if (first !== undefined) return element("failure", { type: first.severity, message: first.message }, text);
  return found.length === 0 ? "" : element("system-out", {}, text);
}
