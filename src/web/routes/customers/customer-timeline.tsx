import { EmptyState } from "#web/ui/empty-state.tsx";
import { LinkButton } from "#web/ui/button.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Moment } from "#web/ui/time.tsx";
import type { CustomerTimeline } from "./customer-detail.ts";

/** What happened to a customer, newest first; `older` leads to what came before. */
export function Timeline({ timeline, isFirst }: { timeline: CustomerTimeline; isFirst: boolean }) {
  if (timeline.items.length === 0)
    return (
      <EmptyState
        icon="history"
        title="Nothing happened yet"
        text="What they do and what is done for them shows here."
      />
    );
  return (
    <>
      <ol className="border-s border-line">
        {timeline.items.map((item) => (
          <li key={item.eventId} className="relative ps-5 pb-4 last:pb-0">
            <span aria-hidden className="absolute -start-1 top-2 size-2 rounded-full bg-control" />
            <p className="[overflow-wrap:anywhere]">
              {item.href ? <TextLink to={item.href}>{item.text}</TextLink> : item.text}
            </p>
            <p className="text-13 text-muted">
              <Moment at={item.at} />
              {item.by && (
                <>
                  {", "}
                  <span dir="auto">{item.by}</span>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap gap-2">
        {timeline.nextCursor && (
          <LinkButton size="small" to={`?before=${timeline.nextCursor}#history`}>
            Show older
          </LinkButton>
        )}
        {!isFirst && (
          <LinkButton size="small" look="quiet" to="?#history">
            Back to the newest
          </LinkButton>
        )}
      </div>
    </>
  );
}
