/** Bash function: whether systemd is told not to start a unit; before systemd 230 its `show` knew no `--value`. */
export const isMasked = 'is_masked() { [ "$(systemctl show -p LoadState "$1" 2>/dev/null)" = LoadState=masked ]; }';
