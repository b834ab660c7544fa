import { expect, test } from "vitest";
import { digamma, logGamma } from "../../src/prediction/log-gamma.js";

test("log-gamma and digamma have the values of scipy.special", () => {
  for (const [x, log, slope] of [
    [1e-6, 13.81550998074943, -1000000.57721402],
    [0.5, 0.5723649429247, -1.9635100260214235],
    [1, 0, -0.5772156649015329],
    [2.5, 0.2846828704729192, 0.7031566406452432],
    [9.99, 12.779315214350195, 2.250700372831201],
    [123.4, 469.3360974421906, 4.8113737751162775],
    [1e8, 1742068066.1038349, 18.420680738952367],
  ] as const) {
    expect(Math.abs(logGamma(x) - log)).toBeLessThan(1e-13 * Math.max(1, Math.abs(log)));
    expect(Math.abs(digamma(x) - slope)).toBeLessThan(1e-13 * Math.max(1, Math.abs(slope)));
  }
});
