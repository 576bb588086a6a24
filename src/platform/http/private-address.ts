import { BlockList, isIP } from 'node:net';

/**
 * Address ranges that are not the public internet.
 * IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), multicast, and the one public address that
 * a cloud host answers itself (Azure's 168.63.129.16).
 */
const blockedIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
];

/** Inside 2000::/3; everything outside it (loopback, mapped, NAT64, unique local, link local, multicast …) is refused whole. */
const blockedIpv6: readonly (readonly [string, number])[] = [
  ['2001::', 23], // IETF protocol assignments: Teredo, benchmarking, ORCHID
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const blocked = new BlockList();
for (const [net, prefix] of blockedIpv4) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of blockedIpv6) blocked.addSubnet(net, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IPv4 or IPv6 address (no brackets) is anything but public unicast. What is no address counts as private. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.split('%', 1)[0] ?? '';
  const family = isIP(plain);
  if (family === 4) return blocked.check(plain, 'ipv4');
  if (family === 6) return !globalUnicast.check(plain, 'ipv6') || blocked.check(plain, 'ipv6');
  return true;
}
