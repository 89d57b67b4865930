import type { z } from "zod";
import type { Notification } from "#modules/platform/contract.ts";
import { Form } from "#web/forms/form.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Moment } from "#web/ui/time.tsx";

/** One notice; the whole row opens it. */
export function NoticeRow({ notice }: { notice: z.output<typeof Notification> }) {
  const isNew = notice.readAt === null;
  return (
    <li>
      <Form>
        <input type="hidden" name="notificationIds[]" value={notice.notificationId} />
        <input type="hidden" name="href" value={notice.href} />
        <button
          type="submit"
          className="flex min-h-12 w-full items-start gap-3 px-4 py-3 text-start hover:bg-hover active:bg-pressed"
        >
          <Icon
            name={isNew ? "circle-dot" : "check"}
            className={classNames("mt-0.5", isNew ? "text-accent" : "text-muted")}
          />
          <span className="min-w-0 flex-1">
            <span dir="auto" className={classNames("block", isNew && "font-medium")}>
              {isNew && <span className="sr-only">New: </span>}
              {notice.title}
            </span>
            {notice.body && (
              <span dir="auto" className="block text-13 text-pretty text-muted">
                {notice.body}
              </span>
            )}
          </span>
          <span className="shrink-0 text-13 text-muted">
            <Moment at={notice.createdAt} ago />
          </span>
        </button>
      </Form>
    </li>
  );
}
