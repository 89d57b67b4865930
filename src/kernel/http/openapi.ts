import { z } from "zod";
import type { AnyOperation } from "#kernel/operation/operation.ts";
import type { Registry } from "#kernel/operation/registry.ts";

type Json = Record<string, unknown>;

/** JSON Schema (2020-12) of what a caller sends or gets. */
export const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
};

const PROBLEM = { $ref: "#/components/responses/Problem" };

function parameters(operation: AnyOperation, input: Json): Json[] {
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  const inPath = [...operation.http.matchAll(/:(\w+)/g)].map((match) => match[1] ?? "");
  const path = inPath.map((name) => ({
    name,
    in: "path",
    required: true,
    schema: properties[name] ?? { type: "string" },
  }));
  if (!operation.http.startsWith("GET")) return path;
  const query = Object.keys(properties)
    .filter((name) => !inPath.includes(name))
    .map((name) => ({ name, in: "query", required: required.has(name), schema: properties[name] }));
  return [...path, ...query];
}

function requestBody(operation: AnyOperation, input: Json): Json | undefined {
  if (operation.http.startsWith("GET")) return undefined;
  const inPath = new Set([...operation.http.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const properties = Object.entries((input.properties ?? {}) as Json).filter(([name]) => !inPath.has(name));
  const required = ((input.required ?? []) as string[]).filter((name) => !inPath.has(name));
  const schema = { ...input, properties: Object.fromEntries(properties), required };
  return { required: required.length > 0, content: { "application/json": { schema } } };
}

function describe(operation: AnyOperation): Json {
  const input = jsonSchema(operation.input, "input");
  const needs = operation.access === "public" ? "Open to everyone." : `Needs ${operation.access}.`;
  const confirm = operation.confirm
    ? " Called with an agent's token it becomes a proposal for a person to approve."
    : "";
  const keyed = operation.kind === "command" ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : [];
  return {
    operationId: operation.name,
    summary: operation.title,
    description: `${needs}${confirm}`,
    tags: [operation.name.split(".")[0]],
    "x-permission": operation.access,
    security: operation.access === "public" ? [] : [{ token: [] }, { session: [] }],
    parameters: [...parameters(operation, input), ...keyed],
    requestBody: requestBody(operation, input),
    responses: {
      "200": {
        description: "Done",
        content: { "application/json": { schema: jsonSchema(operation.output, "output") } },
      },
      default: PROBLEM,
    },
  };
}

const COMPONENTS = {
  securitySchemes: {
    token: {
      type: "http",
      scheme: "bearer",
      description: "An API token, made in the console or by `bin/cairn token create`.",
    },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "cairn.session_token",
      description: "Set by signing in; behind TLS its name begins with __Host-.",
    },
  },
  parameters: {
    IdempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "Any text of your own; a repeated request with the same key gets the first answer.",
      schema: { type: "string", maxLength: 200 },
    },
  },
  responses: {
    Problem: {
      description: "RFC 9457 problem details; `code` is stable.",
      content: {
        "application/problem+json": {
          schema: {
            type: "object",
            required: ["type", "title", "status", "kind", "code", "requestId"],
            properties: {
              type: { type: "string" },
              title: { type: "string" },
              status: { type: "integer" },
              kind: { type: "string" },
              code: { type: "string" },
              requestId: { type: "string" },
              issues: {
                type: "array",
                items: {
                  type: "object",
                  properties: { path: { type: "string" }, message: { type: "string" } },
                },
              },
              data: { type: "object" },
            },
          },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 description of every declared operation. */
export function openApiDocument(registry: Registry, options: { serverUrl: string; version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const operation of registry.operations.values()) {
    const [method = "GET", path = "/"] = operation.http.split(" ");
    const key = path.replace(/:(\w+)/g, "{$1}");
    paths[key] = { ...paths[key], [method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Cairn",
      version: options.version,
      summary: "The plan and the business that answers for it.",
    },
    servers: [{ url: `${options.serverUrl}/api/v1` }],
    tags: registry.modules.map((module) => ({ name: module.name, description: module.title })),
    paths,
    components: COMPONENTS,
  };
}
