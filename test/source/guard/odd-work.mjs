/** Work for the guard's tests, by what it is asked to do. */
import { existsSync, writeFileSync } from "node:fs";

let calls = 0;
const held = [];

export async function job({ act, value = null, once = null, megabytes = 0 }) {
  calls += 1;
  if (once !== null) {
    if (existsSync(once)) return "second try";
    writeFileSync(once, "");
  }
  if (act === "hang") for (;;);
  if (act === "fill") for (;;) held.push(new Uint8Array(16 * 1024 * 1024).fill(1));
  if (act === "fill heap") for (;;) held.push(Array.from({ length: 1_000_000 }, (_, at) => ({ at })));
  if (act === "die") process.kill(process.pid, "SIGTERM");
  if (act === "die") await new Promise(() => undefined);
  if (act === "rest") await new Promise((resolve) => setTimeout(resolve, 200));
  if (act === "forget") {
    Promise.reject("a fault that nobody waits for");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  if (act === "throw") throw new Error("a fault");
  if (act === "take much") {
    const from = Date.now();
    const much = Array.from({ length: 40 }, () => new Uint8Array(16 * 1024 * 1024).fill(1));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { value: much.length, from, to: Date.now() };
  }
  if (act === "wait") {
    const from = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { from, to: Date.now() };
  }
  if (act === "keep") for (let at = 0; at < megabytes; at += 10) held.push(new Uint8Array(10 * 1024 * 1024).fill(1));
  return { value, calls, process: process.pid };
}
