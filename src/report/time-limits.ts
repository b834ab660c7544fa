/** How long cells may take. */
export interface TimeLimits {
  /** Seconds of one cell. */
  readonly cellSeconds?: number;
  /** Seconds of the whole run, for the message. */
  readonly runSeconds?: number;
  /** When the whole run must have ended, as `performance.now()` tells the time. */
  readonly deadline?: number;
}

/** A time limit that was met. */
export class TimeLimitMet extends Error {
  readonly kind: "cell-limit" | "run-limit";

  constructor(kind: "cell-limit" | "run-limit", seconds: number) {
    const [what, option] = kind === "cell-limit" ? ["the cell", "--cell-limit"] : ["the run as a whole", "--limit"];
    const unit = seconds === 1 ? "second" : "seconds";
    super(`${what} took more than ${seconds} ${unit} and was ended; ${option} allows it more`);
    this.name = "TimeLimitMet";
    this.kind = kind;
  }
}

/**
 * Waits for a cell as long as it may take.
 *
 * @throws TimeLimitMet when that is over; the work itself goes on
 */
export async function withinLimits<Value>(work: () => Promise<Value>, limits: TimeLimits = {}): Promise<Value> {
  const { cellSeconds = Number.POSITIVE_INFINITY, runSeconds = 0, deadline = Number.POSITIVE_INFINITY } = limits;
  const left = (deadline - performance.now()) / 1000;
  const met =
    left < cellSeconds ? new TimeLimitMet("run-limit", runSeconds) : new TimeLimitMet("cell-limit", cellSeconds);
  const seconds = Math.min(left, cellSeconds);
  if (seconds <= 0) throw met;
  if (seconds === Number.POSITIVE_INFINITY) return work();
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    // timers know no more than 24 days
    timer = setTimeout(() => reject(met), Math.min(seconds * 1000, 2 ** 31 - 1));
  });
  try {
    return await Promise.race([work(), over]);
  } finally {
    clearTimeout(timer);
  }
}
