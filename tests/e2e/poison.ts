/** Texts that would run, hide, turn or restyle something where a page took them for more than text. */
export const poison: readonly string[] = [
  "<script>canary()</script>",
  "</script><script>canary()</script>",
  "<img src=x onerror=canary()>",
  '"><svg onload=canary()>',
  "<svg><script>canary()</script></svg>",
  '<a href="javascript:canary()">press</a>',
  "[press](javascript:canary())",
  "![x](https://example.org/x.png)",
  "<style>body{display:none}</style>",
  '" style="position:fixed;inset:0" onmouseover="canary()',
  "<iframe srcdoc='<script>parent.canary()</script>'></iframe>",
  "<math><mtext><mglyph><style><!--</style><img title='--><img src=x onerror=canary()>'>",
  "';canary();//",
  '";canary();//',
  "\\';canary();//",
  "`$" + "{canary()}`",
  "{{constructor.constructor('canary()')()}}",
  "]]><script>canary()</script><!--",
  "datum.x);canary(",
  '=HYPERLINK("javascript:canary()")',
  "url(https://example.org/x.css)",
  "@import 'https://example.org/x.css';",
  "\u202egpj.evil\u202c",
  "\u2066\u200bhidden\u2069\ufeff",
  "\u2028canary()\u2029",
  "&lt;script&gt;canary()&lt;/script&gt;",
  "<base href=https://example.org/>",
  "<meta http-equiv=refresh content='0;url=https://example.org/'>",
  "<form action=https://example.org/><button>send</button></form>",
  "<h2 id=library>library</h2>",
];

/** The header of the poisoned file's column of customers. */
export const poisonedHeader = "Buyer <script>canary()</script> \\';canary();//";

/** A shop whose products, countries, customers and headers are all poison: as CSV, small enough to run quickly. */
export function poisonedShop(): string {
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const header = [
    "Invoice",
    "StockCode",
    "Description",
    "Quantity",
    "InvoiceDate",
    "Price",
    quote(poisonedHeader),
    "Country",
  ];
  const lines = [[...header, quote("<script>canary()</script>")].join(",")];
  let invoice = 500_000;
  for (let customer = 0; customer < 90; customer++) {
    const text = poison[customer % poison.length]!;
    const orders = 1 + ((customer * 7) % 6);
    for (let order = 0; order < orders; order++) {
      invoice++;
      const month = 1 + ((customer * 5 + order * 2) % 12);
      const date = `2011-${String(month).padStart(2, "0")}-${String(1 + ((customer + 3 * order) % 27)).padStart(2, "0")} ${10 + (order % 7)}:15:00`;
      for (let line = 0; line < 3; line++) {
        const product = (customer * 3 + order * 5 + line * 11) % 60;
        const name = `${poison[product % poison.length]} ${product}`;
        const cells = [
          String(invoice),
          `${85_000 + product}`,
          quote(name),
          String(1 + ((customer * order + line * 3) % 12)),
          date,
          (0.5 + ((product * 13) % 40) / 4).toFixed(2),
          quote(`${text} ${customer}`),
          quote(poison[(customer * 3) % poison.length]!),
          quote(text),
        ];
        lines.push(cells.join(","));
      }
    }
  }
  return `${lines.join("\n")}\n`;
}
