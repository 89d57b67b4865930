import { useSearchParams } from "react-router";
import { Form } from "#web/forms/form.tsx";
import { Button } from "#web/ui/button.tsx";
import { Notice } from "#web/ui/notice.tsx";

/** What was just taken out, and the way back. */
export function RemovalNotice() {
  const [params] = useSearchParams();
  const removalId = params.get("removed");
  if (!removalId) return null;
  return (
    <div className="mb-5">
      <Notice title="It is out of the draft" tone="positive">
        <p>Versions that were published before keep it.</p>
        <Form intent="bring_back" className="mt-2">
          <input type="hidden" name="removalId" value={removalId} />
          <Button size="small" icon="undo-2">
            Bring it back
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
