import type { BenchRow } from "./bench-row.js";
import { formatFigure } from "./format-figure.js";

/**
 * Says in words which rows keep their limits and which results differ.
 *
 * @returns paragraphs of Markdown; none where nothing is held against anything
 */
export function summariseRows(rows: readonly BenchRow[]): string[] {
  const measured = rows.filter(({ ours }) => ours !== null);
  const limited = measured.filter(({ limit, ratio }) => limit !== undefined && ratio !== null);
  const missed = limited.filter(({ limit, ratio }) => ratio! > limit!);
  const compared = measured.filter(({ equal }) => equal !== null);
  const differing = compared.filter(({ equal }) => !equal);
  const paragraphs: string[] = [];
  if (limited.length > 0) {
    const fast = limited.filter(({ ratio, peerName }) => peerName !== "bar" && ratio! < 0.5).length;
    const beside = limited.filter(({ peerName }) => peerName !== "bar").length;
    paragraphs.push(
      `${kept(limited.length - missed.length, limited.length)} the limit that they are held to` +
        `${beside > 0 ? `; ${fast} of ${beside} beside a peer are below half of its time` : ""}.` +
        `${missed.length > 0 ? ` Missed:` : ""}`,
      ...(missed.length > 0 ? [list(missed, missLine)] : []),
    );
  }
  if (compared.length > 0) {
    paragraphs.push(
      differing.length === 0
        ? `Both sides have the same result in all ${compared.length} comparisons.`
        : `Results differ in ${differing.length} of ${compared.length} comparisons:`,
      ...(differing.length > 0
        ? [list(differing, ({ case: name, note }) => `${name}${note ? ` (${note})` : ""}`)]
        : []),
    );
  }
  const absent = rows.length - measured.length;
  if (absent > 0) paragraphs.push(`${absent} ${absent === 1 ? "row is" : "rows are"} not measured; each says why.`);
  return paragraphs;
}

function kept(count: number, all: number): string {
  if (count === all) return all === 1 ? "The one row keeps" : `All ${all} rows keep`;
  return `${count} of ${all} rows keep`;
}

function missLine({ case: name, ours, peer, peerName, ratio, limit, unit }: BenchRow): string {
  return `${name}: ${formatFigure(ours!, unit)} beside ${peerName} ${formatFigure(peer!, unit)}, ratio ${ratio!.toFixed(2)}, allowed ${limit!.toFixed(1)}`;
}

function list(rows: readonly BenchRow[], line: (row: BenchRow) => string): string {
  return rows.map((row) => `- ${line(row)}`).join("\n");
}
