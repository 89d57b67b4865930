/** Under which key of the cache the public offers are kept, scheduled prices included. */
export const PUBLIC_OFFERS = "billing:public_offers";
