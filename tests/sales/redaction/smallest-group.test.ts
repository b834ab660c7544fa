import { describe, expect, it } from "vitest";
import { createRedaction } from "../../../src/sales/redaction/redaction.js";
import { leftOutGroups, showableGroups } from "../../../src/sales/redaction/smallest-group.js";

const groups = [0, 1, 4, 5, 60].map((customers) => ({ customers }));
const redaction = createRedaction("a key of sixteen+");

describe("groups of people", () => {
  it("are all shown of plain sales", () => {
    expect(showableGroups({ redaction: null }, groups)).toEqual(groups);
    expect(leftOutGroups({ redaction: null }, groups, "cells")).toBeNull();
  });

  it("are shown of redacted sales from five people on, and those of nobody", () => {
    expect(showableGroups({ redaction }, groups).map(({ customers }) => customers)).toEqual([0, 5, 60]);
    expect(leftOutGroups({ redaction }, groups, "cells")).toBe(
      "2 of 5 cells have fewer than 5 customers: a redacted page leaves them out, and shares in the chart are those of the rest.",
    );
    expect(leftOutGroups({ redaction }, groups.slice(3), "cells")).toBeNull();
  });
});
