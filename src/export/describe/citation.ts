/** `CITATION.cff`: how to cite the dataset, in the Citation File Format 1.2.0, which is YAML; JSON strings are YAML strings. */
import { VERSION } from "../version.js";
import { type About, DEFAULT_TITLE } from "./about.js";

export const CITATION_FILE = "CITATION.cff";

/** What stands for an author who was not named: the format requires one. */
const UNNAMED = "Compiler not named";
/** The form of an SPDX identifier, the only licences that the format has besides an address. */
const SPDX = /^[A-Za-z0-9][A-Za-z0-9.+-]*$/;

export function citation({ title, author, licence }: About): string {
  const text = (value: string): string => JSON.stringify(value);
  const lines = [
    "cff-version: 1.2.0",
    `message: ${text("If you use this dataset, please cite it, and the reports that it was read from.")}`,
    "type: dataset",
    `title: ${text(title ?? DEFAULT_TITLE)}`,
    "authors:",
    `  - name: ${text(author ?? UNNAMED)}`,
    `abstract: ${text(`Read from published reports by ragtally ${VERSION}; README.md describes method and doubts.`)}`,
  ];
  if (licence !== null) lines.push(SPDX.test(licence) ? `license: ${licence}` : `license-url: ${text(licence)}`);
  return `${lines.join("\n")}\n`;
}
