# One image, run as the API (the default) or as a worker: `node api/dist/src/worker.js`.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY admin-ui/package.json admin-ui/
COPY libs/contracts/package.json libs/contracts/
COPY libs/domain/package.json libs/domain/
COPY libs/client/package.json libs/client/
COPY libs/simulator/package.json libs/simulator/
RUN npm ci --no-audit --no-fund
COPY tsconfig.json ./
COPY libs libs
COPY api api
COPY admin-ui admin-ui
RUN node api/bin/build.mjs

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY api/package.json api/
COPY admin-ui/package.json admin-ui/
COPY libs/contracts/package.json libs/contracts/
COPY libs/domain/package.json libs/domain/
COPY libs/client/package.json libs/client/
COPY libs/simulator/package.json libs/simulator/
RUN npm ci --omit=dev --workspace @coinwarden/api --no-audit --no-fund && npm cache clean --force
COPY LICENSE ./
COPY --from=build /app/libs/contracts/dist libs/contracts/dist
COPY --from=build /app/libs/domain/dist libs/domain/dist
COPY --from=build /app/libs/client/dist libs/client/dist
COPY --from=build /app/libs/simulator/dist libs/simulator/dist
COPY --from=build /app/api/dist api/dist
COPY api/bin/worker-health.mjs api/bin/
COPY --from=build /app/admin-ui/dist admin-ui/dist

# The processes keep nothing on disk with DATABASE_URL set; the directory is for an embedded database, if one is wanted.
RUN mkdir /data && chown node:node /data
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node as the first process receives SIGTERM itself and drains.
CMD ["node", "api/dist/src/main.js"]
