import { describe, expect, it } from "vitest";
import { buildFeatures } from "../../src/features/build-features.js";
import { scratchWorkspace } from "../scratch-workspace.js";
import { header, openLines, openText } from "./tiny-shop.js";

const workspace = scratchWorkspace();

describe("an export of another shop system", () => {
  it("of Shopify is read: blank SKUs, currency, offsets, refunds as negative quantities", async () => {
    const lines = [
      "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Shipping Country",
      "#1001,ann@example.com,paid,2023-01-05 10:12:13 +0000,EUR,30.00,2023-01-05 10:12:13 +0000,2,Mug,10.00,MUG-1,DE",
      "#1001,ann@example.com,,,,,2023-01-05 10:12:13 +0000,1,Card,10.00,,",
      "#1002,bob@example.com,paid,2023-02-05 10:12:13 +0000,EUR,10.00,2023-02-05 10:12:13 +0000,1,Mug,10.00,MUG-1,FR",
      "#1003,bob@example.com,refunded,2023-02-06 10:12:13 +0000,EUR,-10.00,2023-02-06 10:12:13 +0000,-1,Mug,10.00,MUG-1,FR",
    ];
    const sales = await openText(workspace, "shopify.csv", `${lines.join("\n")}\n`);
    expect(sales.currency).toBe("EUR");
    expect(sales.ledger.at(-1)).toMatchObject({ step: "sales", rows: 3, customers: 2, invoices: 2, revenue: 40 });
    expect(sales.ledger.at(-2)).toMatchObject({ step: "returns", rows: 1, revenue: -10 });
    expect(sales.notes.join(" ")).toContain("every code counts as goods here");
    expect(sales.notes.join(" ")).toContain("quantities below 0 are the returns");
    const customers = (await buildFeatures(sales)).objects() as Record<string, unknown>[];
    expect(customers[0]).toMatchObject({
      customer: "ann@example.com",
      orders: 1,
      units: 3,
      unique_products: 1,
      recency_days: 33,
    });
    expect(customers[1]).toMatchObject({ customer: "bob@example.com", net_revenue: 0, return_rate: 1 });
    sales.close();
  });

  it("of WooCommerce is read", async () => {
    const lines = [
      "Order Number,Order Date,Email (Billing),Country Code (Billing),SKU,Item Name,Quantity,Item Cost",
      "501,2023-01-05 10:12,ann@example.com,DE,MUG-1,Mug,2,10.00",
    ];
    const sales = await openText(workspace, "woo.csv", `${lines.join("\n")}\n`);
    expect(sales.ledger.at(-1)).toMatchObject({ rows: 1, customers: 1, invoices: 1, revenue: 20 });
    sales.close();
  });

  it("of Square is read: totals with a currency sign, date and time apart", async () => {
    const lines = [
      "Date,Time,Item,Qty,SKU,Gross Sales,Transaction ID,Customer ID",
      "2023-01-05,10:12:13,Mug,3,MUG-1,$10.00,T1,C7",
      "2023-01-06,09:00:00,Mug,-1,MUG-1,-$3.33,T2,C7",
    ];
    const sales = await openText(workspace, "square.csv", `${lines.join("\n")}\n`);
    const rows = (
      await sales.query("SELECT quantity, price, revenue, hour(invoiced_at) AS h FROM rows ORDER BY 1 DESC")
    ).objects();
    expect(rows).toEqual([
      { quantity: 3, price: 3.333333, revenue: 10, h: 10 },
      { quantity: -1, price: 3.33, revenue: -3.33, h: 9 },
    ]);
    sales.close();
  });

  it("says which of its columns bear on the turnover and are not read", async () => {
    const lines = [
      "Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem price,Lineitem discount,Refunded Amount",
      "#1001,ann@example.com,refunded,2023-01-05 10:12:13 +0000,2,10.00,0.00,20.00",
      "#1002,ann@example.com,paid,2023-02-05 10:12:13 +0000,1,10.00,0.00,0.00",
    ];
    const sales = await openText(workspace, "shopify.csv", `${lines.join("\n")}\n`);
    expect(sales.notes.filter((note) => note.includes("not read"))).toEqual([
      'The column "Financial Status" is not read: orders that it marks as cancelled, unpaid or refunded count as sales; leave them out of the export.',
      'The column "Lineitem discount" is not read: discounts are not taken off the prices.',
      'The column "Refunded Amount" is not read: refunds are not set against the sales.',
    ]);
    sales.close();
    const named = await openText(workspace, "plain.csv", "customer,date,Refunds\nann,2023-01-05,20.00\n", {
      columns: { amount: "Refunds" },
    });
    expect(named.notes.join(" ")).not.toContain("not read");
    named.close();
  });

  it("that is a plain list of customer, date and amount says what it cannot give", async () => {
    const sales = await openText(
      workspace,
      "plain.csv",
      "customer,date,amount\nann,2023-01-05,10\nann,2023-03-05,20\nbob,2023-02-05,-5\nbob,2023-01-05,7\n",
    );
    expect(sales.ledger.at(-1)).toMatchObject({ rows: 3, customers: 2, invoices: 3, revenue: 37 });
    expect(sales.notes).toContain('No column for "invoice": each row counts as an order of its own.');
    expect(sales.notes.join(" ")).toContain('No column for "stock code": nothing is said about products');
    const [ann] = (await buildFeatures(sales)).objects() as Record<string, unknown>[];
    expect(ann).toMatchObject({ customer: "ann", orders: 2, net_revenue: 30, median_gap_days: 59 });
    expect(ann).toMatchObject({
      unique_products: null,
      repeat_product_share: null,
      product_entropy: null,
      country: null,
    });
    sales.close();
  });

  it("with lines but no units or no invoices is refused, never guessed", async () => {
    const without = (column: string) => `${header}\n1,2,3,4,2011-01-01,5,6,7\n`.replace(column, "Other");
    await expect(openText(workspace, "a.csv", without("Quantity"))).rejects.toThrow(
      'no column for "quantity" in a.csv',
    );
    await expect(openText(workspace, "a.csv", without("Invoice"))).rejects.toThrow('no column for "invoice" in a.csv');
  });

  it("with a currency in words is read as of an unknown one, and says how to name it", async () => {
    const lines = ["customer,date,amount,currency", "ann,2023-01-05,20.00,Pounds", "ann,2023-01-06,10.00,Pounds"];
    const sales = await openText(workspace, "words.csv", `${lines.join("\n")}\n`);
    expect(sales.currency).toBe("XXX");
    expect(sales.notes).toContain('The currency "POUNDS" is no code of three letters: --currency says which it is.');
    sales.close();
  });

  it("with two currencies is refused", async () => {
    const content = `${header},Currency\n1,10000,A,1,2011-01-01,1,7,F,EUR\n2,10000,A,1,2011-01-01,1,7,F,USD\n`;
    await expect(openText(workspace, "two.csv", content)).rejects.toThrow(
      "two.csv has several currencies (EUR, USD); keep the rows of one",
    );
  });
});

