import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { html, md } from "../../src/lab/markdown.js";

const rendered = (value: ReturnType<typeof md>) =>
  new MarkdownIt({ html: true }).renderInline(String(value.bundle["text/markdown"]));

test("writes numbers with separators and keeps the author's own markup", () => {
  const value = md`The **${1234567}** customers bring ${0.5} of it, ${-1234.5} elsewhere.`;
  expect(rendered(value)).toBe("The <strong>1,234,567</strong> customers bring 0.50 of it, −1,234.50 elsewhere.");
  expect(value.text).toBe("The **1,234,567** customers bring 0.50 of it, −1,234.50 elsewhere.");
});

test("leaves no markup of a hostile value standing, in markdown or in html", () => {
  const hostile = "<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1)) `code` & # $x$\n\n# heading";
  const shown = rendered(md`Product ${hostile}.`);
  expect(shown).toBe(
    "Product &lt;img src=x onerror=alert(1)&gt; **bold** [a](javascript:alert(1)) `code` &amp; # $x$ # heading.",
  );
  expect(html`<p title="${'"><script>'}">${hostile}</p>`.bundle["text/html"]).toBe(
    `<p title="&quot;&gt;&lt;script&gt;">${hostile.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")}</p>`,
  );
});

test("takes markdown inside markdown as markdown, and an array as lines", () => {
  const rows = [1000, 2].map((n) => md`- **${n}** orders`);
  expect(md`${rows}`.bundle["text/markdown"]).toBe("- **1,000** orders\n- **2** orders");
});
