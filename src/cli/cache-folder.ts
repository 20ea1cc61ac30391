/** The folder for cached results. In: the options and the environment. Out: the folder, or none. */
import { InvalidArgumentError, Option } from "commander";
import envPaths from "env-paths";

/** Environment variable that names the folder. */
export const CACHE_VARIABLE = "RAGTALLY_CACHE";

/** The folder that the variable names, otherwise the system's cache folder. */
export function defaultCacheFolder(env: Readonly<NodeJS.ProcessEnv> = process.env): string {
  const named = env[CACHE_VARIABLE];
  return named === undefined || named === "" ? envPaths("ragtally", { suffix: "" }).cache : named;
}

/** False if `--no-cache` is given. */
export type CacheFlag = string | false | undefined;

export function cacheOptions(): Option[] {
  return [
    new Option(
      "--cache <folder>",
      "folder for the results of each document, used by the next run (see `ragtally cache`)",
    ).argParser((folder) => {
      if (folder === "") throw new InvalidArgumentError("The folder's name is empty.");
      return folder;
    }),
    new Option("--no-cache", "neither use nor store results in the cache"),
  ];
}

/** The folder to use, or none. */
export function cacheFolderOf(flag: CacheFlag | true): { readonly cache?: string } {
  if (flag === false) return {};
  return { cache: typeof flag === "string" ? flag : defaultCacheFolder() };
}
