/** `ragtally profile`: prints the profile in use as JSON, as a starting point for one's own. */
import { Command } from "commander";
import { EXIT, type ExitCode } from "./exit.js";
import { chooseProfile, profileOption } from "./options.js";
import type { Terminal } from "./terminal.js";

export function profileCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("profile")
    .description("print the profile in use as JSON, as a starting point for your own")
    .addOption(profileOption())
    .action(async (flags: { readonly profile?: string }) => {
      terminal.print(JSON.stringify(await chooseProfile(flags.profile), null, 2));
      end(EXIT.done);
    });
}
