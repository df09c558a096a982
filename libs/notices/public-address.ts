import ipaddr from 'ipaddr.js';

/**
 * Whether an address is out in the public internet. Everything that is set aside for something else is not: private,
 * loopback, link-local (where clouds keep their metadata), carrier-grade NAT, multicast, documentation, and IPv6 that
 * wraps an IPv4 address, by any of the ways there are.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.parse(address).range() === 'unicast' && !setAside.some(([network, bits]) => within(address, network, bits));
}

export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

// Public by the tables, and yet at home: what some clouds answer their own machines at, and IPv4 wrapped in IPv6.
const setAside: readonly (readonly [network: string, bits: number])[] = [
  ['168.63.129.16', 32], ['192.0.0.0', 24], ['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['2002::', 16], ['2001::', 23], ['fec0::', 10],
];

function within(address: string, network: string, bits: number): boolean {
  const [one, of] = [ipaddr.parse(address), ipaddr.parse(network)];
  return one.kind() === of.kind() && one.match(of, bits);
}
