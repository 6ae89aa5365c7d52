import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formsOf, isNever } from '../../../src/clients/http/addresses.ts'
import type { Listener, Resolve } from '../../../src/clients/http/guard.ts'
import { createHttp } from '../../../src/clients/http.ts'
import { isFault } from '../../../src/platform/faults.ts'

const METADATA = '169.254.169.254'

/** IP literals in every spelling an address bar would take. */
const LITERALS = [
  // The metadata address, in IPv4's many spellings
  METADATA,
  '169.254.169.254.',
  '2852039166',
  '0xa9fea9fe',
  '0XA9FEA9FE',
  '025177524776',
  '0xa9.0xfe.0xa9.0xfe',
  '0251.0376.0251.0376',
  '0251.0376.169.254',
  '169.254.43518',
  '169.16689662',
  '0xa9.16689662',
  '169.254.0xa9fe',
  '00000251.0376.0251.0376',
  '%31%36%39.254.169.254',
  '169%2e254%2e169%2e254',
  '１６９.254.169.254',
  '①⑥⑨.②⑤④.①⑥⑨.②⑤④',
  '169。254。169。254',
  '169．254．169．254',
  '169｡254｡169｡254',
  '169.254.169.253',
  '169.254.170.2',
  '169.254.0.1',
  '169.254.255.255',
  '100.100.100.200',
  '1684301000',
  '0x646464c8',
  '168.63.129.16',
  '192.0.0.192',
  // Unspecified, which reaches this machine
  '0.0.0.0',
  '0',
  '0x0',
  '00',
  '0.0',
  '0.1.2.3',
  '0.255.255.255',
  // Multicast, reserved, broadcast
  '224.0.0.1',
  '239.255.255.250',
  '0xe0000001',
  '240.0.0.1',
  '255.255.255.255',
  '4294967295',
  '0xffffffff',
  // IPv6 of its own
  '[::]',
  '[0:0:0:0:0:0:0:0]',
  '[fe80::1]',
  '[FE80::1]',
  '[fe80::a9fe:a9fe]',
  '[fe90::1]',
  '[feaf::1]',
  '[febf:ffff::1]',
  '[ff02::1]',
  '[ff05::2]',
  '[ffff::1]',
  '[fd00:ec2::254]',
  '[fd00:0ec2:0000:0000:0000:0000:0000:0254]',
  '[FD00:EC2::254]',
  '[fd00:ec2::123]',
  '[fd00:ec2::253]',
  '[fd20:ce::254]',
  '[fd00:c1::a9fe:a9fe]',
  '[fd00:42::42]',
  // IPv4 inside IPv6
  '[::ffff:169.254.169.254]',
  '[::ffff:a9fe:a9fe]',
  '[::FFFF:A9FE:A9FE]',
  '[0:0:0:0:0:ffff:169.254.169.254]',
  '[0000:0000:0000:0000:0000:ffff:a9fe:a9fe]',
  '[::ffff:0.0.0.0]',
  '[::ffff:224.0.0.1]',
  '[::ffff:255.255.255.255]',
  '[::ffff:100.100.100.200]',
  '[::169.254.169.254]',
  '[::a9fe:a9fe]',
  '[::100.100.100.200]',
  '[::ffff:0:169.254.169.254]',
  '[::ffff:0:a9fe:a9fe]',
  '[64:ff9b::169.254.169.254]',
  '[64:ff9b::a9fe:a9fe]',
  '[64:ff9b::100.100.100.200]',
  '[64:ff9b::0.0.0.0]',
  '[64:ff9b:1::a9fe:a9fe]',
  '[64:ff9b:1::169.254.169.254]',
  '[64:ff9b:1:ffff:ffff:ffff:a9fe:a9fe]',
  '[64:ff9b:1:a9fe:00a9:fe00::]',
  '[64:ff9b:1:6464:0064:c800::]',
  '[2002:a9fe:a9fe::]',
  '[2002:a9fe:a9fe::1]',
  '[2002:6464:64c8::1]',
  '[2002:e000:1::]',
  '[2001::5601:5601]',
  '[2001:0:4136:e378:8000:63bf:5601:5601]',
  '[2001:0:4136:e378:8000:63bf:9b9b:9b37]',
  '[fd12::5efe:169.254.169.254]',
  '[fd12::5efe:a9fe:a9fe]',
  '[fd12::200:5efe:a9fe:a9fe]',
  '[2001:db8::5efe:6464:64c8]',
] as const

/** One IPv4 address as it can be disguised. */
const disguised = (address: string): readonly string[] => {
  const bytes = address.split('.').map(Number)
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0'))
  const number = Number.parseInt(hex.join(''), 16)
  const [high, low] = [hex.slice(0, 2).join(''), hex.slice(2).join('')]
  const flipped = bytes.map((byte) => (byte ^ 255).toString(16).padStart(2, '0'))
  return [
    String(number),
    `0x${number.toString(16)}`,
    `0${number.toString(8)}`,
    bytes.map((byte) => `0x${byte.toString(16)}`).join('.'),
    bytes.map((byte) => `0${byte.toString(8)}`).join('.'),
    `[::ffff:${high}:${low}]`,
    `[::ffff:0:${high}:${low}]`,
    `[64:ff9b::${high}:${low}]`,
    `[2002:${high}:${low}::1]`,
    `[2001:0:c000:201:8000:63bf:${flipped.slice(0, 2).join('')}:${flipped.slice(2).join('')}]`,
  ]
}

const DISGUISED = [
  '169.254.0.0',
  '169.254.7.7',
  '169.254.169.254',
  '169.254.170.23',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '0.0.0.0',
  '224.0.0.251',
  '250.1.2.3',
  '255.255.255.255',
].flatMap(disguised)

