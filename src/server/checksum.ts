/** What cksum(1) prints of these bytes: the CRC of POSIX.1-2017 and their number. */
export function checksum(bytes: Buffer): string {
  let crc = 0;
  const take = (byte: number): void => {
    crc = ((crc << 8) ^ (table[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  };
  for (const byte of bytes) take(byte);
  // The length follows, lowest byte first, without leading zeros.
  for (let length = bytes.length; length > 0; length = Math.floor(length / 256)) take(length & 0xff);
  return `${~crc >>> 0} ${bytes.length}`;
}

const table: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});
