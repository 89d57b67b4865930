import { z } from "zod";
import type { Notification } from "#modules/platform/contract.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { done, submit } from "#web/forms/submit.ts";
import { localPath } from "#web/local-path.ts";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { readTableQuery, tableHref } from "#web/table/table-query.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Pagination } from "#web/ui/pagination.tsx";
import { countOf } from "#web/format/plural.ts";
import type { Route } from "./+types/list.ts";
import { NoticeRow } from "./notice-row.tsx";
import { NoticeTabs } from "./notice-tabs.tsx";

type Page = { items: z.output<typeof Notification>[]; nextCursor: string | null };

export const handle: RouteHandle = {
  crumb: "Notifications",
  notices: { read: "All notices are marked as read." },
};

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call } = context.get(pageContext);
  const { cursor } = readTableQuery(request.url);
  const [page, { unread }] = await Promise.all([
    call<Page>("platform.list_notifications", { cursor: cursor ?? undefined }),
    call<{ unread: number }>("platform.count_unread"),
  ]);
  return { ...page, unread, cursor };
}

/** Opening a notice is a post: it is read from then on, also without scripts. */
export async function action(args: Route.ActionArgs) {
  const href = (await args.request.clone().formData()).get("href");
  const path = href === null ? null : localPath(String(href), "/console/notifications");
  return submit(args, "platform.mark_read", {
    schema: z.object({ notificationIds: z.array(z.uuid()).optional() }),
    onSuccess: () => (path === null ? done("/console/notifications", "read") : done(path)),
  });
}

export default function Notifications({ loaderData }: Route.ComponentProps) {
  const { items, nextCursor, unread, cursor } = loaderData;
  return (
    <>
      <PageHeader
        title="Notifications"
        actions={
          unread > 0 && (
            <Form>
              <Button icon="check-check">Mark all as read</Button>
            </Form>
          )
        }
      />
      <NoticeTabs />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="bell" title="No notices" text="What concerns you appears here as it happens." />
        ) : (
          <ul className="divide-y divide-line">
            {items.map((notice) => (
              <NoticeRow key={notice.notificationId} notice={notice} />
            ))}
          </ul>
        )}
      </Card>
      {(nextCursor || cursor) && (
        <div className="mt-3">
          <Pagination
            summary={countOf(items.length, "notice")}
            first={cursor ? "/console/notifications" : null}
            next={nextCursor && tableHref("", { cursor: nextCursor })}
          />
        </div>
      )}
    </>
  );
}
