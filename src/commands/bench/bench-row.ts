/** One measured figure, with the bar that BARS.md sets where it sets one. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  bar?: string;
}
