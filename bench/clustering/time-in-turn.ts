import { setTimeout as rest } from "node:timers/promises";
import type { Side } from "./line-process.js";
import type { MethodRequest } from "./method-request.js";

/** How often two sides are timed. */
export interface TurnPlan {
  /** So many turns at most. */
  readonly runs: number;
  /** Seconds that the turns may take in all; one is made in any case. */
  readonly budget: number;
  /** The seconds of a turn, which was made once already: a long one is not made again to warm up. */
  readonly expected: number;
}

/**
 * Times two sides in turn: ours, the peer's, ours, … after a run of each to warm up. Each turn has a seed of its own,
 * the same on both sides.
 *
 * @returns the seconds of each run
 */
export async function timeInTurn(
  own: Side,
  peer: Side,
  request: MethodRequest,
  { runs, expected, budget }: TurnPlan,
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
  const [first, second] = expected > budget / 2 ? [expected, 0] : await turn(1);
  const turns = Math.max(1, Math.min(runs, Math.floor(budget / (first + second))));
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let seed = 1; seed <= turns; seed++) {
    const [a, b] = await turn(seed);
    mine.push(a);
    theirs.push(b);
  }
  return { mine, theirs };
}
