/** For n = 0, 1, 2, …: the logarithm of Γ(start + n) / Γ(start), and its slope by `start`. */
export interface RisingSums {
  readonly logs: Float64Array;
  readonly slopes: Float64Array;
}

/** Adds up log(start + i) and 1 / (start + i) for i below n: exact where differences of log-gammas would cancel. */
export function risingSums(start: number, most: number): RisingSums {
  const logs: Float64Array = new Float64Array(most + 1);
  const slopes: Float64Array = new Float64Array(most + 1);
  for (let i = 0; i < most; i++) {
    logs[i + 1] = logs[i]! + Math.log(start + i);
    slopes[i + 1] = slopes[i]! + 1 / (start + i);
  }
  return { logs, slopes };
}
