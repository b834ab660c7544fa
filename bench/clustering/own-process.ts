// node own-process.js: our side of the bench of clustering, one JSON request a line on stdin, one reply a line on stdout
import { createInterface } from "node:readline";
import { createAnswer } from "./answer-request.js";
import type { MethodRequest } from "./method-request.js";

const answer = createAnswer();
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as MethodRequest))}\n`);
}
process.exit();