describe("ways of writing", () => {
  const prices = (...written: string[]) =>
    written.map((price, i) => `${i + 1},10000,A,1,2011-01-0${i + 1} 10:00:00,"${price}",7,France`);
  const read = async (lines: string[], options = {}) => {
    const sales = await openLines(workspace, lines, options);
    const values = (await sales.query('SELECT price FROM rows ORDER BY "row"')).array("price");
    sales.close();
    return values;
  };

  it("of money are found from the whole column", async () => {
    expect(await read(prices("2,55", "1.234,50", "7"))).toEqual([2.55, 1234.5, 7]);
    expect(await read(prices("£2.55", "1,234.50", "USD 7"))).toEqual([2.55, 1234.5, 7]);
  });

  it("of money in parentheses, or behind a sign of its own, are below zero as in accounts", async () => {
    const plain = async (amount: string) => {
      const lines = ["customer,date,amount", "ann,2023-01-05,20.00", `ann,2023-01-06,${amount}`];
      const sales = await openText(workspace, "plain.csv", `${lines.join("\n")}\n`);
      const values = (await sales.query('SELECT revenue FROM rows ORDER BY "row"')).array("revenue");
      sales.close();
      return values;
    };
    expect(await plain("(7.50)")).toEqual([20, -7.5]);
    expect(await plain('"(£1,007.50)"')).toEqual([20, -1007.5]);
    expect(await plain("−7.50")).toEqual([20, -7.5]);
    await expect(plain("(ann)")).rejects.toThrow('amount "(ann)" in line 3 is not an amount');
  });

  it("of money with three decimals below one leave nothing open: no thousands begin with a zero", async () => {
    expect(await read(prices("0.850", "1.250"))).toEqual([0.85, 1.25]);
    expect(await read(prices("0,850", "1,250"))).toEqual([0.85, 1.25]);
    await expect(read(prices("0,850", "1,250.50", "2.55"))).rejects.toThrow('Price "0,850" in line 2 is not a price');
  });

  it("of money that leave it open are refused until one chooses", async () => {
    const open = prices("1,234", "7");
    await expect(read(open)).rejects.toThrow(
      'money in shop.csv can be read in two ways: "1,234" is 1.234 with --decimal , and 1234 with --decimal .; choose one of them',
    );
    expect(await read(open, { decimal: "." })).toEqual([1234, 7]);
    expect(await read(open, { decimal: "," })).toEqual([1.234, 7]);
    expect(await read(open, { locale: "de-DE" })).toEqual([1.234, 7]);
  });

  it("of dates that leave it open are settled by an option or a locale", async () => {
    const line = ["1,10000,A,1,01/03/2011 10:00,1,7,France"];
    const day = async (options: object) => {
      const sales = await openLines(workspace, line, options);
      sales.close();
      return sales.asOf;
    };
    expect(await day({ dates: "day/month/year" })).toBe("2011-03-02");
    expect(await day({ dates: "month/day/year" })).toBe("2011-01-04");
    expect(await day({ locale: "en-GB" })).toBe("2011-03-02");
    expect(await day({ locale: "en-US" })).toBe("2011-01-04");
  });

  it.each([
    ["Mar 1, 2011", "March 2, 2011"],
    ["1 Mar 2011 10:00", "2 March 2011 11:30"],
    ["01-Mar-11", "02-Mar-2011"],
    ["01.03.2011, 10:00", "13.03.2011, 10:00:59"],
  ])("of dates are known where months have names, and with a comma before the time: %s, %s", async (first, second) => {
    const sales = await openLines(
      workspace,
      [first, second].map((date, i) => `${i},10000,A,1,"${date}",1.50,7,France`),
    );
    const days = await sales.query("SELECT strftime(invoiced_at, '%Y-%m') AS month FROM rows");
    expect(days.array("month")).toEqual(["2011-03", "2011-03"]);
    sales.close();
  });

  it.each([
    ["2011-01-01", "1e309", 'Quantity "1e309"'],
    ["20111-01-01", "1", 'InvoiceDate "20111-01-01"'],
  ])("that are damaged are rejects: %s, %s", async (date, quantity, shown) => {
    const lines = ["1,10000,A,1,2011-01-01 10:00:00,1,7,F", `2,10000,A,${quantity},${date},1,7,F`];
    await expect(openLines(workspace, lines)).rejects.toThrow(`${shown} in line 3`);
  });
});

