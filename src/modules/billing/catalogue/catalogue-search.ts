import { rows, sql } from "#kernel/db/sql.ts";
import type { SearchSource } from "#kernel/module.ts";

/** Finds offers by part of their name, key or product. */
export const offerSearch: SearchSource = {
  kind: "Offer",
  permission: "billing:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ id: string; name: string; product: string }>(
      db,
      sql`SELECT o.id, o.name, d.name AS product FROM billing.offer o JOIN billing.product d ON d.id = o.product_id
          WHERE o.archived_at IS NULL AND d.archived_at IS NULL
            AND position(lower(${text}) in lower(d.name || ' ' || o.name || ' ' || o.key)) > 0
          ORDER BY d.position, o.position, o.key LIMIT ${limit}`,
    );
    return found.map(({ id, name, product }) => ({
      kind: "Offer",
      title: name,
      detail: product,
      href: `/console/billing/catalogue/offers/${id}`,
    }));
  },
};

/** Finds coupons by part of their code or name. */
export const couponSearch: SearchSource = {
  kind: "Coupon",
  permission: "billing:read",
  find: async (db, { text, limit }) => {
    const found = await rows<{ id: string; code: string; name: string }>(
      db,
      sql`SELECT id, code, name FROM billing.coupon
          WHERE archived_at IS NULL AND position(lower(${text}) in lower(code || ' ' || name)) > 0
          ORDER BY created_at DESC, id LIMIT ${limit}`,
    );
    return found.map(({ id, code, name }) => ({
      kind: "Coupon",
      title: code,
      detail: name,
      href: `/console/billing/coupons/${id}`,
    }));
  },
};
