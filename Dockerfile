# syntax=docker/dockerfile:1
# Node from the base image: the one that npm carries would double the size. glibc, not musl.
ARG NODE=node:26-trixie-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

# What runs: no tools, and no optional packages (carried Node, embedded database): DATABASE_URL is set here.
FROM ${NODE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CAIRN_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/package.json /app/package-lock.json /app/react-router.config.ts /app/vite.config.ts ./
COPY --from=build /app/bin ./bin
COPY --from=build /app/src ./src
COPY --from=build /app/db ./db
COPY --from=build /app/playbooks ./playbooks
COPY --from=build /app/build ./build
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# bin/cairn becomes the program, so signals reach it.
ENTRYPOINT ["bin/cairn"]
CMD ["start"]
