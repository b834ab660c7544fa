import Tinypool from "tinypool";
import { SegmentLabError } from "../errors.js";
import type { Progress } from "../progress.js";
import type { ThreadAnswer, ThreadTask, ThreadWork } from "./thread-work.js";
import { transferableParts } from "./transferable-parts.js";

/** What every thread of the pool runs: finds the work by its name, does it, and hands over what came out. */
export default async function doTask({ module, name, input, progress }: ThreadTask): Promise<unknown> {
  try {
    const found = (await import(new URL(`../../${module}.js`, import.meta.url).href)) as Record<string, unknown>;
    const work = found[name] as ThreadWork<unknown, unknown>;
    const onProgress = (step: Progress): void => progress.postMessage(step);
    const value = await work.run(input, { onProgress });
    const answer: ThreadAnswer = { value };
    // handed over, not copied
    return Tinypool.move({
      get [Tinypool.transferableSymbol]() {
        return transferableParts(value);
      },
      get [Tinypool.valueSymbol]() {
        return answer;
      },
    } as never);
  } catch (error) {
    if (!(error instanceof SegmentLabError)) throw error;
    return { mistake: { code: error.code, message: error.message } } satisfies ThreadAnswer;
  } finally {
    progress.close();
  }
}