/** What a hostile name may resolve to. */
const ANSWERS = [
  METADATA,
  '169.254.1.1',
  '100.100.100.200',
  '0.0.0.0',
  '224.0.0.251',
  '255.255.255.255',
  '::',
  'fe80::1',
  'fe80::1%eth0',
  'fe80::a9fe:a9fe%1',
  'ff02::fb',
  'fd00:ec2::254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'not an address',
  '',
] as const

const resolvesTo =
  (...rounds: readonly (readonly string[])[]): Resolve =>
  (_name, _options, callback) => {
    const [now = []] = rounds.length > 1 ? (rounds as string[][]).splice(0, 1) : rounds
    const found = now.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    setImmediate(callback, null, found)
  }

let port = 0
let connections = 0
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
}).on('connection', () => {
  connections += 1
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Whether a call to `url` was refused here or let through. */
const attempt = async (
  url: string,
  settings: { forbidden?: readonly Listener[]; resolve?: Resolve } = {},
): Promise<string> => {
  const http = createHttp({ forbidden: [], ...settings })
  try {
    const call = { service: 'Radarr', operation: 'read the status', url: new URL(url), deadlineMs: 2_000 }
    await http.send(call)
    return 'let through'
  } catch (error) {
    if (!isFault(error)) throw error
    return `${error.kind} ${error.facts.code}`
  } finally {
    await http.close()
  }
}

const REFUSED = 'forbidden forbidden-address'

describe('addresses that no instance has', () => {
  it('are at least 200 in this corpus', () => {
    expect(new Set([...LITERALS, ...DISGUISED, ...ANSWERS]).size).toBeGreaterThanOrEqual(200)
  })

  it.each([...new Set([...LITERALS, ...DISGUISED])])('refuses http://%s', async (literal) => {
    expect(await attempt(`http://${literal}:${port}/api`)).toBe(REFUSED)
  })

  it.each(LITERALS.slice(0, 5))('refuses https://%s', async (literal) => {
    expect(await attempt(`https://${literal}/api`)).toBe(REFUSED)
  })

  it.each(ANSWERS)('refuses a name that resolves to "%s"', async (answer) => {
    expect(await attempt(`http://radarr.test:${port}/`, { resolve: resolvesTo([answer]) })).toBe(REFUSED)
  })

  it('refuses a name that changes its answer between two calls', async () => {
    const resolve = resolvesTo(['127.0.0.1'], [METADATA])
    expect(await attempt(`http://radarr.test:${port}/`, { resolve })).toBe('let through')
    expect(await attempt(`http://radarr.test:${port}/`, { resolve })).toBe(REFUSED)
  })

  it('uses the allowed addresses of a name that also has a link-local one', async () => {
    const resolve = resolvesTo(['fe80::1', '127.0.0.1'])
    expect(await attempt(`http://radarr.test:${port}/`, { resolve })).toBe('let through')
  })

  it.each([`http://usherr:secret@127.0.0.1`, 'ftp://127.0.0.1/', 'file:///etc/hosts', 'data:,x'])(
    'sends nothing to %s',
    async (url) => {
      expect(await attempt(url)).toBe('rejected address-invalid')
    },
  )
})

describe('our own listeners', () => {
  const own = (): readonly Listener[] => [{ address: '0.0.0.0', port }]
  const lan = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)

  it.each([
    '127.0.0.1',
    '127.1',
    '127.0.0.2',
    '127.255.255.254',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    'localhost',
    ...lan,
  ])('refuses %s at our port', async (host) => {
    const before = connections
    expect(await attempt(`http://${host}:${port}/`, { forbidden: own() })).toBe(REFUSED)
    expect(connections).toBe(before)
  })

  it('refuses them by a name, too', async () => {
    const settings = { forbidden: own(), resolve: resolvesTo(['127.0.0.1', '::1']) }
    expect(await attempt(`http://usherr.test:${port}/`, settings)).toBe(REFUSED)
  })

  it('lets another port of this machine through', async () => {
    const forbidden = [{ address: '0.0.0.0', port: port === 1 ? 2 : 1 }]
    expect(await attempt(`http://127.0.0.1:${port}/`, { forbidden })).toBe('let through')
  })

  it('lets another address through when the listener has only one', async () => {
    const forbidden = [{ address: '127.0.0.1', port }]
    expect(await attempt(`http://127.0.0.1:${port}/`, { forbidden })).toBe(REFUSED)
    expect(await attempt(`http://127.0.0.2:${port}/`, { forbidden })).toBe('let through')
  })

  it('knows default ports', async () => {
    const forbidden = [{ address: '127.0.0.1', port: 80 }]
    expect(await attempt('http://127.0.0.1/', { forbidden })).toBe(REFUSED)
  })
})

describe('addresses that media servers live at', () => {
  it.each([
    '127.0.0.1',
    '10.0.0.5',
    '172.17.0.1',
    '192.168.1.20',
    '100.64.0.7',
    '100.100.100.100',
    '192.0.0.8',
    '93.184.215.14',
    '::1',
    'fd12:3456:789a::20',
    'fd00::1',
    'fd00:ec3::254',
    '2001:db8::20',
    '::ffff:192.168.1.20',
    '64:ff9b::c0a8:114',
  ])('lets %s through', (address) => {
    expect(formsOf(address).filter(isNever)).toEqual([])
  })

  it('lets a name in the house through', async () => {
    const resolve = resolvesTo(['127.0.0.1'])
    expect(await attempt(`http://radarr.home.arpa:${port}/`, { resolve })).toBe('let through')
  })
})
