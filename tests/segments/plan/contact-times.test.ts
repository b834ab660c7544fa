import { describe, expect, it } from "vitest";
import { bestTimes } from "../../../src/segments/plan/best-times.js";
import { contactTimes } from "../../../src/segments/plan/contact-times.js";
import { openLines } from "../../sales/tiny-shop.js";
import { scratchWorkspace } from "../../scratch-workspace.js";

const workspace = scratchWorkspace();

// 2011-01-03 is a Monday; customer 7 orders four times, 8 and 9 once each
const lines = [
  "1,10000,A,1,2011-01-03 09:10:00,5.00,7,France",
  "2,10000,A,1,2011-01-04 09:50:00,5.00,7,France",
  "3,10000,A,1,2011-01-11 14:00:00,5.00,7,France",
  "4,10000,A,1,2011-01-12 15:00:00,5.00,7,France",
  "5,10000,A,1,2011-01-07 20:00:00,5.00,10,France",
  "6,10000,A,1,2011-01-14 20:30:00,5.00,9,France",
];

describe("the best time to write", () => {
  it("is the customer's own from three orders on, else that of the list", async () => {
    const sales = await openLines(workspace, lines);
    const times = await contactTimes(sales);
    sales.close();
    expect(times.customers).toEqual(["7", "9", "10"]);
    expect([...times.weekdays.subarray(0, 7)]).toEqual([1, 2, 1, 0, 0, 0, 0]);
    const best = bestTimes(["7", "9", "10", "unheard of"], [0, 1, 1, 0], 3, times);
    // Tuesday at nine; Friday at eight in the evening; who never ordered takes the list's; a list of nobody has none
    expect(best).toEqual({
      weekday: [2, 5, 5, 2],
      hour: [9, 20, 20, 9],
      listWeekday: [2, 5, null],
      listHour: [9, 20, null],
    });
  });

  it("has no hour where the file has days alone, and nothing without times", async () => {
    const sales = await openLines(
      workspace,
      lines.map((line) => line.replace(/\d\d:\d\d:00/, "00:00:00")),
    );
    const times = await contactTimes(sales);
    sales.close();
    expect(times.hours).toBeNull();
    expect(bestTimes(["7"], [0], 1, times)).toMatchObject({ weekday: [2], hour: [null] });
    expect(bestTimes(["7"], [0], 1, null)).toMatchObject({ weekday: [null], listHour: [null] });
  });
});
