/**
 * Header in which the web server hands a request's sender address to the parts behind it. It is set by the server
 * for every request, over whatever a sender put there.
 */
export const CLIENT_ADDRESS_HEADER = "x-cairn-client-address";

/** The sender's network address as the server saw it; "unknown" where none was handed on. */
export const clientAddressOf = (request: Request): string =>
  request.headers.get(CLIENT_ADDRESS_HEADER) || "unknown";
