import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { runTogether } from "../../src/lab/run-together.js";

const run = (code: string) => spawn(process.execPath, ["-e", code], { stdio: "ignore" });
const forever = () => run("setInterval(() => {}, 1000)");

test("ends the others when one ends, and gives its exit code", async () => {
  const other = forever();
  expect(await runTogether([run("process.exit(3)"), other], new AbortController().signal)).toBe(3);
  expect(other.signalCode).toBe("SIGTERM");
});

test("ends all on the signal", async () => {
  const controller = new AbortController();
  const children = [forever(), forever()];
  setTimeout(() => controller.abort(), 100);
  expect(await runTogether(children, controller.signal)).toBe(0);
  expect(children.map((child) => child.signalCode)).toEqual(["SIGTERM", "SIGTERM"]);
});
