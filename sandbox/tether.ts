/**
 * A shell command that becomes the program it is given (`sh -c TETHER sh PROGRAM ARGUMENT…`, with a pipe of ours as
 * descriptor 3). A watcher that it leaves behind reads from that pipe, which the kernel closes however we end, and
 * then kills: the program cannot outlive us.
 */
export const TETHER = '(read -r _ <&3; kill -9 $$ 2>/dev/null) & exec "$@" 3<&-'
