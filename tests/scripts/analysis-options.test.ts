import { isAbsolute } from "node:path";
import { expect, test } from "vitest";
import { analysisHelp, readAnalysisOptions } from "../../scripts/analysis-options.js";

test("--margin, --budget and --holdout reach the settings as numbers, shares also in percent", () => {
  expect(readAnalysisOptions({ margin: "40%", budget: "0", holdout: "0.2" })).toEqual({
    margin: 0.4,
    budget: 0,
    holdout: 0.2,
  });
  for (const name of ["margin", "budget", "holdout"]) {
    expect(readAnalysisOptions({})).not.toHaveProperty(name);
    expect(analysisHelp).toContain(`--${name} `);
  }
});

test.each([
  [{ margin: "1.4" }, "margin 1.4 is not a share from 0 to 1, such as 0.4 or 40%"],
  [{ margin: "" }, 'margin "" is not a share from 0 to 1, such as 0.4 or 40%'],
  [{ budget: "-1" }, "budget -1 is not an amount of money from 0 on, such as 500"],
  [{ budget: "£5" }, 'budget "£5" is not an amount of money from 0 on, such as 500'],
  [{ budget: "Infinity" }, "is not an amount of money from 0 on, such as 500"],
  [{ holdout: "95%" }, "holdout 0.95 is not a share from 0 to 0.9, such as 0.1 or 10%"],
])("%j is refused in one line", (given, message) => {
  expect(() => readAnalysisOptions(given)).toThrow(message);
});

test("--playbook reaches the settings as a path from where the user stands", () => {
  const { playbook } = readAnalysisOptions({ playbook: "mine.csv" });
  expect(isAbsolute(playbook!)).toBe(true);
  expect(playbook).toMatch(/mine\.csv$/);
  expect(readAnalysisOptions({})).not.toHaveProperty("playbook");
  expect(() => readAnalysisOptions({ playbook: "" })).toThrow('playbook "" is not the path of a playbook');
  expect(analysisHelp).toContain("--playbook F");
});
