import { redirect } from "react-router";
import { classNames } from "#web/ui/class-names.ts";
import { TextInput } from "#web/ui/text-input.tsx";
import { TextLink } from "#web/ui/text-link.tsx";
import { Form } from "#web/forms/form.tsx";
import { brandClass } from "../shop/brand-link.tsx";
import type { Route } from "./+types/find.ts";

export const meta: Route.MetaFunction = () => [
  { title: "Check a certificate" },
  { name: "description", content: "Enter the number of a certificate and see whether it counts." },
];

/** The number as somebody typed it, made an address. */
export function loader({ request }: Route.LoaderArgs) {
  const number = new URL(request.url).searchParams.get("number")?.trim().slice(0, 80);
  if (number) throw redirect(`/certificates/${encodeURIComponent(number)}`);
  return null;
}

export default function FindCertificate() {
  return (
    <div className="mx-auto max-w-measure px-4 py-16 sm:px-8">
      <h1 className="text-36 font-bold">Check a certificate</h1>
      <p className="mt-4 text-18 text-pretty text-muted">
        Enter the number on the certificate. You see whether it counts, of which course it is, and the name
        where its owner allows that.
      </p>
      <Form method="get" action="/certificates" className="mt-8">
        <TextInput
          name="number"
          label="Number of the certificate"
          hint="16 letters and digits, such as K7QM-2XH9-4WRT-PN3D"
          autoComplete="off"
          spellCheck={false}
          required
        />
        <button type="submit" className={classNames(brandClass, "max-sm:w-full")}>
          Check the number
        </button>
      </Form>
      <p className="mt-10 text-muted">
        You have an Open Badge as a file? <TextLink to="/certificates/verify">Check a badge</TextLink>
      </p>
    </div>
  );
}
