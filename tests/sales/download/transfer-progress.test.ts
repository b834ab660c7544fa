import { expect, it } from "vitest";
import { createTransferProgress } from "../../../src/sales/download/transfer-progress.js";

/** Shows a download of 20 MB at one MB a second and returns what was written. */
function show(isTTY: boolean, isQuiet = false, total: number | null = 20e6): string[] {
  const written: string[] = [];
  let seconds = 0;
  const progress = createTransferProgress({ isTTY, write: (text) => written.push(text) }, isQuiet, () => seconds);
  for (let received = 0; received <= 20e6; received += 5e5) {
    seconds = received / 1e6;
    progress.update({ received, total, resumedFrom: 0 });
  }
  progress.end();
  return written;
}

it("writes a plain line every tenth where there is no terminal", () => {
  const lines = show(false);
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe("0.0 MB of 20.0 MB (0 %)\n");
  expect(lines[5]).toBe("10.0 MB of 20.0 MB (50 %), 1.0 MB/s, 10 s left\n");
  expect(lines[10]).toBe("20.0 MB of 20.0 MB (100 %), 1.0 MB/s\n");
});

it("rewrites one line on a terminal and ends it", () => {
  const lines = show(true);
  expect(lines[3]).toBe("\r\x1b[2K1.5 MB of 20.0 MB (8 %), 1.0 MB/s, 19 s left");
  expect(lines.at(-1)).toBe("\n");
});

it("tells bytes and rate where the size is not known", () => {
  expect(show(false, false, null)).toEqual(["0.0 MB\n", "10.0 MB, 1.0 MB/s\n", "20.0 MB, 1.0 MB/s\n"]);
});

it("counts the rate from what came in this run", () => {
  const written: string[] = [];
  let seconds = 0;
  const progress = createTransferProgress({ write: (text) => written.push(text) }, false, () => seconds);
  progress.update({ received: 10e6, total: 20e6, resumedFrom: 10e6 });
  seconds = 2;
  progress.update({ received: 12e6, total: 20e6, resumedFrom: 10e6 });
  expect(written.at(-1)).toBe("12.0 MB of 20.0 MB (60 %), 1.0 MB/s, 8 s left\n");
});

it("keeps quiet when asked to", () => {
  expect(show(true, true)).toEqual([]);
});
