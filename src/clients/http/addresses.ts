import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * Where nobody's media server lives, and where a cloud's keys do. Private and loopback addresses are absent on
 * purpose: they are the normal case here.
 */
const NEVER = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8], // unspecified: reaches this machine
  ['169.254.0.0', 16], // link-local, most clouds' metadata
  ['100.100.100.200', 32], // Alibaba's metadata
  ['168.63.129.16', 32], // Azure's
  ['192.0.0.192', 32], // Oracle's
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
] as const) {
  NEVER.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  ['::', 128],
  ['fe80::', 10], // link-local
  ['ff00::', 8], // multicast
  ['fd00:ec2::', 32], // Amazon's metadata
  ['fd20:ce::254', 128], // Google's
  ['fd00:c1::a9fe:a9fe', 128], // Oracle's
  ['fd00:42::42', 128], // Scaleway's
] as const) {
  NEVER.addSubnet(network, prefix, 'ipv6')
}

const bytesOf = (address: string): readonly number[] => {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)))
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const zeros: number[] = Array(8 - before.length - after.length).fill(0)
  return [...before, ...zeros, ...after].flatMap((group) => [group >> 8, group & 255])
}

const prefix = (network: string, length: number): ((address: string) => boolean) => {
  const list = new BlockList()
  list.addSubnet(network, length, 'ipv6')
  return (address) => list.check(address, 'ipv6')
}

const last = (bytes: readonly number[]) => bytes.slice(12)

/** The ways in which an IPv6 address stands for an IPv4 one: by which prefix, and where its bytes are. */
const EMBEDDINGS: readonly [(address: string) => boolean, (bytes: readonly number[]) => readonly number[]][] =
  [
    [prefix('::', 96), last], // compatible
    [prefix('::ffff:0:0', 96), last], // mapped
    [prefix('::ffff:0:0:0', 96), last], // translated
    [prefix('64:ff9b::', 96), last], // NAT64
    [prefix('64:ff9b:1::', 48), last], // NAT64 of one's own, where it is as long as the former
    [prefix('64:ff9b:1::', 48), (bytes) => [...bytes.slice(6, 8), ...bytes.slice(9, 11)]], // and where it isn't
    [prefix('2002::', 16), (bytes) => bytes.slice(2, 6)], // 6to4
    [prefix('2001::', 32), (bytes) => last(bytes).map((byte) => byte ^ 255)], // Teredo
    [(address) => /:(0|200):5efe:[^:]+:[^:]+$/.test(spelled(address)), last], // ISATAP
  ]

const spelled = (address: string): string => {
  const bytes = bytesOf(address)
  return Array.from({ length: 8 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  ).join(':')
}

/**
 * Every address that `address` (an IP literal, perhaps with a zone) may stand for: itself in one spelling, and the
 * IPv4 addresses that it carries.
 */
export const formsOf = (address: string): readonly string[] => {
  const bare = address.replace(/%.*$/, '')
  if (!isIPv6(bare)) return [bare]
  const bytes = bytesOf(bare)
  const own = spelled(bare)
  if (own === '0:0:0:0:0:0:0:1') return [own]
  return [own, ...EMBEDDINGS.flatMap(([has, read]) => (has(bare) ? [read(bytes).join('.')] : []))]
}

/** Whether no client may connect to this form (see `formsOf`) of an address, on any port. */
export const isNever = (form: string): boolean =>
  NEVER.check(form, isIPv4(form) ? 'ipv4' : 'ipv6') || (!isIPv4(form) && !isIPv6(form))
