/**
 * `ragtally completion`: prints a script with which a shell completes commands, options and their choices. In: the shell and all commands.
 * Out: the script, made from the commands' own definitions; files are completed as the shell does it.
 */
import { Argument, Command } from "commander";
import { EXIT, type ExitCode } from "./exit.js";
import type { Terminal } from "./terminal.js";

const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

/** What can be completed after a command's name. */
interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly {
    readonly long: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  /** Commands below it, and choices of its arguments. */
  readonly words: readonly string[];
}

/** @param program all commands that are completed */
export function completionCommand(terminal: Terminal, end: (code: ExitCode) => void, program: Command): Command {
  return new Command("completion")
    .description("print a script with which a shell completes commands and options")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action((shell: Shell) => {
      terminal.print(SCRIPTS[shell](program.commands.map(completedOf)));
      end(EXIT.done);
    });
}

function completedOf(command: Command): Completed {
  const options = [...command.options].map(({ long, description, argChoices }) => ({
    long: long ?? "",
    description,
    choices: argChoices ?? [],
  }));
  const words = [
    ...command.commands.map((one) => one.name()),
    ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  ];
  const help = { long: "--help", description: "display help for command", choices: [] };
  return { name: command.name(), description: command.description(), options: [...options, help], words };
}

const listOf = (words: readonly string[]): string => words.join(" ");
/** A text in single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Options and words by command; where nothing fits, bash completes files. */
function bash(commands: readonly Completed[]): string {
  const cases = commands.map(({ name, options, words }) => {
    const values = options
      .filter(({ choices }) => choices.length > 0)
      .map(({ long, choices }) => `        ${long}) words=${quoted(listOf(choices))} ;;`);
    const otherwise = `        *) words=${quoted(listOf([...options.map(({ long }) => long), ...words]))} ;;`;
    return [`    ${name})`, '      case "$before" in', ...values, otherwise, "      esac ;;"].join("\n");
  });
  return `# Completes ragtally in bash.
_ragtally() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=${quoted(listOf([...commands.map(({ name }) => name), "help"]))}
  else
    case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -o bashdefault -F _ragtally ragtally`;
}

/** zsh runs the script for bash by its own emulation. */
function zsh(commands: readonly Completed[]): string {
  return `# Completes ragtally in zsh.
autoload -U +X compinit && compinit
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, description, options, words }) => {
    const within = `-n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c ragtally -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      ...words.map((word) => `complete -c ragtally ${within} -a ${quoted(word)}`),
      ...options.map(({ long, description: what, choices }) => {
        const values = choices.length === 0 ? "" : ` -x -a ${quoted(listOf(choices))}`;
        return `complete -c ragtally ${within} -l ${long.replace(/^--/, "")} -d ${quoted(what)}${values}`;
      }),
    ];
  });
  return ["# Completes ragtally in fish.", ...lines].join("\n");
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = { bash, zsh, fish };
