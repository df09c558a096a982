# The worker, and the migration, which is the same image with another command. Build it from the root of the repository:
# docker build -f docker/worker.Dockerfile .
# Written with care but not run where it was written: there was no Docker.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY nest-cli.json tsconfig.json .swcrc ./
COPY apps ./apps
COPY libs ./libs
COPY migrations ./migrations
RUN npx nest build --all

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY migrations ./migrations
# Owns nothing it runs: a hole in the process is no way to change the program.
RUN mkdir /files && chown node:node /files
ENV FILES_DIR=/files
USER node
# Node itself is the process that gets the SIGTERM; npm or a shell between would swallow it.
CMD ["node", "--enable-source-maps", "dist/apps/worker/src/main.js"]