describe("rows that cannot be read", () => {
  const lines = Array.from(
    { length: 200 },
    (_, i) => `${i},10000,A,${i === 57 ? "six" : 1},2011-01-01 10:00:00,1,7,France`,
  );

  it("are set aside up to 1 %, told in the ledger, and kept with line, column, value and reason", async () => {
    const sales = await openLines(workspace, lines);
    expect(sales.rejects).toEqual({ rows: 1, share: 0.005 });
    expect(sales.ledger.slice(0, 3).map(({ step, from, rows }) => [step, from, rows])).toEqual([
      ["read", null, 200],
      ["readable", "read", 199],
      ["overlap", "readable", 199],
    ]);
    const rejects = (await sales.query("SELECT line, column_name, value, reason FROM rejects")).objects();
    expect(rejects).toEqual([{ line: 59, column_name: "Quantity", value: "six", reason: "is not a whole number" }]);
    expect(sales.notes).toContain(
      '1 row cannot be read and is left out: Quantity "six" in line 59 is not a whole number. npm run segment lists every one in rejects.csv.',
    );
    sales.close();
    const whole = await openLines(workspace, lines.slice(0, 50));
    expect(whole.notes.join(" ")).not.toContain("left out");
    whole.close();
  });

  it("stop the file beyond the share that is allowed", async () => {
    await expect(openLines(workspace, lines, { maxRejects: 0 })).rejects.toThrow(
      '1 of 200 rows of shop.csv cannot be read (0.5 %, over the 0.0 % that --max-rejects allows): Quantity "six" in line 59 is not a whole number',
    );
  });
});

describe("cleaning rules of one's own", () => {
  const lines = [
    "1,10000,A,1,2011-01-01 10:00:00,1.00,7,France",
    "1,10000,A,1,2011-01-01 10:00:00,1.00,7,France",
    "2,POST,Post,1,2011-01-02 10:00:00,5.00,7,France",
    "3,20000,B,2,2011-01-03 10:00:00,1.00,,France",
  ];

  it("take rows in their order, with their parameters, and the ledger follows", async () => {
    const rules = [{ rule: "goods", parameter: ".*" }, { rule: "repeats" }, { rule: "sales" }] as const;
    const sales = await openLines(workspace, lines, { rules });
    expect(sales.ledger.map(({ step, from, rows }) => [step, from, rows])).toEqual([
      ["read", null, 4],
      ["goods", "read", 4],
      ["repeats", "goods", 3],
      ["sales", "repeats", 3],
    ]);
    sales.close();
  });

  it("can drop in-invoice repeats by an option", async () => {
    const sales = await openLines(workspace, lines, { repeats: "drop" });
    expect(sales.ledger.map(({ step }) => step)).toEqual([
      "read",
      "overlap",
      "repeats",
      "identified",
      "adjustments",
      "goods",
      "returns",
      "sales",
    ]);
    expect(sales.ledger.at(-1)!.rows).toBe(1);
    sales.close();
  });

  it.each([
    [{ steps: ["identified"] }, 'the last step of the rules is "identified", not "sales"'],
    [
      { steps: ["sale"] },
      'step 1 of the rules is "sale"; there are overlap, repeats, identified, adjustments, goods, returns, sales',
    ],
    [{ steps: ["goods", "goods", "sales"] }, 'the step "goods" stands twice in the rules'],
    [{ steps: [{ rule: "goods", code: "x" }, "sales"] }, 'the step "goods" takes no "code"; it takes "codes"'],
    [{ steps: [{ rule: "goods", codes: 5 }, "sales"] }, '"codes" of the step "goods" is not a pattern: 5'],
    [{ step: [] }, 'the rules have no list "steps"'],
  ])("are refused by name: %j", async (rules, message) => {
    const { normalizeSettings } = await import("../../src/sales/settings.js");
    expect(() => normalizeSettings({ rules })).toThrow(message);
  });
});
