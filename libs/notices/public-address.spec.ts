import { isLoopbackAddress, isPublicAddress } from './public-address.js';

describe('A public address', () => {
  it.each(['1.1.1.1', '8.8.8.8', '203.0.112.255', '172.15.255.255', '172.32.0.1', '100.63.255.255', '100.128.0.1', '2606:4700:4700::1111', '240e::1'])(
    'is %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['loopback', '127.0.0.1'], ['loopback', '127.255.255.254'], ['loopback', '::1'], ['unspecified', '0.0.0.0'], ['this network', '0.1.2.3'],
    ['unspecified', '::'], ['private', '10.0.0.1'], ['private', '172.16.0.1'], ['private', '172.31.255.255'], ['private', '192.168.1.1'],
    ['link-local, metadata', '169.254.169.254'], ['link-local', 'fe80::1'], ['link-local with its zone', 'fe80::1%eth0'], ['metadata', 'fd00:ec2::254'],
    ['metadata', '168.63.129.16'], ['metadata', '192.0.0.192'], ['metadata', '100.100.100.200'], ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT', '100.127.255.255'], ['unique local', 'fc00::1'], ['unique local', 'fdff::1'], ['site-local', 'fec0::1'],
    ['multicast', '224.0.0.1'], ['multicast', 'ff02::1'], ['broadcast', '255.255.255.255'], ['reserved', '240.0.0.1'], ['benchmarks', '198.18.0.1'],
    ['documentation', '192.0.2.1'], ['documentation', '198.51.100.1'], ['documentation', '203.0.113.1'], ['documentation', '2001:db8::1'],
    ['IPv4-mapped', '::ffff:10.0.0.1'], ['IPv4-mapped', '::ffff:7f00:1'], ['IPv4-mapped, even of a public one', '::ffff:1.1.1.1'],
    ['IPv4-compatible', '::10.0.0.1'], ['NAT64', '64:ff9b::a00:1'], ['NAT64', '64:ff9b:1::a00:1'], ['6to4', '2002:a00:1::'], ['Teredo', '2001:0:a00:1::1'],
    ['discard', '100::1'], ['no address', 'example.com'], ['no address', ''], ['too many parts', '1.2.3.4.5'],
    ['a number that reads as loopback', '2130706433'], ['octal that reads as loopback', '0177.0.0.1'], ['short for loopback', '127.1'],
  ])('is not %s: %s', (_, address) => expect(isPublicAddress(address)).toBe(false));

  it('is not on this machine', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopbackAddress)).toBe(true);
    expect(['10.0.0.1', '1.1.1.1', 'localhost', '::'].some(isLoopbackAddress)).toBe(false);
  });
});
