import type { CellProgress } from "../src/report/run-notebook.js";

/** Shows the run of the notebooks: one line a notebook, on a terminal in place, elsewhere when it is done. */
export function createReportProgress(stream: NodeJS.WriteStream, isQuiet: boolean) {
  let isOpen = false;
  const started = new Map<string, number>();
  const update = ({ notebook, done, total }: CellProgress): void => {
    if (isQuiet) return;
    const start = started.get(notebook) ?? performance.now();
    started.set(notebook, start);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const isDone = done === total;
    if (!stream.isTTY) {
      if (isDone) stream.write(`${notebook}: ${total} cells, ${seconds} s\n`);
      return;
    }
    const bar = "█".repeat(Math.round((done / Math.max(total, 1)) * 20)).padEnd(20, "░");
    stream.write(`\r\x1b[2K${notebook} ${bar} ${done}/${total} cells, ${seconds} s${isDone ? "\n" : ""}`);
    isOpen = !isDone;
  };
  const end = (): void => {
    if (isOpen) stream.write("\n");
    isOpen = false;
  };
  return { update, end };
}
