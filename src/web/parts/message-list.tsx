import type { RichText as Text } from "#kernel/browser/rich-text.ts";
import { RichText } from "#web/parts/rich-text.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Moment } from "#web/ui/time.tsx";

interface Message {
  messageId: string;
  authorName: string;
  isStaff: boolean;
  text: Text;
  at: string;
}

/** What a student and who teaches wrote to each other, the oldest first. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ol className="divide-y divide-line">
      {messages.map(({ messageId, authorName, isStaff, text, at }) => (
        <li key={messageId} className="px-4 py-3">
          <p className="mb-1 flex flex-wrap items-center gap-x-2 text-13 text-muted">
            <span dir="auto" className="font-medium text-text">
              {authorName}
            </span>
            {isStaff && <Badge>Teaches</Badge>}
            <Moment at={at} ago />
          </p>
          <RichText text={text} className="[overflow-wrap:anywhere]" />
        </li>
      ))}
    </ol>
  );
}
