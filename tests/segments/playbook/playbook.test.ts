import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rfmSegmentNames } from "../../../src/features/rfm/segment-map.js";
import { personas } from "../../../src/segments/personas.js";
import { checkPlaybook } from "../../../src/segments/playbook/check-playbook.js";
import { defaultPlaybook, otherPersona, playbookEntry } from "../../../src/segments/playbook/default-playbook.js";
import type { Playbook } from "../../../src/segments/playbook/playbook.js";
import { playbookCsv, playbookTable } from "../../../src/segments/playbook/playbook-table.js";
import { readPlaybook } from "../../../src/segments/playbook/read-playbook.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "playbook-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(text: string | Uint8Array, name = "playbook.csv"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const lines = playbookCsv().trimEnd().split("\n");
const header = lines[0]!;
/** The CSV row of one persona with some of its fields changed; no field of the default has a comma in quotes there. */
function row(changes: Readonly<Record<string, string>>): string {
  const fields: Record<string, string> = {
    persona: "Champions",
    goal: "g",
    offer: "o",
    channel: "e-mail",
    timing: "t",
    message: "m",
    avoid: "a",
    metric: "x",
    guard_rail: "r",
    effort: "2",
    uplift_low: "0.01",
    uplift_base: "0.02",
    uplift_high: "0.03",
    uplift_source: "our test of May",
    discount: "0",
    contact_cost: "0.2",
  };
  return header
    .split(",")
    .map((name) => changes[name] ?? fields[name])
    .join(",");
}

describe("the default playbook", () => {
  it("is valid, has a row for each persona, RFM segment and newcomers, and one for all others", () => {
    expect(checkPlaybook(defaultPlaybook)).toBe(defaultPlaybook);
    const named = defaultPlaybook.map(({ persona }) => persona);
    expect(named.toSorted()).toEqual(
      [...personas.map(({ name }) => name), ...rfmSegmentNames, "Newcomers", otherPersona].toSorted(),
    );
    expect(playbookEntry(defaultPlaybook, "My own persona").persona).toBe(otherPersona);
  });

  it("gives the known advice", () => {
    const advice = (persona: string) => playbookEntry(defaultPlaybook, persona);
    for (const best of ["Champions", "High-value regulars"]) {
      expect(advice(best).avoid).toMatch(/^discounts/);
      expect(advice(best)).toMatchObject({ discount: 0 });
      expect(advice(best).offer).toMatch(/access/);
    }
    for (const atRisk of ["At Risk", "Can't Lose Them", "High-value overdue"])
      expect(advice(atRisk).channel).toMatch(/personal|telephone/);
    expect(advice("Small-basket buyers").offer).toMatch(/clearance/);
    expect(advice("Newcomers").goal).toBe("a second purchase within 30 days");
    for (const gone of ["Lost", "Inactive low-value"])
      expect(advice(gone).offer).toBe("one last message, then silence");
  });

  it("calls every uplift an assumption, none a fact", () => {
    for (const { persona, upliftSource } of defaultPlaybook) expect(upliftSource, persona).toMatch(/^assumption/);
  });
});

describe("a playbook as a table", () => {
  it("comes back from CSV as it was", async () => {
    expect(await readPlaybook(await written(playbookCsv()))).toEqual(defaultPlaybook);
    expect(playbookTable().columnNames()).toEqual(header.split(","));
    expect(playbookTable().numRows()).toBe(defaultPlaybook.length);
  });

  it("comes back from JSON as it was", async () => {
    const rows = playbookTable().objects();
    expect(await readPlaybook(await written(JSON.stringify(rows), "playbook.json"))).toEqual(defaultPlaybook);
  });

  it("comes back as a German spreadsheet saves it: semicolons, decimal commas, per cent, another encoding", async () => {
    const own = row({ uplift_low: "0-01", uplift_base: "2 %", uplift_high: "3%", goal: "für alle" })
      .replaceAll(",", ";")
      .replace("0-01", "0,01");
    const text = `${header.replaceAll(",", ";")}\r\n${own}\r\n`;
    for (const bytes of [Buffer.from(`\uFEFF${text}`, "utf8"), Buffer.from(text, "latin1")]) {
      const champions = playbookEntry(await readPlaybook(await written(bytes)), "Champions");
      expect(champions).toMatchObject({ goal: "für alle", uplift: { low: 0.01, base: 0.02, high: 0.03 } });
    }
  });

  it("keeps the default for personas that the file leaves out", async () => {
    const playbook = await readPlaybook(await written(`${header}\n${row({})}\n`));
    expect(playbook).toHaveLength(defaultPlaybook.length);
    expect(playbookEntry(playbook, "Champions")).toMatchObject({ upliftSource: "our test of May", contactCost: 0.2 });
    expect(playbookEntry(playbook, "Lost")).toEqual(playbookEntry(defaultPlaybook, "Lost"));
  });

  it("guards what a spreadsheet would run, and takes the guard off again", async () => {
    const formula = '=HYPERLINK("http://zq.example","x")';
    const playbook: Playbook = [{ ...defaultPlaybook[0]!, offer: formula, goal: "-5 % returns", message: 'a, "b"\nc' }];
    const text = playbookCsv(playbook);
    expect(text).toContain(`"'=HYPERLINK(`);
    const back = playbookEntry(await readPlaybook(await written(text)), defaultPlaybook[0]!.persona);
    expect(back).toMatchObject({ offer: formula, goal: "-5 % returns", message: 'a, "b"\nc' });
  });

  it.each([
    [{ persona: "Champion" }, 'no persona "Champion"; did you mean Champions?'],
    [{ goal: "" }, "(Champions): goal is missing; fill it in"],
    [{ uplift_base: "1.2" }, '(Champions): uplift_base "1.2" is not a share from 0 to 1, such as 0.02 or 2 %'],
    [{ uplift_low: "-0.1" }, 'uplift_low "-0.1" is not a share from 0 to 1'],
    [{ uplift_low: "0.04" }, "(Champions): uplift 0.04, 0.02, 0.03 does not rise from low to high"],
    [{ discount: "=1+1" }, 'discount "=1+1" is not a share from 0 to 1'],
    [{ contact_cost: "-2" }, '(Champions): contact_cost "-2" is not an amount of money from 0 on'],
    [{ contact_cost: "1e999" }, 'contact_cost "1e999" is not an amount of money from 0 on'],
    [{ effort: "4" }, '(Champions): effort "4" is not 1, 2 or 3 (1 is an afternoon, 2 a week, 3 a project)'],
  ])("is refused with its row and field: %o", async (changes, message) => {
    const path = await written(`${header}\n${row({ persona: "Lost" })}\n${row(changes)}\n`);
    await expect(readPlaybook(path)).rejects.toThrow(`row 2 of ${path}`);
    await expect(readPlaybook(path)).rejects.toThrow(message);
    await expect(readPlaybook(path)).rejects.toMatchObject({ code: "bad-value" });
  });

  it("is refused where a persona stands twice, a column is missing or unknown, or there is nothing in it", async () => {
    await expect(readPlaybook(await written(`${header}\n${row({})}\n${row({})}\n`))).rejects.toThrow(
      'persona "Champions" stands twice; keep one of its rows',
    );
    const less = `${header.replace(",contact_cost", "")}\n${row({}).replace(/,0\.2$/, "")}\n`;
    await expect(readPlaybook(await written(less))).rejects.toThrow(
      "has no column contact_cost; the columns are persona",
    );
    await expect(readPlaybook(await written(`${header.replace("goal", "gaol")}\n${row({})}\n`))).rejects.toThrow(
      'no column "gaol"; did you mean goal?',
    );
    await expect(readPlaybook(await written(`${header}\n`))).rejects.toThrow("has no rows");
    await expect(readPlaybook(await written(""))).rejects.toMatchObject({ code: "bad-file" });
    await expect(readPlaybook(await written(`${header}\n"Champions`))).rejects.toThrow("ends inside quotes");
    await expect(readPlaybook(await written("{}", "p.json"))).rejects.toThrow("is no list of rows");
    await expect(readPlaybook(await written("[{]", "p.json"))).rejects.toThrow("is no JSON");
    await expect(readPlaybook(await written('[{"persona": "Lost"}]', "p.json"))).rejects.toThrow(
      "(Lost): goal is missing; fill it in",
    );
    await expect(readPlaybook(join(folder, "none.csv"))).rejects.toMatchObject({ code: "file-missing" });
  });

  it("takes rows for personas of one's own where they are named", async () => {
    const path = await written(`${header}\n${row({ persona: "Schools" })}\n`);
    await expect(readPlaybook(path)).rejects.toThrow('no persona "Schools"');
    const playbook = await readPlaybook(path, { personas: ["Schools"] });
    expect(playbookEntry(playbook, "Schools").upliftSource).toBe("our test of May");
  });
});
