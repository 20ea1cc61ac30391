/** The date in the user's time zone, such as 2024-03-31. */
export function today(): string {
  const now = new Date();
  const two = (figure: number): string => String(figure).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
