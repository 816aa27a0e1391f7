/** A bash function: `range FILE OFFSET BYTES` prints a part of a file, as far as the file has it. */
export const rangeFunction =
  'range() { dd if="$1" bs=64K iflag=skip_bytes,count_bytes skip="$2" count="$3" status=none; }';
