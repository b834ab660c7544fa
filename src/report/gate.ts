/** A gate that opens when so many have passed by. */
export interface Gate {
  /** One more has passed by. */
  readonly pass: () => void;
  /** Waits until the gate is open; at once when the signal is given. */
  readonly wait: (signal: AbortSignal) => Promise<void>;
}

/** Makes a gate; for none it is open from the beginning. */
export function createGate(count: number): Gate {
  let left = count;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  if (count === 0) open();
  return {
    pass: () => {
      if (--left === 0) open();
    },
    wait: async (signal) => {
      let release = () => {};
      const given = new Promise<void>((resolve) => {
        release = resolve;
        signal.addEventListener("abort", release, { once: true });
      });
      if (!signal.aborted) await Promise.race([opened, given]);
      signal.removeEventListener("abort", release);
    },
  };
}
