import { expect, test } from "vitest";
import { chooseKChart } from "../../src/charts/choose-k-chart.js";
import { titleOf } from "./render.js";

const row = (k: number, silhouette: number, daviesBouldin: number, calinskiHarabasz: number) => ({
  algorithm: "k-means",
  k,
  silhouette,
  daviesBouldin,
  calinskiHarabasz,
});

test("states what each criterion prefers: the least Davies–Bouldin, the greatest of the others", () => {
  const chart = chooseKChart([row(2, 0.3, 0.9, 50), row(3, 0.4, 1.2, 40), row(4, Number.NaN, 0.8, 30)]);
  expect(titleOf(chart)).toBe("The silhouette prefers k = 3 (k-means, 0.400); Davies–Bouldin 4, Calinski–Harabasz 2");
});

test("says so when all three agree", () => {
  expect(titleOf(chooseKChart([row(2, 0.3, 0.9, 50), row(3, 0.4, 0.7, 60)]))).toBe("All three criteria prefer k = 3");
});
