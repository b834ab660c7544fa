/** Days on which the shop stays closed once, beside the holidays of every year. */
const onceClosed: readonly string[] = ["2011-04-29"];

/** Whether the shop is closed on an ISO date: Christmas to 3 January, Easter, the bank holidays of May and August. */
export function isClosed(date: string): boolean {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  if ((month === 12 && day >= 24) || (month === 1 && day <= 3)) return true;
  const isMonday = new Date(date).getUTCDay() === 1;
  if (isMonday && ((month === 5 && (day <= 7 || day > 24)) || (month === 8 && day > 24))) return true;
  const fromEaster = (Date.parse(date) - easterSunday(year)) / 86_400_000;
  return (fromEaster >= -2 && fromEaster <= 1) || onceClosed.includes(date);
}

// the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8)
function easterSunday(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}
