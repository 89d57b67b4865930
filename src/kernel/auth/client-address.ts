import ipaddr from "ipaddr.js";

/**
 * Header in which the web server hands a request's sender address to the parts behind it. It is set by the server
 * for every request, over whatever a sender put there.
 */
export const CLIENT_ADDRESS_HEADER = "x-cairn-client-address";

/** The sender's network address as the server saw it; "unknown" where none was handed on. */
export const clientAddressOf = (request: Request): string =>
  request.headers.get(CLIENT_ADDRESS_HEADER) || "unknown";

const SUBSCRIBER_GROUPS = 4;

/**
 * What attempts are counted by: an IPv4 address, or the /64 of an IPv6 one, which is what one subscriber gets; within
 * it an address can be had for every request.
 */
export function clientNetworkOf(request: Request): string {
  const address = clientAddressOf(request);
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, SUBSCRIBER_GROUPS)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
