import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Actor } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { jsonSchema } from "#kernel/http/openapi.ts";
import { problemResponse, toProblem } from "#kernel/http/problem.ts";
import { limitBody } from "#kernel/http/limit-body.ts";
import { type Door, MAX_BODY_BYTES } from "#kernel/http/rest.ts";
import { decideAccess } from "#kernel/operation/access.ts";
import { execute } from "#kernel/operation/execute.ts";
import type { AnyOperation } from "#kernel/operation/operation.ts";

/** A tool's name: dots are not allowed there. */
export const toolName = (operation: string): string => operation.replace(".", "__");

const asTool = (operation: AnyOperation) => ({
  name: toolName(operation.name),
  title: operation.title,
  description: `${operation.title}.${operation.confirm ? " A person has to approve it." : ""}`,
  inputSchema: { type: "object" as const, ...jsonSchema(operation.input, "input") },
  annotations: { readOnlyHint: operation.kind === "query", destructiveHint: operation.kind === "command" },
});

/** A server for one request: it offers exactly what its caller may use, and keeps nothing between requests. */
function serverFor(door: Door, actor: Actor, requestId: string): Server {
  const { registry } = door.runtime;
  const server = new Server({ name: "cairn", version: "0.1.0" }, { capabilities: { tools: {} } });
  const offered = [...registry.operations.values()].filter(
    (o) => decideAccess(registry, o, actor) === "allowed",
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered.map(asTool) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    try {
      const operation = [...registry.operations.values()].find((o) => toolName(o.name) === params.name);
      const output = await execute(door.runtime, operation?.name ?? params.name, params.arguments ?? {}, {
        actor,
        surface: "mcp",
        requestId,
        now: door.clock.now(),
      });
      return { content: [{ type: "text", text: JSON.stringify(output ?? null) }] };
    } catch (error) {
      const problem = toProblem(error, requestId);
      if (problem.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
      return { isError: true, content: [{ type: "text", text: JSON.stringify(problem) }] };
    }
  });
  return server;
}

/** Answers `/mcp` (Model Context Protocol, streamable HTTP, without sessions). A token is needed. */
export async function answerMcp(door: Door, request: Request, requestId: string): Promise<Response> {
  try {
    const actor = await door.actorOf(request);
    if (actor.kind !== "token")
      throw refuse("unauthenticated", "mcp.token_needed", "Send an API token as a bearer token.");
    // Without sessions there is nothing the server could say by itself; an open line would wait for ever.
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "POST" } });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await serverFor(door, actor, requestId).connect(transport);
    return await transport.handleRequest(limitBody(request, MAX_BODY_BYTES));
  } catch (error) {
    const response = problemResponse(error, requestId);
    if (response.status === 500) door.runtime.services.log.error({ requestId, error }, "Bug");
    return response;
  }
}
