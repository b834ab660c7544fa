import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSales, type Sales, type SalesOptions } from "../../src/sales/open-sales.js";
import type { Workspace } from "../../src/sales/workspace.js";

export const header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country";

/** Opens a file with the given content, read anew. */
export function openText(workspace: Workspace, name: string, content: string | Uint8Array, options: SalesOptions = {}) {
  const path = join(workspace.root, name);
  writeFileSync(path, content);
  return openSales({ data: path, cache: false, workspace, ...options });
}

/** Opens a CSV in the headers of Online Retail II from its lines. */
export function openLines(workspace: Workspace, lines: readonly string[], options: SalesOptions = {}): Promise<Sales> {
  return openText(workspace, "shop.csv", `${[header, ...lines].join("\n")}\n`, options);
}
