import ipaddr from "ipaddr.js";

// A public address that answers only inside Azure and there tells secrets.
const AZURE_WIRE_SERVER = "168.63.129.16";

const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * True for addresses of the public internet. Private, loopback, link-local (with the clouds' metadata), unique-local,
 * carrier-grade, multicast and reserved ones are not, nor those that carry an IPv4 address inside.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // ::ffff:127.0.0.1 is 127.0.0.1
  const parsed = ipaddr.process(address);
  // 2000::/3 is all of IPv6 that was ever given out; ::127.0.0.1 and the like lie outside.
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_IPV6)) return false;
  return parsed.range() === "unicast" && parsed.toString() !== AZURE_WIRE_SERVER;
}

/** The host of a URL as an IP address, or undefined when it is a name. */
export function literalAddress(url: URL): string | undefined {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host) ? host : undefined;
}
