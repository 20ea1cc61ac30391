/** `ragtally shard submit`: adds the shards that are not done to a queue. */
import { resolve } from "node:path";
import { Command } from "commander";
import { shardStates } from "../../internal.js";
import { EXIT, type ExitCode } from "../exit.js";
import { count } from "../render.js";
import type { Terminal } from "../terminal.js";
import { addShards, queueOption, queueServer } from "./queue.js";

export function submitCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("submit")
    .description("add the shards that are not done to a queue, for `ragtally worker`")
    .argument("<store>", "folder that `ragtally shard plan` wrote")
    .addOption(queueOption("queue, such as redis://localhost:6379 or postgres://localhost/ragtally"))
    .action(async (store: string, { queue }: { readonly queue: string }) => {
      const { missing } = await shardStates(store);
      const server = await queueServer(queue);
      await addShards(server, resolve(store), missing);
      terminal.print(`${count(missing.length, "shard")} added to ${server.shownAs}`);
      end(EXIT.done);
    });
}
