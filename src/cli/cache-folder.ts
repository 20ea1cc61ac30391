/** Where results are kept between runs, unless the user says otherwise. */

import { InvalidArgumentError, Option } from "commander";
import envPaths from "env-paths";

/** Environment variable that names the folder. */
export const CACHE_VARIABLE = "RAGTALLY_CACHE";

/** The variable's folder, else the one that the system keeps for what can be made again. */
export function defaultCacheFolder(env: Readonly<NodeJS.ProcessEnv> = process.env): string {
  const named = env[CACHE_VARIABLE];
  return named === undefined || named === "" ? envPaths("ragtally", { suffix: "" }).cache : named;
}

/** False is what `--no-cache` gives. */
export type CacheFlag = string | false | undefined;

export function cacheOptions(): Option[] {
  return [
    new Option(
      "--cache <folder>",
      "folder that keeps each document's result for the next run (see `ragtally cache`)",
    ).argParser((folder) => {
      if (folder === "") throw new InvalidArgumentError("It names no folder.");
      return folder;
    }),
    new Option("--no-cache", "neither use nor keep results of other runs"),
  ];
}

/** The folder to use, or none. */
export function cacheFolderOf(flag: CacheFlag | true): { readonly cache?: string } {
  if (flag === false) return {};
  return { cache: typeof flag === "string" ? flag : defaultCacheFolder() };
}
