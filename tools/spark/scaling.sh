#!/usr/bin/env bash
# How much faster two executors are than one: a standalone cluster on this machine, each worker with one core and held
# to it, the driver beside them.
#
#     tools/spark/scaling.sh MUSIC [WORK]
#
# MUSIC is a folder of sound; `mvn package` has to have been run. Prints seconds from the start of the job to its end, and
# from the first row to the last.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2; }
music=$(realpath "$1")
cd "$(dirname "$0")/../.."
jar=$(ls "$PWD"/spark/target/auricle-spark-*.jar | grep -v -e original -e sources -e javadoc | head -1)
work=$(realpath "${2:-$(mktemp -d)}")
export SPARK_HOME=$work/home SPARK_LOCAL_DIRS=$work/local SPARK_WORKER_DIR=$work/worker SPARK_SCALA_VERSION=2.12
mkdir -p "$SPARK_HOME/jars" "$SPARK_LOCAL_DIRS" "$SPARK_WORKER_DIR"
tr ':' '\n' < spark/on-3.5/target/classpath | while read -r file || [ -n "$file" ]; do
  ln -sf "$file" "$SPARK_HOME/jars/"
done
touch "$SPARK_HOME/RELEASE"

spark=(java -Xmx512m -cp "$SPARK_HOME/jars/*")
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  spark+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
master=spark://127.0.0.1:7199

for count in 1 2; do
  processes=()
  trap 'kill "${processes[@]}" 2>/dev/null || true' EXIT
  "${spark[@]}" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 7199 --webui-port 0 \
    2> "$work/master.log" & processes+=($!)
  sleep 5
  for ((i = 0; i < count; i++)); do
    taskset -c "$i" "${spark[@]}" org.apache.spark.deploy.worker.Worker --cores 1 --memory 2g --host 127.0.0.1 \
      --webui-port 0 "$master" 2> "$work/worker-$i.log" & processes+=($!)
  done
  sleep 5
  out=$work/rows-$count
  rm -rf "$out"
  start=$(date +%s.%N)
  "${spark[@]}" org.apache.spark.deploy.SparkSubmit --master "$master" --conf spark.executor.memory=1g \
    --conf spark.executor.cores=1 --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
    --conf spark.executor.extraJavaOptions=-XX:+UseSerialGC --class io.auricle.spark.Main "$jar" \
    classify --model genre --input "$music" --output "$out" --format json 2> "$work/driver-$count.log"
  end=$(date +%s.%N)
  first=$(stat -c %.Y "$out"/part-* | sort -n | head -1)
  last=$(stat -c %.Y "$out"/part-* | sort -n | tail -1)
  awk -v n="$count" -v a="$start" -v b="$end" -v c="$first" -v d="$last" -v rows="$(cat "$out"/part-* | wc -l)" \
    'BEGIN { printf "executors=%d: %.0f s, %.0f s from the first rows to the last, %d rows\n", n, b - a, d - c, rows }'
  kill "${processes[@]}"
  wait 2>/dev/null || true
done
