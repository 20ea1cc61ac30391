/**
 * The best set of tables that share no words. In: candidates with their worth. Out: those of the set that together are worth most.
 */
import type { Word } from "../model/page.js";
import type { Candidate } from "./candidate.js";

/** More candidates that overlap one another are taken one by one, the best first. */
const MOST_COMPARED = 14;

export function bestSet(candidates: readonly Candidate[]): Candidate[] {
  const useful = candidates.filter((candidate) => candidate.worth > 0).sort((a, b) => b.worth - a.worth);
  const overlaps = overlapsOf(useful);
  return groupsOf(useful, overlaps).flatMap((group) =>
    group.length > MOST_COMPARED ? bestFirst(group, overlaps) : bestOf(group, overlaps, 0).chosen,
  );
}

type Overlaps = ReadonlyMap<Candidate, ReadonlySet<Candidate>>;

function overlapsOf(candidates: readonly Candidate[]): Overlaps {
  const overlaps = new Map(candidates.map((candidate) => [candidate, new Set<Candidate>()]));
  const holders = new Map<Word, Candidate[]>();
  for (const candidate of candidates)
    for (const word of candidate.words) {
      const others = holders.get(word);
      if (others === undefined) holders.set(word, [candidate]);
      else {
        for (const other of others) {
          overlaps.get(other)?.add(candidate);
          overlaps.get(candidate)?.add(other);
        }
        others.push(candidate);
      }
    }
  return overlaps;
}

/** Groups of candidates that overlap directly or through others, each in the given order. */
function groupsOf(candidates: readonly Candidate[], overlaps: Overlaps): Candidate[][] {
  const seen = new Set<Candidate>();
  return candidates.flatMap((candidate) => {
    if (seen.has(candidate)) return [];
    const group = [candidate];
    seen.add(candidate);
    for (const member of group)
      for (const other of overlaps.get(member) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          group.push(other);
        }
    return [group.sort((a, b) => b.worth - a.worth)];
  });
}

function bestFirst(group: readonly Candidate[], overlaps: Overlaps): Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of group)
    if (chosen.every((other) => overlaps.get(other)?.has(candidate) !== true)) chosen.push(candidate);
  return chosen;
}

/** The best set of the candidates from `at` on. */
function bestOf(group: readonly Candidate[], overlaps: Overlaps, at: number): { chosen: Candidate[]; value: number } {
  const first = group[at];
  if (first === undefined) return { chosen: [], value: 0 };
  const free = group.slice(at + 1).filter((other) => overlaps.get(first)?.has(other) !== true);
  const rest = bestOf(free, overlaps, 0);
  const taken = { chosen: [first, ...rest.chosen], value: first.worth + rest.value };
  if (free.length === group.length - at - 1) return taken;
  const left = bestOf(group, overlaps, at + 1);
  return left.value > taken.value ? left : taken;
}
