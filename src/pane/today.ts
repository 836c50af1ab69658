/** The present day as a calendar on the wall of that machine shows it, as `2026-09-30`. */
export function localDay(now: Date = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
