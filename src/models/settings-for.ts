import { normalizeSettings, type Settings } from "../sales/settings.js";
import type { SegmentModel } from "./segment-model.js";

/** How new data are read for a model: cleaned by the rules that cleaned its own, unless the settings name others. */
export function settingsFor({ shop }: SegmentModel, settings: Settings): Settings {
  const { cleaning, rules, goods, repeats } = settings;
  const isTold = [cleaning, rules, goods, repeats].some((setting) => setting !== undefined);
  return isTold || shop === null ? settings : normalizeSettings({ ...settings, rules: shop.cleaning });
}
