import { basename } from "node:path";
import { formatMegabytes } from "../core/format.js";

/** The most that a page should weigh, in bytes: what a mailbox takes and a telephone opens. */
export const mostPageBytes = 2_500_000;

/**
 * Names what makes a page heavy: its three largest parts with their weight.
 *
 * @param path the page's path, for its name
 * @param html the page
 * @returns one line; null for a page that is light enough
 */
export function heavyPage(path: string, html: string): string | null {
  const bytes = Buffer.byteLength(html);
  if (bytes <= mostPageBytes) return null;
  const figures = [...html.matchAll(/<figure class="chart" id="figure-(\d+)"[\s\S]*?<\/figure>/g)].map(
    ([part, number]) => ({ name: `figure ${number}`, bytes: Buffer.byteLength(part) }),
  );
  const library = /<script type="text\/plain" id="library">[\s\S]*?<\/script>/.exec(html)?.[0] ?? "";
  const known = figures.reduce((sum, part) => sum + part.bytes, library.length);
  const parts = [
    ...figures,
    { name: "the chart library", bytes: library.length },
    { name: "text and tables", bytes: bytes - known },
  ];
  const largest = parts.sort((a, b) => b.bytes - a.bytes).slice(0, 3);
  const list = largest.map((part) => `${part.name} ${formatMegabytes(part.bytes, 2)}`).join(", ");
  return `${basename(path)} weighs ${formatMegabytes(bytes, 2)}, over ${formatMegabytes(mostPageBytes, 2)}; its largest parts: ${list}`;
}
