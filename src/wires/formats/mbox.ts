/** An mbox (RFC 4155): messages one after the other, each after a line "From …" that stands first or after an empty line. */
const postmark = /^From \S+ .*\d{4}/;

export function isMbox(bytes: Uint8Array): boolean {
  return postmark.test(Buffer.from(bytes.subarray(0, 300)).toString('latin1'));
}

/** Its messages, without the lines that part them. */
export function splitMbox(bytes: Uint8Array): Uint8Array[] {
  const starts = mboxStarts(bytes);
  return starts.map((start, at) => {
    const lineEnd = bytes.indexOf(10, start);
    return bytes.subarray(lineEnd === -1 ? bytes.length : lineEnd + 1, starts[at + 1] ?? bytes.length);
  });
}

/** Where the messages of an mbox begin, in bytes. */
export function mboxStarts(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = isMbox(bytes) ? [0] : [];
  for (let at = buffer.indexOf('\nFrom '); at !== -1; at = buffer.indexOf('\nFrom ', at + 1)) {
    const afterEmpty = buffer[at - 1] === 10 || (buffer[at - 1] === 13 && buffer[at - 2] === 10);
    if (afterEmpty && postmark.test(buffer.toString('latin1', at + 1, at + 300))) starts.push(at + 1);
  }
  return starts;
}
