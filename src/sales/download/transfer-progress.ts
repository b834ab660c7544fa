import { formatMegabytes, formatShare } from "../../core/format.js";
import type { TransferProgress } from "./download-attempt.js";
import { createProgressLine, formatTimeLeft, type ProgressStream } from "./progress-line.js";

/**
 * Shows how far a download is: bytes, share, rate and estimate; in place on a terminal, else a line every tenth.
 *
 * @param now seconds of any clock
 */
export function createTransferProgress(stream: ProgressStream, isQuiet: boolean, now: () => number) {
  const { show, note, end } = createProgressLine(stream, isQuiet, now);
  const began = now();
  let first: number | null = null;
  const update = ({ received, total, resumedFrom }: TransferProgress): void => {
    first ??= resumedFrom;
    const rate = Math.max(0, received - first) / Math.max(now() - began, 1e-3);
    // a tenth of the file, or ten megabytes where its size is not known
    const step = Math.floor(total === null ? received / 1e7 : (10 * received) / Math.max(1, total));
    show(String(step), received === total, () => describe(received, total, rate));
  };
  return { update, note, end };
}

function describe(received: number, total: number | null, rate: number): string {
  const speed = rate > 0 ? `, ${formatMegabytes(rate)}/s` : "";
  if (total === null) return `${formatMegabytes(received)}${speed}`;
  const left = rate > 0 && received < total ? `, ${formatTimeLeft((total - received) / rate)}` : "";
  return `${formatMegabytes(received)} of ${formatMegabytes(total)} (${formatShare(received / Math.max(1, total), 0)})${speed}${left}`;
}
