import { describe, expect, it } from "vitest";
import { toCsv } from "../../src/core/csv.js";

describe("a CSV that leaves the program", () => {
  it("quotes what needs quotes, leaves nulls empty and numbers whole", () => {
    const columns = [
      { name: "id", values: ["a,b", 'say "hi"', "two\nlines", null] },
      { name: "x", values: [0.1, -1e-7, null, Number.NaN] },
    ];
    expect(toCsv(columns)).toBe('id,x\n"a,b",0.1\n"say ""hi""",-1e-7\n"two\nlines",\n,\n');
  });

  it("guards texts that a spreadsheet would run, never numbers", () => {
    const values = ["=1+1", "+1", "-1", "@x", "\tx", "plain", -5];
    expect(toCsv([{ name: "v", values }])).toBe("v\n'=1+1\n'+1\n'-1\n'@x\n'\tx\nplain\n-5\n");
  });
});
