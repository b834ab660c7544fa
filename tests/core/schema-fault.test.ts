import { describe, expect, it, test } from "vitest";
import { type JsonSchema, schemaFault } from "../../src/core/schema-fault.js";

const pet: JsonSchema = {
  type: "object",
  required: ["name", "kind"],
  properties: {
    name: { type: "string", maxLength: 5, pattern: "^\\p{L}+$" },
    legs: { type: "integer", minimum: 0, maximum: 8 },
    weights: { $ref: "#/$defs/weights" },
    kind: {
      oneOf: [
        { type: "object", required: ["is"], properties: { is: { const: "cat" }, lives: { enum: [7, 9] } } },
        { type: "object", required: ["is", "tricks"], properties: { is: { const: "dog" }, tricks: { type: "array" } } },
      ],
    },
  },
  $defs: { weights: { type: ["array", "null"], minItems: 1, items: { type: "number" } } },
};

test("a value that the schema describes has no fault, whatever else it holds", () => {
  const cat = { name: "Miez😺".slice(0, 4), kind: { is: "cat", lives: 9 }, weights: null, colour: "grey" };
  expect(schemaFault(pet, cat)).toBeUndefined();
  expect(schemaFault(pet, { name: "Rex", legs: 4, weights: [1.5], kind: { is: "dog", tricks: [] } })).toBeUndefined();
});

describe("the first fault is told with its place", () => {
  const cat = { is: "cat" };
  it.each<[unknown, string]>([
    [null, "pet is null, not object"],
    [[], "pet is a list, not object"],
    [{ kind: cat }, "pet.name is missing"],
    [{ name: 7, kind: cat }, "pet.name is 7, not string"],
    [{ name: "Leopold", kind: cat }, 'pet.name is "Leopold", not at most 5 characters'],
    [{ name: "\u001b[2J", kind: cat }, 'pet.name is "\\u001b[2J", not like ^\\p{L}+$'],
    [{ name: "Tom", legs: 3.5, kind: cat }, "pet.legs is 3.5, not integer"],
    [{ name: "Tom", legs: -1, kind: cat }, "pet.legs is -1, not at least 0"],
    [{ name: "Tom", legs: 9, kind: cat }, "pet.legs is 9, not at most 8"],
    [{ name: "Tom", weights: [], kind: cat }, "pet.weights is a list, not a list of at least 1"],
    [{ name: "Tom", weights: [1, "2"], kind: cat }, 'pet.weights[1] is "2", not number'],
    [{ name: "Tom", weights: [JSON.parse("1e999")], kind: cat }, "pet.weights[0] is null, not number"],
    [{ name: "Tom", kind: { is: "cat", lives: 8 } }, "pet.kind.lives is 8, not one of 7, 9"],
    [{ name: "Tom", kind: { is: "dog" } }, "pet.kind.tricks is missing"],
    [{ name: "Tom", kind: { is: "cow" } }, "pet.kind is none of the kinds there are"],
    [JSON.parse('{"name": "Tom", "kind": {"__proto__": {"is": "cat"}}}'), "pet.kind is none of the kinds there are"],
  ])("%j", (value, fault) => expect(schemaFault(pet, value, "pet")).toBe(fault));
});

test("a tree of any depth where another thing belongs is told shortly", () => {
  const deep = JSON.parse(`${"[".repeat(200_000)}${"]".repeat(200_000)}`);
  expect(schemaFault({ type: "number" }, deep, "it")).toBe("it is a list, not number");
});

test("a schema with a keyword that is not known is refused, not half checked", () => {
  expect(() => schemaFault({ uniqueItems: true } as JsonSchema, [1, 1])).toThrow('the schema uses "uniqueItems"');
});
