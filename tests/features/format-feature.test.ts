import { expect, it } from "vitest";
import { formatFeature } from "../../src/features/format-feature.js";

it("writes a value as its unit asks", () => {
  const written = [
    formatFeature(1234.5, "currency", "GBP"),
    formatFeature(-1.5, "currency", "EUR"),
    formatFeature(0.1234, "share", "GBP"),
    formatFeature(1, "0/1", "GBP"),
    formatFeature(4, "weekday", "GBP"),
    formatFeature(13.5, "hour", "GBP"),
    formatFeature(23.9999, "hour", "GBP"),
    formatFeature(1, "days", "GBP"),
    formatFeature(51.5, "days", "GBP"),
    formatFeature(-0.644, "ratio", "GBP"),
    formatFeature("Spain", "text", "GBP"),
    formatFeature(null, "share", "GBP"),
  ];
  expect(written).toEqual([
    "£1,234.50",
    "−€1.50",
    "12.3 %",
    "yes",
    "Thursday",
    "13:30",
    "0:00",
    "1 day",
    "51.50 days",
    "−0.64",
    "Spain",
    "–",
  ]);
});
