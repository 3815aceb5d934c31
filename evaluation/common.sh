# Shared by the scripts of this folder, which source it: builds Spendlight if need be, and says where things are.
#
#   root        the project
#   java        the java that the launcher uses
#   image       the folder of the jars that the launcher runs
#   class_path  those jars
#   work        a new folder, removed at the end
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
java=$(SPENDLIGHT_JAVA_OPTS=-XshowSettings:properties "$root/spendlight" --version 2>&1 \
  | sed -n 's/^ *java\.home = \(.*\)/\1\/bin\/java/p')
image=$root/target/launcher/$(cat "$root/target/launcher/current")
class_path=$(printf ':%s' "$image"/*.jar)
class_path=${class_path#:}
work=$(mktemp -d "${TMPDIR:-/tmp}/spendlight-evaluation.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Runs one source file of evaluation/source with the product's jars: source NAME [JVM OPTION...] -- [ARGUMENT...]
source_file() {
  local name=$1
  shift
  local options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  "$java" --enable-native-access=ALL-UNNAMED -XX:-UsePerfData "${options[@]}" -cp "$class_path" \
    "$root/evaluation/source/$name.java" "$@"
}

milliseconds() {
  echo $(($(date +%s%N) / 1000000))
}

# The middle one of the numbers on stdin, one a line.
median() {
  sort -n | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

about_the_machine() {
  echo "$(date -u +%F), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $("$java" -version 2>&1 | sed -n 2p), commit $(git -C "$root" rev-parse --short HEAD)"
}
