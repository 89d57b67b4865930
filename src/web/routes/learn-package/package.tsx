import { useCallback, useState } from "react";
import { useRevalidator } from "react-router";
import { z } from "zod";
import type { ItemState, MyPackage, OpenedPackage } from "#modules/academy/contract/packages.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { PackageFrame } from "#web/parts/package-frame.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button, LinkButton } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/package.ts";

type Pack = z.output<typeof MyPackage>;
type Opened = z.output<typeof OpenedPackage>;

export const handle: RouteHandle = { crumb: ({ pack }: { pack: Pack }) => pack.title };

export async function loader({ context, params }: Route.LoaderArgs) {
  const pack = await context.get(pageContext).call<Pack>("academy.get_my_package", params);
  return { pack, course: params.course };
}

const Chosen = z.object({ itemId: z.string().optional() });

export async function action(args: Route.ActionArgs) {
  const { course, packageId } = args.params;
  const { call } = args.context.get(pageContext);
  let opened: Opened | undefined;
  const answer = await submit(
    args,
    async ({ itemId }: z.output<typeof Chosen>) => {
      opened = await call<Opened>("academy.open_package", {
        course,
        packageId,
        ...(itemId ? { itemId } : {}),
      });
    },
    { schema: Chosen },
  );
  return opened ? { opened } : answer;
}

/** What was opened last. Reading the page again, as each save asks for, forgets what an action answered. */
function useOpened(packageId: string, answered: Opened | undefined): Opened | undefined {
  const [kept, keep] = useState({ packageId, answered });
  const isNews = packageId !== kept.packageId || (answered && answered !== kept.answered);
  if (isNews) keep({ packageId, answered });
  return isNews ? answered : kept.answered;
}

export default function PackagePage({
  loaderData: { pack, course },
  actionData,
  params,
}: Route.ComponentProps) {
  const { revalidate } = useRevalidator();
  const onChange = useCallback(() => void revalidate(), [revalidate]);
  const answered = actionData && "opened" in actionData ? actionData.opened : undefined;
  const opened = useOpened(params.packageId, answered);
  const open = pack.items.find(({ id }) => id === opened?.itemId);
  return (
    <>
      <PageHeader
        title={<span dir="auto">{open?.title ?? pack.title}</span>}
        lead={open ? undefined : "It opens on this page, and goes on where you left it."}
        actions={
          <LinkButton to={`/learn/${course}/lessons/${pack.lesson.slug}`}>Back to the lesson</LinkButton>
        }
      />
      {opened ? (
        <PackageFrame
          key={opened.src}
          title={open?.title ?? pack.title}
          src={opened.src}
          onChange={onChange}
        />
      ) : (
        <Form>
          <Button look="primary">
            {pack.items.some(({ isComplete }) => isComplete) ? "Go on" : "Start"}
          </Button>
        </Form>
      )}
      {pack.items.length > 1 && (
        <Section title="Parts">
          <ol className="divide-y divide-line rounded-card border border-line">
            {pack.items.map((item) => (
              <Part key={item.id} item={item} isOpen={item.id === opened?.itemId} />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function Part({ item, isOpen }: { item: ItemState; isOpen: boolean }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
      <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {item.title}
      </span>
      <span className="flex items-center gap-3">
        <Standing item={item} />
        {isOpen ? (
          <Badge>Open</Badge>
        ) : (
          <Form>
            <input type="hidden" name="itemId" value={item.id} />
            <Button aria-label={`Open ${item.title}`}>Open</Button>
          </Form>
        )}
      </span>
    </li>
  );
}

function Standing({ item }: { item: ItemState }) {
  if (!item.isTracked) return <span className="text-13 text-muted">To look at</span>;
  const score = item.scorePpm === null ? "" : `, ${Math.round(item.scorePpm / 10_000)} %`;
  if (item.success === "failed") return <Badge tone="critical">{`Not passed${score}`}</Badge>;
  if (item.isComplete) return <Badge tone="positive">{`Done${score}`}</Badge>;
  return <span className="text-13 text-muted">Open{score}</span>;
}
