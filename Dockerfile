# Four stages: the dashboard's sources with its packages, its build, the Python runtime, and the built bundle to hand out.

FROM node:24-slim AS dashboard-dev
WORKDIR /frontend
RUN chown node:node /frontend
USER node
COPY --chown=node:node frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci
COPY --chown=node:node frontend/ ./

FROM dashboard-dev AS dashboard
RUN npm run build

FROM python:3.11-slim AS runtime
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    SPENDWISE_DATA_DIR=/data
WORKDIR /app
RUN groupadd --gid 10001 spendwise && useradd --uid 10001 --gid 10001 --no-create-home spendwise \
    && install -d -o spendwise -g spendwise -m 700 /data
COPY requirements.txt ./
RUN pip install --requirement requirements.txt
COPY . .
# Static files are part of the image: the container's user cannot write under /app.
RUN SPENDWISE_DEBUG=on python manage.py prepare --only-static && mkdir -p frontend/dist
USER 10001:10001
EXPOSE 8000

FROM runtime AS bundle
USER root
COPY --from=dashboard /frontend/dist /built
RUN python -m whitenoise.compress --quiet /built && install -d -o spendwise -g spendwise /bundle
USER 10001:10001
CMD ["sh", "-c", "find /bundle -mindepth 1 -delete && cp -R /built/. /bundle/"]
