import { setTimeout as rest } from "node:timers/promises";
import type { Side } from "./line-process.js";
import type { MethodRequest } from "./method-request.js";

/** no number of threads is measured much longer than this; at least one run is made */
const budgetSeconds = 25;

/**
 * Times two sides in turn: ours, the peer's, ours, … after a run of each to warm up. Each turn has a seed of its own,
 * the same on both sides.
 *
 * @param plan `runs`: how often at most, less often where a turn takes long; `expected`: the seconds of a turn, already made
 * once, so that a long one is not made again to warm up
 * @returns the seconds of each run
 */
export async function timeInTurn(
  own: Side,
  peer: Side,
  request: MethodRequest,
  { runs, expected }: { readonly runs: number; readonly expected: number },
): Promise<{ mine: number[]; theirs: number[] }> {
  const turn = async (seed: number): Promise<[number, number]> => {
    const seconds: number[] = [];
    for (const side of [own, peer]) {
      // threads of the side before may still look for work
      await rest(20);
      seconds.push((await side.run({ ...request, seed })).seconds);
    }
    return [seconds[0]!, seconds[1]!];
  };
  const [first, second] = expected > budgetSeconds / 2 ? [expected, 0] : await turn(1);
  const turns = Math.max(1, Math.min(runs, Math.floor(budgetSeconds / (first + second))));
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let seed = 1; seed <= turns; seed++) {
    const [a, b] = await turn(seed);
    mine.push(a);
    theirs.push(b);
  }
  return { mine, theirs };
}
