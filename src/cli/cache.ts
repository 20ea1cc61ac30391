/** `ragtally cache`: prints the size of the cache, or removes what is no longer used. */
import { Command } from "commander";
import { type CacheSize, pruneCache, sizeOfCache } from "../internal.js";
import { CACHE_VARIABLE, defaultCacheFolder } from "./cache-folder.js";
import { EXIT, type ExitCode } from "./exit.js";
import { MIB, wholeNumber } from "./option-values.js";
import { count, figure } from "./render.js";
import type { Terminal } from "./terminal.js";

interface CacheFlags {
  readonly folder: string;
  readonly prune?: number;
}

export function cacheCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("cache")
    .description("print the size of the cache, or remove what is no longer used")
    .option(
      "--folder <folder>",
      `the cache's folder (default: the variable ${CACHE_VARIABLE}, otherwise the system's cache folder)`,
      defaultCacheFolder(),
    )
    .option(
      "--prune <days>",
      "remove what no run has used for this many days; 0 removes everything",
      wholeNumber(0, 99_999),
    )
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
