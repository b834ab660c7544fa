import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../scripts/find-chromium.js";

/** The path of a Chromium, or null after saying that the tests that need it are left out. */
export function chromiumOrNotice(): string | null {
  const path = findChromium();
  if (!path) console.warn("no Chromium (CHROMIUM or /usr/bin/chromium): the browser tests are left out");
  return path;
}

export function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
