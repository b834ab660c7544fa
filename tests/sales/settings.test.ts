import { describe, expect, it } from "vitest";
import { normalizeSettings, readSettings } from "../../src/sales/settings.js";

describe("the settings of a run", () => {
  it("know encodings by their other names", () => {
    const of = (encoding: string) => normalizeSettings({ dialect: { encoding } }).dialect?.encoding;
    expect(["UTF8", "utf_16", "cp1252", "ISO-8859-1"].map(of)).toEqual([
      "utf-8",
      "utf-16le",
      "windows-1252",
      "latin-1",
    ]);
  });

  it("come from SEGMENT_LAB_OPTIONS, and SEGMENT_LAB_DATA names the data where they do not", () => {
    expect(readSettings({})).toEqual({});
    const text = JSON.stringify({ data: "a.csv", cleaning: "naive", seed: 7 });
    expect(readSettings({ SEGMENT_LAB_OPTIONS: text })).toEqual({ data: "a.csv", cleaning: "naive", seed: 7 });
    expect(readSettings({ SEGMENT_LAB_OPTIONS: text, SEGMENT_LAB_DATA: "b.csv" })).toMatchObject({ data: "a.csv" });
    expect(readSettings({ SEGMENT_LAB_DATA: "b.csv" })).toEqual({ data: "b.csv" });
  });

  it.each([
    [{ cleaning: "toString" }, 'cleaning "toString" is not one of default, naive'],
    [{ seed: -1 }, "seed -1 is not a whole number from 0 to 2147483647"],
    [{ seed: "many" }, 'seed "many" is not a whole number from 0 to 2147483647'],
    [
      { sead: 1 },
      'no option "sead"; there are data, cleaning, rules, goods, repeats, columns, dialect, dates, decimal, locale, currency, maxRejects, redact, seed',
    ],
    [{ columns: { customer: 3 } }, 'columns {"customer":3} is not column=HEADER pairs'],
    [{ playbook: 3 }, "playbook 3 is not the path of a playbook"],
    [{ playbook: " " }, 'playbook " " is not the path of a playbook'],
    [[], "the options [] is not an object"],
  ])("refuse %j", (loose, message) => {
    expect(() => normalizeSettings(loose)).toThrow(message);
  });

  it("refuse what is no JSON", () => {
    expect(() => readSettings({ SEGMENT_LAB_OPTIONS: "{data" })).toThrow("SEGMENT_LAB_OPTIONS is not JSON: {data");
  });
});
