import type { BenchRow } from "./bench-row.js";

/** What one run of a bench measured, and where: a section of docs/benchmarks.md. */
export interface BenchSection {
  readonly bench: string;
  /** ISO day. */
  readonly date: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryGigabytes: number;
    readonly system: string;
  };
  /** By name: Node, this package, and whatever the bench is about or stands beside. */
  readonly versions: Readonly<Record<string, string>>;
  /** The file's name, or "sample". */
  readonly data: string;
  readonly rows: readonly BenchRow[];
}

/** The last run of every bench, as docs/benchmarks.json keeps it. */
export interface BenchRecord {
  readonly sections: readonly BenchSection[];
}

/** Puts sections into a record: each replaces the one of the same bench, new ones stand behind. */
export function replaceSections({ sections }: BenchRecord, measured: readonly BenchSection[]): BenchRecord {
  const replaced = sections.map((old) => measured.find(({ bench }) => bench === old.bench) ?? old);
  const added = measured.filter(({ bench }) => sections.every((old) => old.bench !== bench));
  return { sections: [...replaced, ...added] };
}
