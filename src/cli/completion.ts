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
  /** With that of the command it belongs to: "shard plan". */
  readonly name: string;
  readonly description: string;
  readonly options: readonly {
    readonly long: string;
    readonly description: string;
    readonly choices: readonly string[];
  }[];
  /** Commands below it. */
  readonly parts: readonly string[];
  /** Choices of its arguments. */
  readonly choices: readonly string[];
}

/** @param program all commands that are completed */
export function completionCommand(terminal: Terminal, end: (code: ExitCode) => void, program: Command): Command {
  return new Command("completion")
    .description("print a script with which a shell completes commands and options")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .action((shell: Shell) => {
      terminal.print(SCRIPTS[shell](program.commands.flatMap((command) => completedOf(command))));
      end(EXIT.done);
    });
}

/** The commands below it first: what is said of one of them holds before what is said of all. */
function completedOf(command: Command, belongsTo = ""): Completed[] {
  const options = [...command.options].map(({ long, description, argChoices }) => ({
    long: long ?? "",
    description,
    choices: argChoices ?? [],
  }));
  const help = { long: "--help", description: "display help for command", choices: [] };
  const completed = {
    name: `${belongsTo}${command.name()}`,
    description: command.description(),
    options: [...options, help],
    parts: command.commands.map((one) => one.name()),
    choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  };
  return [...command.commands.flatMap((one) => completedOf(one, `${completed.name} `)), completed];
}

const isPart = ({ name }: Completed): boolean => name.includes(" ");
const listOf = (words: readonly string[]): string => words.join(" ");
/** A text in single quotes. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** Options and words by command; where nothing fits, bash completes files. */
function bash(commands: readonly Completed[]): string {
  const cases = commands.map((command) => {
    const { name, options, parts, choices } = command;
    const values = options
      .filter((option) => option.choices.length > 0)
      .map(({ long, choices: words }) => `        ${long}) words=${quoted(listOf(words))} ;;`);
    const words = [...options.map(({ long }) => long), ...parts, ...choices];
    const otherwise = `        *) words=${quoted(listOf(words))} ;;`;
    const pattern = isPart(command) ? `"${name}"` : `"${name} "*`;
    return [`    ${pattern})`, '      case "$before" in', ...values, otherwise, "      esac ;;"].join("\n");
  });
  const names = commands.filter((command) => !isPart(command)).map(({ name }) => name);
  return `# Completes ragtally in bash.
_ragtally() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} part= words=
  [ "$COMP_CWORD" -gt 2 ] && part=\${COMP_WORDS[2]}
  if [ "$COMP_CWORD" -eq 1 ]; then
    words=${quoted(listOf([...names, "help"]))}
  else
    case "\${COMP_WORDS[1]} $part" in
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
  const lines = commands.flatMap((command) => {
    const { name, description, options, parts, choices } = command;
    const begins = (words: string): string => `__ragtally_begins "${words}"`;
    const elsewhere = parts.length === 0 ? "" : `; and not ${begins(`${name} (${parts.join("|")})`)}`;
    const within = `-n ${quoted(`${begins(name)}${elsewhere}`)}`;
    return [
      ...(isPart(command)
        ? []
        : [`complete -c ragtally -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`]),
      ...[...parts, ...choices].map((word) => `complete -c ragtally ${within} -a ${quoted(word)}`),
      ...options.map(({ long, description: what, choices: words }) => {
        const values = words.length === 0 ? "" : ` -x -a ${quoted(listOf(words))}`;
        return `complete -c ragtally ${within} -l ${long.replace(/^--/, "")} -d ${quoted(what)}${values}`;
      }),
    ];
  });
  return `# Completes ragtally in fish.
function __ragtally_begins
  string match -qr -- "^\\S+ $argv[1]( |\\$)" (commandline -opc | string join ' ')
end
${lines.join("\n")}`;
}

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = { bash, zsh, fish };
