/**
 * Reads a profile. In: a JSON file that gives every key, or one with `"extends": "built-in"` that gives only differences:
 * objects are merged key by key, lists and single values replaced. Out: the checked profile. Refuses, with a
 * `ProfileError` that names the key and its line, files of another form.
 */
import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { BUILTIN_PROFILE } from "../schema/builtin-profile.js";
import { type Profile, profileSchema } from "../schema/profile.js";
import { lineOfOffset, lineOfPath } from "./json-line.js";

/** A profile that cannot be used; the message names the file, the line and the key. */
export class ProfileError extends Error {
  override readonly name = "ProfileError";
}

type JsonObject = Readonly<Record<string, unknown>>;
type Reporter = (keys: readonly PropertyKey[], message: string) => void;

/**
 * @param ruleNames all rules; `rules.severity` may name no other
 * @throws ProfileError
 */
export async function readProfile(path: string, ruleNames: readonly string[]): Promise<Profile> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new ProfileError(`${path}: ${missing ? "there is no such file" : "the file cannot be read"}`);
  });
  const given = parseJson(text.replace(/^\uFEFF/, ""), path);
  const problems: string[] = [];
  const report: Reporter = (keys, message) => {
    const key = keys.length === 0 ? "" : `, key ${renderPath(keys)}`;
    problems.push(`${path}, line ${lineOfPath(text, keys)}${key}: ${message}`);
  };
  if (!isObject(given)) throw new ProfileError(`${path}, line 1: a profile is an object`);
  const { extends: base, ...own } = given;
  if (base !== undefined && base !== "built-in") report(["extends"], 'only "built-in" can be extended');
  const result = profileSchema.safeParse(base === undefined ? own : merge({ ...BUILTIN_PROFILE }, own));
  for (const issue of result.error?.issues ?? []) reportIssue(issue, report);
  for (const rule of Object.keys(result.data?.rules.severity ?? {})) {
    if (!ruleNames.includes(rule)) report(["rules", "severity", rule], "there is no such rule; see `ragtally explain`");
  }
  if (problems.length > 0 || result.data === undefined) throw new ProfileError(problems.join("\n"));
  return result.data;
}

function reportIssue(issue: z.core.$ZodIssue, report: Reporter): void {
  if (issue.code !== "unrecognized_keys") report(issue.path, issue.message);
  else for (const key of issue.keys) report([...issue.path, key], "there is no such key");
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const line = lineOfOffset(text, position === undefined ? text.length : Number(position));
    throw new ProfileError(`${path}, line ${line}: not valid JSON: ${message.replace(/ in JSON.*$/s, "")}`);
  }
}

function merge(base: JsonObject, own: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const before = merged[key];
    // Defined, not assigned, so that a key such as `__proto__` is reported as an unknown key.
    const after = isObject(value) && isObject(before) ? merge(before, value) : value;
    Object.defineProperty(merged, key, { value: after, enumerable: true, configurable: true, writable: true });
  }
  return merged;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** For example `columns.status[2]`; a key with other characters is quoted: `organisations["N W"]`. */
function renderPath(keys: readonly PropertyKey[]): string {
  const parts = keys.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[\w-]+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
  });
  return parts.join("").replace(/^\./, "");
}
