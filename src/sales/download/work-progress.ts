import { formatShare } from "../../core/format.js";
import type { Progress } from "../../core/progress.js";
import { createProgressLine, formatTimeLeft, type ProgressStream } from "./progress-line.js";

/**
 * Shows how far a long piece of work is, with an estimate for the part that runs; in place on a terminal, else a line
 * every tenth.
 *
 * @param now seconds of any clock
 */
export function createWorkProgress(stream: ProgressStream, isQuiet: boolean, now: () => number) {
  const { show, end } = createProgressLine(stream, isQuiet, now);
  let part = { label: "", began: now() };
  const update = ({ done, total, label }: Progress): void => {
    if (label !== part.label) part = { label, began: now() };
    const share = done / Math.max(1, total);
    const elapsed = now() - part.began;
    const left = share > 0.02 && share < 1 ? `, ${formatTimeLeft((elapsed * (1 - share)) / share)}` : "";
    show(`${label} ${Math.floor(10 * share)}`, share === 1, () => `${label}: ${formatShare(share, 0)}${left}`);
  };
  return { update, end };
}
