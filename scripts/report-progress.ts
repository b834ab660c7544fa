import type { CellProgress } from "../src/report/run-notebook.js";

/** Shows the run of the notebooks: a line a notebook, on a terminal in place, elsewhere when it is done. */
export function createReportProgress(stream: NodeJS.WriteStream, isQuiet: boolean) {
  const started = new Map<string, number>();
  const running = new Map<string, string>();
  let drawn = 0;
  // lines of notebooks that run stand below those of the finished ones, and are written over
  const draw = (finished: string): void => {
    const up = drawn > 0 ? `\x1b[${drawn}A\r\x1b[J` : "";
    stream.write(`${up}${finished}${[...running.values()].join("")}`);
    drawn = running.size;
  };
  const update = ({ notebook, done, total, isKept }: CellProgress): void => {
    if (isQuiet) return;
    const start = started.get(notebook) ?? performance.now();
    started.set(notebook, start);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const isDone = done === total;
    const last = isKept ? "nothing changed" : `${seconds} s`;
    if (!stream.isTTY) {
      if (isDone) stream.write(`${notebook}: ${total} cells, ${last}\n`);
      return;
    }
    const bar = "█".repeat(Math.round((done / Math.max(total, 1)) * 20)).padEnd(20, "░");
    const line = `${notebook} ${bar} ${done}/${total} cells, ${last}\n`;
    if (isDone) running.delete(notebook);
    else running.set(notebook, line);
    draw(isDone ? line : "");
  };
  const end = (): void => {
    if (drawn > 0) draw("");
  };
  return { update, end };
}
