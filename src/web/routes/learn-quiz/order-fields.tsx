import { useState } from "react";
import { useSearchParams } from "react-router";
import type { Answer, Asked } from "#modules/academy/contract/quiz-answer.ts";
import { Button } from "#web/ui/button.tsx";
import { moved } from "./answer-form.ts";
import { OrderRow } from "./order-row.tsx";

interface Props {
  asked: Extract<Asked, { kind: "ordering" }>;
  answer: Answer | null;
  onAnswer(): void;
}

/**
 * Items to put in order: move one by its buttons, or choose its place. The rows stand in the order of the answer, with
 * scripts and without; without them each button saves and shows the page again.
 */
export function OrderFields({ asked, answer, onAnswer }: Props) {
  const inMaking = useSearchParams()[0].get("order")?.split(",") ?? [];
  const ids = asked.items.map(({ id }) => id);
  const saved = answer?.kind === "ordering" ? answer.order : ids;
  const isWhole = inMaking.length === ids.length && ids.every((id) => inMaking.includes(id));
  const [order, setOrder] = useState(isWhole ? inMaking : saved);
  const [told, setTold] = useState("");
  const texts = new Map(asked.items.map(({ id, text }) => [id, text]));
  const move = (id: string, to: number) => {
    const next = moved(order, id, to);
    setOrder(next);
    setTold(`${texts.get(id)}: place ${next.indexOf(id) + 1} of ${next.length}`);
    onAnswer();
  };
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Your answer</legend>
      <input
        type="hidden"
        name="answered"
        value={answer?.kind === "ordering" || isWhole || told ? "1" : ""}
      />
      <ol className="space-y-2">
        {order.map((id, at) => (
          <OrderRow
            key={id}
            id={id}
            text={texts.get(id) ?? ""}
            at={at}
            of={order.length}
            onMove={(to) => move(id, to)}
          />
        ))}
      </ol>
      <noscript>
        <p className="mt-3">
          <Button name="move" value="">
            Move to the places chosen
          </Button>
        </p>
      </noscript>
      <p role="status" className="sr-only">
        {told}
      </p>
    </fieldset>
  );
}
