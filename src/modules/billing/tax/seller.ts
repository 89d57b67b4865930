export {
  readSeller,
  SELLER_KEY,
  sellerSnapshot,
  type SellerSettings,
} from "#modules/billing/tax/read-seller.ts";
