#!/bin/sh
# Checks that the tools that Jukelab needs are installed, and says what to do if one is not.
# Usage: tools/preflight.sh [PYTHON]
set -u
python=${1:-python3}

fail() {
    printf 'jukelab: %s\n' "$*" >&2
    exit 1
}

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
command -v "$java" >/dev/null 2>&1 ||
    fail "no Java found (looked for $java). Install a JDK of version 17 or newer (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
case $version in
    '' | 1.* | *[!0-9]*) fail "$java has version '${version:-unknown}', but a JDK of version 17 or newer is needed. Install one or set JAVA_HOME." ;;
esac
[ "$version" -ge 17 ] ||
    fail "$java has version $version, but a JDK of version 17 or newer is needed. Install one or set JAVA_HOME."
"$java" --list-modules | grep -q '^jdk\.jshell' ||
    fail "$java is a runtime without jdk.jshell, which runs the cells of notebooks. Install a full JDK (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."

command -v mvn >/dev/null 2>&1 ||
    fail "no Maven found. Install Maven 3.8 or newer (Debian: apt-get install maven)."

command -v "$python" >/dev/null 2>&1 ||
    fail "no Python found (looked for $python). Install Python 3.10 or newer, or name one: make PYTHON=/path/to/python3."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' ||
    fail "$python is $("$python" -V 2>&1), but Python 3.10 or newer is needed. Name another: make PYTHON=/path/to/python3."
"$python" -c 'import venv, ensurepip' 2>/dev/null ||
    fail "$python cannot make virtual environments. Install its venv module (Debian: apt-get install python3-venv)."
