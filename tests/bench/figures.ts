/** Figures on the console. */

export function say(title: string, figures: Record<string, number | string>) {
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(figures))
    console.log(
      `  ${name}: ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value)}`,
    );
}

export const quantile = (values: readonly number[], at: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * at))] ??
  NaN;
export const median = (values: readonly number[]) => quantile(values, 0.5);
