import { ipKeyGenerator } from "express-rate-limit";

/** Bits of an IPv6 address that stand for one customer: whoever has one address has all of its /64. */
const customerBits = 64;

/**
 * What a network address is counted under, by every limit: an IPv4 address as it is, of an IPv6 address its /64, and an IPv4
 * address in an IPv6 one as the former. A client that has gone by now has no address any more; all of those are one.
 */
export function addressKey(address: string | undefined): string {
  return address ? ipKeyGenerator(address, customerBits) : "gone";
}
