/** Rows of whole numbers that grow as they are written to. */
export class RowTable {
  readonly width: number;
  cells: Int32Array;
  constructor(width: number) {
    this.width = width;
    this.cells = new Int32Array(width * 1024);
  }
  /** Where a row begins, made room for. */
  begin(row: number): number {
    const at = row * this.width;
    if (at + this.width > this.cells.length) {
      const wider = new Int32Array(this.cells.length * 2);
      wider.set(this.cells);
      this.cells = wider;
    }
    return at;
  }
}
