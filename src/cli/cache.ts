/** `ragtally cache`: how much is kept between runs, and removing what is no longer used. */
import { Command, InvalidArgumentError } from "commander";
import { type CacheSize, pruneCache, sizeOfCache } from "../internal.js";
import { CACHE_VARIABLE, defaultCacheFolder } from "./cache-folder.js";
import { EXIT, type ExitCode } from "./exit.js";
import { count, figure } from "./render.js";
import type { Terminal } from "./terminal.js";

interface CacheFlags {
  readonly folder: string;
  readonly prune?: number;
}

const MIB = 1024 * 1024;

export function cacheCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("cache")
    .description("say how much is kept between runs, or remove what is no longer used")
    .option(
      "--folder <folder>",
      `the cache's folder (default: the variable ${CACHE_VARIABLE}, else the system's)`,
      defaultCacheFolder(),
    )
    .option("--prune <days>", "remove what no run has used for so many days; 0 removes all", parseDays)
    .action(async ({ folder, prune }: CacheFlags) => {
      if (prune === undefined) terminal.print(`${folder}: ${sized(await sizeOfCache(folder))}`);
      else {
        const { removed, left } = await pruneCache(folder, prune);
        terminal.print(`${folder}: ${sized(removed)} removed, ${sized(left)} left`);
      }
      end(EXIT.done);
    });
}

const sized = ({ entries, bytes }: CacheSize): string =>
  `${count(entries, "result")} (${figure(Math.ceil(bytes / MIB))} MiB)`;

function parseDays(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError("Give a whole number of days.");
  return Number(text);
}
