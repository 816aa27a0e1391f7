/** Ports that are searched, and how many of them an application passes over at first. */
export interface SearchedRange {
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

/**
 * Bash that defines `choose_port`: has in `port` one on loopback that is free, that no release has recorded and, as far as
 * there is one, that no outgoing connection can hold (as port.ts has it for a deploy). False where none is left.
 */
export function portFunction(ranges: readonly SearchedRange[]): string {
  const words = ranges.map(({ from, to, start }) => `${from}:${to}:${start}`).join(' ');
  return `choose_port() {
  local ephemeral reserved
  ephemeral=$(cat /proc/sys/net/ipv4/ip_local_port_range 2>/dev/null) || ephemeral='32768 60999'
  reserved=$(cat /proc/sys/net/ipv4/ip_local_reserved_ports 2>/dev/null) || reserved=
  port=$({ find "\${root%/*}"/*/releases/*/{release,planned}.json -maxdepth 0 -type f -exec sed -n 's/.*"loopbackPort": *\\([0-9]*\\).*/\\1/p' {} + 2>/dev/null
    ss -tan 2>/dev/null | awk '{ sub(/.*:/, "", $4); print $4 }'; } |
    awk -v ranges='${words}' -v ephemeral="$ephemeral" -v reserved="$reserved" '
    function is_safe(port,  i, ends) {
      split(ephemeral, ends, /[ \\t]+/)
      if (port < ends[1] + 0 || port > ends[2] + 0) return 1
      for (i = 1; i <= parts; i++) {
        split(kept[i], ends, "-")
        if (port >= ends[1] + 0 && port <= (ends[2] == "" ? ends[1] : ends[2]) + 0) return 1
      }
      return 0
    }
    { taken[$1 + 0] = 1 }
    END {
      parts = split(reserved, kept, ",")
      count = split(ranges, range, " ")
      for (careful = 1; careful >= 0; careful--)
        for (r = 1; r <= count; r++) {
          split(range[r], at, ":")
          length_of = at[2] - at[1] + 1
          for (i = 0; i < length_of; i++) {
            port = at[1] + (at[3] + i) % length_of
            if (!(port in taken) && (!careful || is_safe(port))) { print port; exit }
          }
        }
    }')
  [ -n "$port" ]
}`;
}
