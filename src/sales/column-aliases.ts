/** The parts that a column of a transaction file can play. */
export type SalesColumn =
  | "invoice"
  | "sku"
  | "description"
  | "quantity"
  | "invoiced_at"
  | "time"
  | "price"
  | "amount"
  | "customer"
  | "country"
  | "currency";

/** A part with the headers that are known for it. */
export interface ColumnDefinition {
  readonly column: SalesColumn;
  /** The name that a message shows. */
  readonly title: string;
  /** Headers in use, compared without case, blanks and punctuation; the first that a file has is taken. */
  readonly aliases: readonly string[];
  /** What is not computed where no column plays the part; nothing where the file is refused or nothing is lost. */
  readonly disables?: string;
}

/**
 * Headers of Online Retail and Online Retail II, of the order exports of Shopify, WooCommerce and Square, and of a plain
 * list of customer, date and amount.
 */
export const columnDefinitions: readonly ColumnDefinition[] = [
  {
    column: "invoice",
    title: "invoice",
    aliases: [
      "invoice",
      "invoiceno",
      "invoicenumber",
      "invoiceid",
      "ordernumber",
      "orderid",
      "orderno",
      "transactionid",
      "name",
    ],
    disables: "each row counts as an order of its own",
  },
  {
    column: "sku",
    title: "stock code",
    aliases: ["stockcode", "sku", "lineitemsku", "itemsku", "productsku", "productcode", "productid"],
    disables: "nothing is said about products, no return is matched with its purchase, and every row counts as goods",
  },
  {
    column: "description",
    title: "description",
    aliases: ["description", "lineitemname", "itemname", "productname", "item"],
    disables: "products have no names",
  },
  {
    column: "quantity",
    title: "quantity",
    aliases: ["quantity", "qty", "lineitemquantity", "units"],
    disables: "each row counts as one unit",
  },
  {
    column: "invoiced_at",
    title: "invoice date",
    aliases: ["invoicedate", "invoicedat", "createdat", "orderdate", "date", "paidat", "transactiondate", "timestamp"],
  },
  { column: "time", title: "time", aliases: ["time", "ordertime"] },
  { column: "price", title: "price", aliases: ["price", "unitprice", "lineitemprice", "itemcost", "itemprice"] },
  {
    column: "amount",
    title: "amount",
    aliases: ["amount", "grosssales", "linetotal", "revenue", "total", "ordertotal"],
  },
  {
    column: "customer",
    title: "customer id",
    aliases: ["customerid", "customer", "customeruseremail", "emailbilling", "billingemail", "email", "buyer"],
  },
  {
    column: "country",
    title: "country",
    aliases: ["country", "shippingcountry", "billingcountry", "countrycodebilling", "countrybilling", "countryname"],
    disables: "nothing is said about countries",
  },
  { column: "currency", title: "currency", aliases: ["currency", "currencycode", "ordercurrency"] },
];
