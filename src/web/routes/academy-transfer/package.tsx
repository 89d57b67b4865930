import type { z } from "zod";
import { type OpenedPackage, type PackageList, PreviewPackage } from "#modules/academy/contract/packages.ts";
import { pageContext } from "#web/context.ts";
import { Form } from "#web/forms/form.tsx";
import { submit } from "#web/forms/submit.ts";
import { PackageFrame } from "#web/parts/package-frame.tsx";
import type { RouteHandle } from "#web/shell/route-handle.ts";
import { Button } from "#web/ui/button.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Route } from "./+types/package.ts";
import { formatWords } from "./import-state.ts";

type Pack = z.output<typeof PackageList>["items"][number];

export const handle: RouteHandle = { crumb: ({ title }: { title: string }) => title };

export async function loader({ context, params }: Route.LoaderArgs): Promise<Pack> {
  const { items } = await context
    .get(pageContext)
    .call<z.output<typeof PackageList>>("academy.list_packages");
  const found = items.find(({ packageId }) => packageId === params.packageId);
  if (!found) throw new Response(null, { status: 404 });
  return found;
}

type Opened = z.output<typeof OpenedPackage>;

const Chosen = PreviewPackage.omit({ packageId: true });

export async function action(args: Route.ActionArgs) {
  const { packageId } = args.params;
  const { call } = args.context.get(pageContext);
  let opened: Opened | undefined;
  const answer = await submit(
    args,
    async ({ itemId }: z.output<typeof Chosen>) => {
      opened = await call<Opened>("academy.preview_package", { packageId, ...(itemId ? { itemId } : {}) });
    },
    { schema: Chosen },
  );
  return opened ? { opened } : answer;
}

const nothing = () => {};

export default function PackagePage({ loaderData: pack, actionData }: Route.ComponentProps) {
  const opened = actionData && "opened" in actionData ? actionData.opened : undefined;
  return (
    <>
      <PageHeader
        over={`${formatWords[pack.kind]} ${pack.version}`}
        title={<span dir="auto">{pack.title}</span>}
        lead={`In the course ${pack.courseTitle}.`}
      />
      {opened && (
        <PackageFrame key={opened.src} title={pack.title} src={opened.src} keepsNothing onChange={nothing} />
      )}
      <Section title="Parts">
        <ol className="divide-y divide-line rounded-card border border-line">
          {pack.items.map((item) => (
            <li key={item.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
                {item.title}
              </span>
              <Form>
                <input type="hidden" name="itemId" value={item.id} />
                <Button aria-label={`Look at ${item.title}`}>Look at it</Button>
              </Form>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
