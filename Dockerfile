# The packages that the program needs to run, without npm's cache and without those of development.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
# The private Redis, for when REDIS_URL is unset. Nothing starts it here but Usherr.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends redis-server \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner=node --group=node --mode=0700 /data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY redis ./redis
COPY migrations ./migrations
COPY src ./src

# All that is ever written lies in /data, so the root may be mounted read-only.
# NODE_COMPILE_CACHE: the second start need not read the sources anew.
ENV NODE_ENV=production DATA_DIR=/data NODE_COMPILE_CACHE=/data/node-cache
VOLUME /data
EXPOSE 3003
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 3003}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
