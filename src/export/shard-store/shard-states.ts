/** Which shards of a store are done. In: the store. Out: its plan, what is known of each shard that is done, and the others. */
import type { ShardDone } from "./shard-plan.js";
import { readDone, readPlan, type StoredPlan } from "./store.js";

export interface ShardStates extends Pick<StoredPlan, "plan"> {
  readonly done: ReadonlyMap<number, ShardDone>;
  /** Shards that are not done, from 0. */
  readonly missing: readonly number[];
}

/** @throws ShardError */
export async function shardStates(store: string): Promise<ShardStates> {
  const { plan, sha256 } = await readPlan(store);
  const done = new Map<number, ShardDone>();
  const missing: number[] = [];
  for (const index of plan.shards.keys()) {
    const state = await readDone(store, index, sha256);
    if (state === null) missing.push(index);
    else done.set(index, state);
  }
  return { plan, done, missing };
}
