import { header } from "../tiny-shop.js";

/** Ids that no other text holds by chance: zq-id-000100 and on. */
export const telltaleId = (i: number): string => `zq-id-${String(100 + i).padStart(6, "0")}`;

const countries = ["United Kingdom", "United Kingdom", "United Kingdom", "France", "Germany"];

/**
 * A shop whose customers' ids stand wherever an id may stand: in invoice numbers, descriptions, stock codes, countries,
 * rows that cannot be read, and alone in rows that do not fit the header.
 *
 * @param customers how many, 10 or more
 */
export function telltaleShop(customers: number): string {
  const lines = [header];
  for (let i = 0; i < customers; i++) {
    const id = telltaleId(i);
    // one customer alone in a country, and every fifth with an invoice number of the customer's own
    const country = i === 3 ? "Iceland" : countries[i % countries.length]!;
    const orders = 1 + ((i * 7) % 5);
    for (let order = 0; order < orders; order++) {
      const month = 1 + ((i * 3 + order * 2) % 11);
      const day = `2011-${String(month).padStart(2, "0")}-${String(1 + ((i * 5 + order) % 27)).padStart(2, "0")} 10:30:00`;
      const invoice = i % 5 === 0 ? `${id}/${order}` : `${540000 + i * 10 + order}`;
      const code = 20000 + ((i + order) % 9);
      const price = (1.25 + ((i * 13 + order * 7) % 40) / 4).toFixed(2);
      const units = 1 + ((i * 11 + order * 3) % 24);
      lines.push(`${invoice},${code},THING ${code},${units},${day},${price},${id},${country}`);
      lines.push(`${invoice},${code + 20},OTHER ${code},${units + 1},${day},2.50,${id},${country}`);
      if (i % 6 === 0 && order === 1) {
        lines.push(`C${invoice},${code},THING ${code},-1,${day},${price},${id},${country}`);
      }
    }
  }
  const [first, second, guest] = [telltaleId(1), telltaleId(2), "2011-05-05 12:00:00"];
  return `${[
    ...lines,
    `560001,20001,GIFT FOR ${first.toUpperCase()},1,${guest},3.00,${first},France`,
    `560002,20002,letter-${second}-box,1,${guest},3.00,${second},land of ${second}`,
    `560003,CODE-${first},NAMED,1,${guest},3.00,${first},France`,
    `560004,20003,FOR A GUEST LIKE ${first},1,${guest},3.00,,France`,
    // what cannot be read: an id in the place of a number, and ids that stand nowhere else
    `560005,20003,BAD,${first},${guest},3.00,${first},France`,
    `560006,20003,BAD,zq-id-900001,${guest},3.00,zq-id-900002,France`,
    `560007,20003,BAD,1,zq-id-900003,3.00,zq-id-900004,France`,
    `560008,20003,RAGGED,1,${guest},3.00,zq-id-900005,France,zq-id-900006,more`,
  ].join("\n")}\n`;
}
