import type { BenchRecord, BenchSection } from "./bench-record.js";
import type { BenchRow } from "./bench-row.js";
import { benchTitles } from "./bench-titles.js";
import { formatFigure } from "./format-figure.js";
import { summariseRows } from "./summarise-rows.js";

/**
 * Renders docs/benchmarks.md.
 *
 * @param record the last run of every bench
 * @returns Markdown, the same for the same record
 */
export function benchmarksPage({ sections }: BenchRecord): string {
  const parts = [
    "# Benchmarks",
    "Written by `npm run bench -- --write`, `npm run bench -- NAME --write` for one section; the rows as measured stand in " +
      "`benchmarks.json`. Figures are medians. A ratio is ours by that of the peer, or of the bar that we set ourselves: " +
      "below 1 is faster or smaller.",
    ...sections.flatMap(section),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section({ bench, date, machine, versions, data, rows }: BenchSection): string[] {
  const { title, about } = benchTitles[bench] ?? { title: bench, about: "" };
  const { processor, cores, memoryGigabytes, system } = machine;
  const installed = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `## ${title}`,
    ...(about ? [about] : []),
    `${date} · ${processor}, ${cores} ${cores === 1 ? "core" : "cores"}, ${memoryGigabytes} GB · ${system} · data: ${data}<br>\n` +
      installed.join(" · "),
    ...summariseRows(rows),
    ...groups(rows).flatMap(([group, members]) => [...(group ? [`### ${group}`] : []), table(members)]),
  ];
}

/** Rows by what stands before the first colon of their case. */
function groups(rows: readonly BenchRow[]): [string, BenchRow[]][] {
  const found = new Map<string, BenchRow[]>();
  for (const row of rows) {
    const at = row.case.indexOf(": ");
    const group = at < 0 ? "" : row.case.slice(0, at);
    const rest = at < 0 ? row : { ...row, case: row.case.slice(at + 2) };
    found.set(group, [...(found.get(group) ?? []), rest]);
  }
  return [...found];
}

function table(rows: readonly BenchRow[]): string {
  const columns: [name: string, cell: (row: BenchRow) => string][] = [
    ["", ({ case: name }) => name],
    ["ours", ({ ours, unit }) => (ours === null ? "–" : formatFigure(ours, unit))],
    ["beside", ({ peer, peerName, unit }) => (peer === null ? "" : `${peerName} ${formatFigure(peer, unit)}`)],
    ["ratio", ratio],
    ["same result", ({ equal }) => (equal === null ? "" : equal ? "yes" : "**no**")],
    ["runs", ({ runs }) => (runs === undefined ? "" : String(runs))],
    ["remarks", ({ note }) => note ?? ""],
  ];
  const used = columns.filter(([name, cell]) => name === "" || rows.some((row) => cell(row) !== ""));
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const isNumber = (name: string) => name === "ours" || name === "ratio" || name === "runs";
  return [
    line(used.map(([name]) => name)),
    line(used.map(([name]) => (isNumber(name) ? "---:" : "---"))),
    ...rows.map((row) => line(used.map(([, cell]) => cell(row)))),
  ].join("\n");
}

function ratio({ ratio, limit }: BenchRow): string {
  if (ratio === null) return "";
  const figure = ratio.toFixed(2);
  return limit !== undefined && ratio > limit ? `**${figure}**` : figure;
}
