import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as a test wants it, also as no honest tool writes it. */
export interface TestEntry {
  name: string;
  bytes?: Uint8Array | string;
  /** Not packed. */
  stored?: boolean;
  /** What the zip says of its size, instead of the truth. */
  statedSize?: number;
  statedPackedSize?: number;
  encrypted?: boolean;
  link?: boolean;
  method?: number;
  /** Its data are those of the entry of this number. */
  sharesDataOf?: number;
  wrongSum?: boolean;
}

/** A zip of these entries (PKWARE APPNOTE 6.3.4, sections 4.3 to 4.5), made for tests. */
export function testZip(entries: TestEntry[], statedCount = entries.length): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = Buffer.from(entry.bytes ?? '');
    const packed = entry.stored ? bytes : deflateRawSync(bytes);
    const name = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((entry.encrypted ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
    fields.writeUInt32LE((crc32(bytes) ^ (entry.wrongSum ? 1 : 0)) >>> 0, 10);
    fields.writeUInt32LE(entry.statedPackedSize ?? packed.length, 14);
    fields.writeUInt32LE(entry.statedSize ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const offset = entry.sharesDataOf === undefined ? at : (offsets[entry.sharesDataOf] ?? 0);
    offsets.push(offset);
    if (entry.sharesDataOf === undefined) {
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
      parts.push(local);
      at += local.length;
    }
    const after = Buffer.alloc(14);
    after.writeUInt32LE(entry.link ? 0o120777 * 0x10000 : 0, 6);
    after.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fields, after, name]));
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const many = statedCount > 0xfffe;
  end.writeUInt16LE(many ? 0xffff : statedCount, 8);
  end.writeUInt16LE(many ? 0xffff : statedCount, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(many ? 0xffffffff : at, 16);
  return Buffer.concat([...parts, list, ...(many ? zip64End(statedCount, list.length, at) : []), end]);
}

/** The record and locator for more entries than two bytes count (4.3.14, 4.3.15). */
function zip64End(count: number, listSize: number, listAt: number): Buffer[] {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(listSize), 40);
  record.writeBigUInt64LE(BigInt(listAt), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(listAt + listSize), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator];
}
