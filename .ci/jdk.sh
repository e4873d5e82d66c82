# Sourced by the launcher and by run: find_jdk sets `jdk` to the home of a JDK 25, or fails.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null
}

find_jdk() {
  local candidate java
  java=$(command -v java || true)
  [ -n "$java" ] && java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
  for candidate in \
    "${JAVA_HOME:-/nonexistent}" \
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
