import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import { analysisHelp, readAnalysisOptions } from "../../scripts/analysis-options.js";

test("--playbook reaches the settings as a path from where the user stands", () => {
  const { playbook } = readAnalysisOptions({ playbook: "mine.csv" });
  expect(isAbsolute(playbook!)).toBe(true);
  expect(playbook).toMatch(/mine\.csv$/);
  expect(readAnalysisOptions({})).not.toHaveProperty("playbook");
  expect(() => readAnalysisOptions({ playbook: "" })).toThrow('playbook "" is not the path of a playbook');
  expect(analysisHelp).toContain("--playbook F");
});
