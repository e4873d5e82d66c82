# Sourced by the launcher and by run: find_jdk sets `jdk` to the home of a JDK 25, or fails.

# Starts no process, as finding one must cost next to nothing.
is_jdk_25() {
  local line
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while read -r line || [ -n "$line" ]; do
    case $line in JAVA_VERSION=\"25*) return 0 ;; esac
  done <"$1/release"
  return 1
}

find_jdk() {
  local candidate java
  if is_jdk_25 "${JAVA_HOME:-/nonexistent}"; then
    jdk=$JAVA_HOME
    return 0
  fi
  java=$(command -v java || true)
  [ -n "$java" ] && java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
  for candidate in \
    "${java%/bin/java}" \
    /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      jdk=$candidate
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ] && candidate=$(/usr/libexec/java_home -v 25 2>/dev/null) &&
    is_jdk_25 "$candidate"; then
    jdk=$candidate
    return 0
  fi
  return 1
}
