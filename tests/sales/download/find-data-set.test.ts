import { describe, expect, it } from "vitest";
import { dataSets } from "../../../src/sales/download/data-sets.js";
import { findDataSet } from "../../../src/sales/download/find-data-set.js";

describe("the name of a data set", () => {
  it("finds each that there is", () => {
    for (const dataSet of dataSets) expect(findDataSet(dataSet.name)).toBe(dataSet);
  });

  it.each([
    [
      "online-retail-2",
      'no data set "online-retail-2"; did you mean online-retail-ii? there are online-retail-ii, online-retail, sample',
    ],
    [
      "OnlineRetailII",
      'no data set "OnlineRetailII"; did you mean online-retail-ii? there are online-retail-ii, online-retail, sample',
    ],
    ["titanic", 'no data set "titanic"; there are online-retail-ii, online-retail, sample'],
  ])("suggests the nearest for %s", (name, message) => {
    expect(() => findDataSet(name)).toThrow(message);
  });
});

describe("the table of data sets", () => {
  it("is complete: https, a licence, checksums, a workbook each", () => {
    for (const { url, licence, attribution, sha256, bytes, contents, file } of dataSets) {
      expect(url).toMatch(/^https:\/\/archive\.ics\.uci\.edu\/static\/public\/\d+\/.*\.zip$/);
      expect(licence).toBe("CC BY 4.0");
      expect(attribution).toMatch(/https:\/\/doi\.org\/10\.24432\//);
      expect(file).toMatch(/^\w+\.zip$/);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      // stored, not deflated: the archive is the workbook and a zip's frame around it
      const [workbook] = contents;
      expect(bytes! - workbook!.bytes!).toBe(30 + 46 + 22 + 2 * workbook!.name.length);
    }
  });
});
