/** The built command as a child process: arguments in; exit code, standard output and standard error out. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export const MAIN = join(process.cwd(), "dist/cli/main.js");

/** Results kept between the runs of one test file, and no longer. */
const CACHE = mkdtempSync(join(tmpdir(), "ragtally-cache-"));
afterAll(() => rmSync(CACHE, { recursive: true, force: true }));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Standard error so far. */
  readonly told: () => string;
  /** Standard output so far. */
  readonly printed: () => string;
}

/** The events of `--log json`, without their times. */
export function eventsOf(stderr: string): Record<string, unknown>[] {
  return stderr
    .trim()
    .split("\n")
    .map((line) => {
      const { seconds: _, ...event } = JSON.parse(line) as Record<string, unknown>;
      return event;
    });
}

/** Small inputs are read by one process, where a test does not say otherwise: starting a second takes longer than they do. */
const withOneJob = (args: readonly string[]): readonly string[] =>
  args[0] === "ingest" && args.length > 2 && !args.includes("--jobs") ? [...args, "--jobs", "1"] : args;

export function startCommand(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [MAIN, ...withOneJob(args)], {
    cwd,
    env: { ...process.env, RAGTALLY_CACHE: CACHE, ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { ended, kill: (signal) => child.kill(signal), told: () => stderr, printed: () => stdout };
}

export async function runCommand(args: readonly string[], cwd: string, env?: Readonly<Record<string, string>>) {
  return startCommand(args, cwd, env).ended;
}
