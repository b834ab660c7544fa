import { expect, test } from "vitest";
import { preparationSensitivity } from "../../../src/comparison/explanation/preparation-sensitivity.js";

const result = { ids: ["1", "2", "3", "4", "5", "6"], labels: [0, 0, 0, 1, 1, 1] };

test("a preparation that changes nothing but numbers and order keeps everything", () => {
  const [same] = preparationSensitivity(result, [
    { preparation: "turned", ids: ["6", "5", "4", "3", "2", "1"], labels: [0, 0, 0, 1, 1, 1] },
  ]);
  expect(same).toEqual({
    preparation: "turned",
    customers: 6,
    clusters: 2,
    index: 1,
    kept: [
      { cluster: 0, jaccard: 1 },
      { cluster: 1, jaccard: 1 },
    ],
  });
});

test("compares the customers in both, and says which cluster comes back", () => {
  const [other] = preparationSensitivity(result, [
    { preparation: "rfm", ids: ["1", "2", "3", "4", "5", "7"], labels: [0, 0, 0, 0, 1, 1] },
  ]);
  expect(other).toMatchObject({ customers: 5, clusters: 2 });
  // {1,2,3} against {1,2,3,4}; {4,5} against {5}
  expect(other!.kept).toEqual([
    { cluster: 0, jaccard: 3 / 4 },
    { cluster: 1, jaccard: 1 / 2 },
  ]);
});

test("noise counts for the agreement but is no cluster that comes back", () => {
  const [noise] = preparationSensitivity(result, [
    { preparation: "all noise", ids: result.ids, labels: new Array(6).fill(-1) },
  ]);
  expect(noise).toMatchObject({ clusters: 0, index: 0, kept: [{ jaccard: 0 }, { jaccard: 0 }] });
});

test("refuses other customers and labels that are not one each", () => {
  expect(() => preparationSensitivity(result, [{ preparation: "rfm", ids: ["9"], labels: [0] }])).toThrow(
    'no customer of the result is under "rfm"; take the same shop',
  );
  expect(() => preparationSensitivity({ ids: ["1"], labels: [0, 1] }, [])).toThrow("2 labels for 1 rows");
});
