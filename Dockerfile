# The server in an image of its own: docker build -t auricle . ; docs/install.md tells how it is run.
FROM maven:3.9-eclipse-temurin-17 AS compile
WORKDIR /source
COPY . .
RUN mvn -B -q -DskipTests -Dspotless.check.skip -pl app -am package

FROM eclipse-temurin:25-jdk AS release
WORKDIR /source
COPY --from=compile /source .
RUN tools/release/build --built --output /release \
 && mv "/release/$(ls /release | grep -E '^auricle-[^-]+-linux-[a-z0-9]+$')" /auricle

FROM debian:bookworm-slim
# Java, FFmpeg and ONNX Runtime come along; they ask for these libraries of the system.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libstdc++6 zlib1g \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin auricle \
 && install -d -o 10001 -g 10001 -m 0700 /uploads
COPY --from=release /auricle /opt/auricle
COPY docker/healthy /usr/local/bin/healthy
USER 10001:10001
WORKDIR /uploads
# Uploads lie on a disk: in memory they would count against its limit.
VOLUME /uploads
# 512 MB hold this heap, the models and two FFmpegs.
ENV LC_ALL=C.UTF-8 \
    AURICLE_JAVA_OPTIONS="-Xmx160m -XX:+ExitOnOutOfMemoryError -XX:-UsePerfData -Djava.io.tmpdir=/uploads"
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["healthy"]
ENTRYPOINT ["/opt/auricle/bin/auricle"]
# Whoever publishes the port gives AURICLE_API_KEY, or says --open.
CMD ["serve", "--host", "0.0.0.0", "--threads", "2", "--keep-memory", "32"]
