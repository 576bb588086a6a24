/** The sizes that a message can have, its length included, so that a size tells a line from an essay and no more. */
const sizes = [2048, 8192, 32_768, 131_072];
const lengthBytes = 4;

/** The message with its length before it and zeros behind it. Throws where it is larger than the largest size. */
export function pad(message: Uint8Array): Buffer {
  const size = sizes.find((each) => message.length + lengthBytes <= each);
  if (size === undefined) throw new RangeError(`a message of ${message.length} bytes is too large to be sealed`);
  const padded = Buffer.alloc(size);
  padded.writeUInt32BE(message.length);
  padded.set(message, lengthBytes);
  return padded;
}

export function unpad(padded: Buffer): Buffer {
  const length = padded.readUInt32BE();
  if (length > padded.length - lengthBytes) throw new RangeError('the length does not fit');
  return padded.subarray(lengthBytes, lengthBytes + length);
}
