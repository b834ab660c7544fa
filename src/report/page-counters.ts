/** Numbers the things of one page, from 1. */
export interface PageCounters {
  next(kind: "figure" | "code" | "long"): number;
}

/** Makes the counters of one page. */
export function createPageCounters(): PageCounters {
  const counts = { figure: 0, code: 0, long: 0 };
  return {
    next: (kind) => {
      counts[kind]++;
      return counts[kind];
    },
  };
}
