/** `ragtally shard status`: says which shards are done. */
import { Command } from "commander";
import { rangesText, shardStates } from "../../internal.js";
import { EXIT, type ExitCode } from "../exit.js";
import { count, figure, renderTable } from "../render.js";
import type { Terminal } from "../terminal.js";

export function statusCommand(terminal: Terminal, end: (code: ExitCode) => void): Command {
  return new Command("status")
    .description("say which shards are done")
    .argument("<store>", "folder that `ragtally shard plan` wrote")
    .option("--json", "print JSON")
    .action(async (store: string, { json = false }: { readonly json?: boolean }) => {
      const { plan, done, missing } = await shardStates(store);
      const sum = (field: "documents" | "reports" | "rows" | "failed"): number =>
        [...done.values()].reduce((total, one) => total + one[field], 0);
      const facts = {
        shards: plan.shards.length,
        done: done.size,
        missing,
        ...{ documents: sum("documents"), reports: sum("reports"), rows: sum("rows"), failed: sum("failed") },
      };
      if (json) terminal.print(JSON.stringify(facts, null, 1));
      else {
        const rows = [
          ["Shards done", `${figure(facts.done)} of ${figure(facts.shards)}`],
          ["Not done", missing.length === 0 ? "none" : rangesText(missing)],
          [
            "Read so far",
            `${count(facts.documents, "document")}, ${count(facts.reports, "report")}, ${count(facts.rows, "row")}`,
          ],
          ["Failed documents", figure(facts.failed)],
        ];
        terminal.print(renderTable(rows, { width: terminal.width }).join("\n"));
      }
      end(EXIT.done);
    });
}
