import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { MethodReply, MethodRequest } from "./method-request.js";

/** One side of the bench: asked for one run at a time. */
export interface Side {
  readonly name: string;
  run(request: MethodRequest): Promise<MethodReply>;
  close(): void;
}

/**
 * Starts a process that answers requests, one JSON a line, so that its start and its imports count for nothing.
 *
 * @param name whose side it is, in words
 */
export function startSide(name: string, command: string, args: readonly string[]): Side {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  // a process that has ended takes no more requests; its silence is reported below
  child.stdin.on("error", () => undefined);
  return {
    name,
    async run(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { done, value } = await lines.next();
      if (done) throw failure ?? new Error(`${name} ended without an answer to ${request.method}`);
      return JSON.parse(value) as MethodReply;
    },
    close: () => void child.kill(),
  };
}
