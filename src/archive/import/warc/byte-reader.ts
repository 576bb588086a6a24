const LF = 10;

/** Takes lines and lengths from a stream of bytes; every call that answers bytes has moved `position` on. */
export class ByteReader {
  /** Bytes taken since the beginning of the stream. */
  position = 0;
  private readonly chunks: AsyncIterator<Uint8Array>;
  private held: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line with its end, or the first `most` bytes of a longer one; empty at the end of the stream. */
  async line(most: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let length = 0;
    while (length < most && (await this.fill())) {
      const end = this.held.indexOf(LF);
      const part = this.cut(Math.min(end === -1 ? this.held.length : end + 1, most - length));
      parts.push(part);
      length += part.length;
      if (part.at(-1) === LF) break;
    }
    return joined(parts);
  }

  /** The next bytes; fewer only at the end of the stream. */
  async take(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0 && (await this.fill())) {
      const part = this.cut(Math.min(missing, this.held.length));
      parts.push(part);
      missing -= part.length;
    }
    return joined(parts);
  }

  /** Passes over bytes; answers how many there were. */
  async skip(length: number): Promise<number> {
    let missing = length;
    while (missing > 0 && (await this.fill())) missing -= this.cut(Math.min(missing, this.held.length)).length;
    return length - missing;
  }

  /** What was taken last is there again. */
  putBack(bytes: Uint8Array): void {
    this.held = joined([bytes, this.held]);
    this.position -= bytes.length;
  }

  async end(): Promise<void> {
    await this.chunks.return?.();
  }

  private cut(length: number): Uint8Array {
    const part = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    this.position += length;
    return part;
  }

  private async fill(): Promise<boolean> {
    while (this.held.length === 0) {
      const next = await this.chunks.next();
      if (next.done) return false;
      this.held = next.value;
    }
    return true;
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : Buffer.concat(parts);
}
