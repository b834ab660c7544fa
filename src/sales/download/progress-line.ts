/** Where progress is shown: a terminal is rewritten in place, anything else gets plain lines. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line of progress: rewritten ten times a second on a terminal, elsewhere written whenever its step changes. */
export function createProgressLine(stream: ProgressStream, isQuiet: boolean, now: () => number) {
  let shown = { at: -1, step: "" };
  let isOpen = false;
  const end = (): void => {
    if (isOpen) stream.write("\n");
    isOpen = false;
  };
  /** Shows `line`; `step` tells coarsely how far it is, `isLast` that nothing follows. */
  const show = (step: string, isLast: boolean, line: () => string): void => {
    const at = now();
    if (isQuiet || (stream.isTTY ? !isLast && at - shown.at < 0.1 : step === shown.step)) return;
    shown = { at, step };
    stream.write(stream.isTTY ? `\r\x1b[2K${line()}` : `${line()}\n`);
    isOpen = stream.isTTY === true;
  };
  const note = (text: string): void => {
    if (isQuiet) return;
    end();
    stream.write(`${text}\n`);
  };
  return { show, note, end };
}

/** Seconds as a reader wants them: "19 s", "4 min". */
export function formatTimeLeft(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;
}
