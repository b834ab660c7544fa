import { plainHeader } from "./plain-header.js";

/** Columns of shops' exports that change what a sale is worth and are not read, with what follows from that. */
const unreadColumns: readonly { readonly headers: readonly string[]; readonly means: string }[] = [
  {
    headers: ["financialstatus", "orderstatus", "paymentstatus", "status", "cancelledat", "canceledat"],
    means: "orders that it marks as cancelled, unpaid or refunded count as sales; leave them out of the export",
  },
  {
    headers: ["refundedamount", "refundamount", "amountrefunded", "orderrefundamount", "refunds"],
    means: "refunds are not set against the sales",
  },
  {
    headers: ["discountamount", "lineitemdiscount", "orderdiscount", "cartdiscountamount", "discount", "discounts"],
    means: "discounts are not taken off the prices",
  },
];

/** What is not read of a header though it bears on the turnover, a sentence each: said on the pages, never guessed. */
export function unreadOf(header: readonly string[], taken: readonly (string | undefined)[]): string[] {
  return header.flatMap((title) => {
    const found = unreadColumns.find(({ headers }) => headers.includes(plainHeader(title)));
    return found && !taken.includes(title) ? [`The column "${title}" is not read: ${found.means}.`] : [];
  });
}
