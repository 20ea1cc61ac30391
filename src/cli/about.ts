/** What only the compiler of a dataset can say of it, as options of the commands that write one. */
import { InvalidArgumentError, Option } from "commander";

export interface AboutFlags {
  readonly title?: string;
  readonly author?: string;
  readonly licence?: string;
}

export const aboutOptions = (): Option[] => [
  new Option("--title <text>", "what the dataset is called in its description"),
  new Option("--author <name>", "who compiled it: a person or an organisation"),
  new Option("--licence <licence>", "licence of the dataset, such as CC-BY-4.0").argParser(parseLicence),
];

export const aboutOf = ({ title, author, licence }: AboutFlags) => ({
  title: title ?? null,
  author: author ?? null,
  licence: licence ?? null,
});

/** An SPDX identifier, or the address of a licence. */
function parseLicence(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.+-]*$|^https?:\/\/\S+$/.test(text)) return text;
  throw new InvalidArgumentError("Give an SPDX identifier such as CC-BY-4.0 or OGL-UK-3.0, or an https address.");
}
