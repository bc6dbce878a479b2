#!/bin/sh
# Says what Jukelab needs and this machine lacks, all at once, with one line that installs it. Needs no build.
# Usage: tools/doctor.sh                   one line per check; with those of `jukelab doctor` if Jukelab is built
#        tools/doctor.sh build             only what fails of what the classes need: make, a JDK, Maven
#        tools/doctor.sh build notebooks   the same, and of what notebooks need: Python, fonts, system libraries
# PYTHON names the Python, JAVA_HOME the JDK. The exit code is 1 if anything fails.
set -u
export LC_ALL=C.UTF-8
root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
python=${PYTHON:-python3}
parts=$*
status=0
needs=
jdk=

# FFmpeg's and OpenBLAS' libraries in pom.xml need it: FFmpeg calls hypot, OpenBLAS' libgcc _dl_find_object of that version.
glibc_needed=2.35

# What to install: the need, then the packages of apt-get, dnf, pacman, zypper, brew and conda.
packages() {
    cat <<'END'
make     | make                         | make                        | make                 | make                   | make                | make
basics   | findutils diffutils          | findutils diffutils         | findutils diffutils  | findutils diffutils    |                     |
jdk      | default-jdk-headless         | java-devel                  | jdk-openjdk          | java-21-openjdk-devel  | temurin@21          | openjdk=17
maven    | maven                        | maven                       | maven                | maven                  | maven               | maven
python   | python3 python3-venv         | python3                     | python               | python3                | python              | python=3.11
fonts    | fontconfig fonts-dejavu-core | fontconfig dejavu-sans-fonts| fontconfig ttf-dejavu| fontconfig dejavu-fonts|                     | fontconfig font-ttf-dejavu-sans-mono
freetype | libfreetype6                 | freetype                    | freetype2            | libfreetype6           |                     | freetype
harfbuzz | libharfbuzz0b                | harfbuzz                    | harfbuzz             | libharfbuzz0           |                     | harfbuzz
stdc++   | libstdc++6                   | libstdc++                   | gcc-libs             | libstdc++6             |                     | libstdcxx-ng
gomp     | libgomp1                     | libgomp                     | gcc-libs             | libgomp1               |                     | libgomp
va       | libva2 libva-drm2            | libva                       | libva                | libva2 libva-drm2      |                     | libva
drm      | libdrm2                      | libdrm                      | libdrm               | libdrm2                |                     | libdrm
END
}

has() { command -v "$1" >/dev/null 2>&1; }

line() { printf '%-5s %-13s %s\n' "$1" "$2" "$3"; }

ok() { [ -n "$parts" ] || line OK "$@"; }

later() { [ -n "$parts" ] || line - "$1" "not looked at yet: ${2:-run make setup}"; }

fail() { # subject, finding, needs to install...
    line FAIL "$1" "$2"
    shift 2
    status=1
    needs="$needs $*"
}

older() { # whether version $1 is older than $2, by the first two numbers
    major=${1%%.*} minor=${1#*.} minor=${minor%%[!0-9]*}
    [ "$major" -lt "${2%%.*}" ] || { [ "$major" -eq "${2%%.*}" ] && [ "${minor:-0}" -lt "${2#*.}" ]; }
}

conda_active() { [ -n "${CONDA_PREFIX:-}" ] && [ "${CONDA_DEFAULT_ENV:-base}" != base ]; }

built() { [ -f "$root/target/lib/.copied" ] && [ -d "$root/target/classes/io" ]; }

# ---- What the classes need

check_make() {
    if has make; then
        ok make "$(make --version | sed -n 1p)"
    else
        fail make "no make found" make
    fi
    for tool in find cmp; do
        has $tool || fail "$tool" "no $tool found, which the Makefile calls" basics
    done
}

# Sets jdk to the home of the Java that the launcher and the kernel take, if that is a JDK.
check_jdk() {
    java=${JAVA_HOME:+$JAVA_HOME/bin/}java
    settings=$("$java" -XshowSettings:properties -version 2>&1)
    version=$(printf '%s\n' "$settings" | sed -n 's/^ *java.specification.version = //p')
    found=$(printf '%s\n' "$settings" | sed -n 's/^ *java.home = //p')
    if ! has "$java"; then
        if [ -n "${JAVA_HOME:-}" ]; then
            fail JDK "no Java in JAVA_HOME ($java): set it to a JDK of version 17 or newer, or unset it"
        else
            fail JDK "no Java found: a JDK of version 17 or newer is needed" jdk
        fi
    elif [ -z "$version" ] || older "$version.0" 17.0; then
        fail JDK "$java has version ${version:-unknown}: a JDK of version 17 or newer is needed; where two are there, set JAVA_HOME" jdk
    elif [ ! -x "$found/bin/javac" ]; then
        fail JDK "$found is only a runtime, without the compiler javac: a JDK of version 17 or newer is needed" jdk
    elif ! "$java" --list-modules 2>/dev/null | grep -q '^jdk\.jshell'; then
        fail JDK "$found has no module jdk.jshell, which runs the cells of notebooks: a full JDK is needed" jdk
    else
        jdk=$found
        ok JDK "$version in $jdk, with javac and jdk.jshell"
    fi
}

# Maven may take another Java than the one on the PATH, so it is asked.
check_maven() {
    if ! has mvn; then
        fail Maven "no Maven found: version 3.8 or newer is needed" maven
        return
    fi
    shown=$(cd "$root" && mvn -v 2>&1)
    version=$(printf '%s\n' "$shown" | sed -n 's/^.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
    runtime=$(printf '%s\n' "$shown" | sed -n 's/^.*runtime: *//p')
    java_version=$(printf '%s\n' "$shown" | sed -n 's/^Java version: \([0-9]*\).*/\1/p')
    if [ -z "$version" ] && [ -z "$jdk" ]; then
        later Maven "it needs the JDK"
    elif [ -z "$version" ]; then
        fail Maven "mvn -v fails: $(printf '%s\n' "$shown" | sed -n 1p)"
    elif older "$version" 3.8; then
        fail Maven "mvn has version $version: 3.8 or newer is needed (https://maven.apache.org/download.cgi)"
    elif [ -n "$jdk" ] && { [ "${java_version:-0}" -lt 17 ] || [ ! -x "$runtime/bin/javac" ]; }; then
        fail Maven "it takes another Java, $runtime, which is no JDK of version 17 or newer: export JAVA_HOME=$jdk"
    else
        ok Maven "$version"
    fi
}

# ---- What notebooks need

check_python() {
    if ! has "$python"; then
        fail Python "no Python found (looked for $python): 3.10 or newer is needed; make PYTHON=/path/to/python3 names one" python
    elif ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
        fail Python "$python is $("$python" -V 2>&1): 3.10 or newer is needed; make PYTHON=/path/to/python3 names another"
    elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        fail Python "$python cannot make virtual environments: its modules venv and ensurepip are missing" python
    else
        ok Python "$("$python" -V 2>&1), with venv and ensurepip"
    fi
}

# Whether the system has a shared library. Where not even the C library is known (NixOS), nothing can be said.
library() {
    case $known_libraries in
        *"$1"*) true ;;
        *libc.so.6*) false ;;
    esac
}

known_libraries=$({ ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null; [ -z "${CONDA_PREFIX:-}" ] || ls "$CONDA_PREFIX/lib")

need_library() { # library, need: adds to lacking and to wanted if it is missing
    library "$1" || lack "$@"
}

lack() {
    lacking="$lacking${lacking:+, }$1"
    wanted="$wanted $2"
}

# Whether the JDK draws letters with a library of the system; others bring it. Without a JDK: as Debian's does.
draws_with() { [ -z "$jdk" ] || grep -q "$1" "$jdk/lib/libfontmanager.so" 2>/dev/null; }

any_font() {
    if has fc-list; then
        [ -n "$(fc-list | sed -n 1p)" ]
    else
        [ -n "$(find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts -name '*.[to]t[fc]' 2>/dev/null | sed -n 1p)" ]
    fi
}

check_fonts() {
    [ "$(uname -s)" = Linux ] || return 0 # elsewhere fonts come with the system
    lacking='' wanted=''
    need_library libfontconfig.so.1 fonts
    any_font || lack "a font" fonts
    ! draws_with libfreetype.so.6 || need_library libfreetype.so.6 freetype
    ! draws_with libharfbuzz.so.0 || need_library libharfbuzz.so.0 harfbuzz
    if [ -n "$lacking" ]; then
        fail fonts "charts need $lacking" "$wanted"
    else
        ok fonts "a font, and the libraries that draw it"
    fi
}

check_system() {
    system=$(uname -s)-$(uname -m)
    case $system in
        Linux-x86_64 | Linux-aarch64) check_libraries ;;
        Darwin-arm64 | Darwin-x86_64) ok system "$system" ;;
        MINGW* | MSYS* | CYGWIN*) fail system "$system: on Windows, make and the notebooks run in WSL2 (see docs/install.md)" ;;
        *) fail system "there are no native libraries for $system: Linux and macOS on x86-64 and arm64 have them" ;;
    esac
}

check_libraries() {
    glibc=$({ getconf GNU_LIBC_VERSION || ldd --version; } 2>/dev/null | sed -n '1s/^.*[^0-9.]\([0-9][0-9]*\.[0-9][0-9]*\)$/\1/p')
    if [ -z "$glibc" ] && ls /lib/ld-musl-* >/dev/null 2>&1; then
        fail system "$system with musl (as Alpine Linux): the native libraries need glibc $glibc_needed or newer, as Debian 12 has"
        return
    fi
    if [ -n "$glibc" ] && older "$glibc" $glibc_needed; then
        fail system "glibc $glibc here, FFmpeg's and OpenBLAS' libraries need $glibc_needed: use a newer system, such as Debian 12 or Ubuntu 22.04"
        return
    fi
    lacking='' wanted=''
    need_library libstdc++.so.6 stdc++
    if [ "$system" = Linux-aarch64 ]; then # on x86-64 they are in the jars
        need_library libgomp.so.1 gomp
        need_library libva.so.2 va
        need_library libva-drm.so.2 va
        need_library libdrm.so.2 drm
    fi
    if [ -n "$lacking" ]; then
        fail system "$system: the libraries of FFmpeg and ND4J need $lacking" "$wanted"
    else
        ok system "$system${glibc:+, glibc $glibc}"
    fi
}

# ---- What the first run needs

check_room() {
    memory=$({ sed -n 's/^MemTotal: *\([0-9]*\) kB/\1/p' /proc/meminfo || sysctl -n hw.memsize | sed 's/...$//'; } 2>/dev/null)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null)
    case $limit in
        '' | *[!0-9]*) ;;
        *) [ $((limit / 1024)) -gt "${memory:-0}" ] || memory=$((limit / 1024)) ;;
    esac
    if [ "${memory:-9999999}" -lt 3000000 ]; then
        fail memory "$((memory / 1000)) MB: training at batch 128 needs 3 GB; use smaller batches"
    else
        ok memory "${memory:+$((memory / 1000000)) GB}"
    fi
    free=$(df -Pk "$root" | sed -n '2s/^.* \([0-9][0-9]*\)  *[0-9]*% .*/\1/p')
    if built; then
        ok disk "$((free / 1000)) MB free"
    elif [ "${free:-9999999}" -lt 1000000 ]; then
        fail disk "$((free / 1000)) MB free in $root: the first run needs 1 GB"
    else
        ok disk "$((free / 1000000)) GB free, the first run needs 1 GB"
    fi
}

# Of Maven's settings: the mirror of Maven Central, or `proxy` if there is one.
maven_setting() {
    awk -v wanted="$1" '
        BEGIN { RS = "<" }
        /^!--/ { comment = 1 }
        comment { if (index($0, "-->")) comment = 0; next }
        wanted == "proxy" && /^proxy>/ { print "proxy"; exit }
        wanted == "mirror" && /^mirror>/ { of = url = "" }
        wanted == "mirror" && /^mirrorOf>/ { of = "," substr($0, 10) "," }
        wanted == "mirror" && /^url>/ { url = substr($0, 5) }
        wanted == "mirror" && /^\/mirror>/ { gsub(/[ \t\r\n]/, "", of); if (of ~ /,(\*|central|external:\*),/) { print url; exit } }
    ' ~/.m2/settings.xml 2>/dev/null
}

# A value of pip's configuration files.
pip_setting() {
    for file in ${PIP_CONFIG_FILE:+"$PIP_CONFIG_FILE"} ~/.config/pip/pip.conf ~/.pip/pip.conf ~/"Library/Application Support/pip/pip.conf" /etc/pip.conf /etc/xdg/pip/pip.conf; do
        sed -n "s/^ *$1 *[=:] *//p" "$file" 2>/dev/null
    done | sed -n 1p
}

# Whether a server answers, whatever it says. With a second argument, not through HTTPS_PROXY. Sets why if it does not.
reach() {
    if has curl; then
        why=$(curl -sSI --max-time 20 ${2:+--noproxy '*'} -o /dev/null "$1" 2>&1)
    elif has wget; then
        why=$(wget -nv --spider -T 20 -t 1 ${2:+--no-proxy} "$1" 2>&1) || [ $? -eq 8 ] # 8: the server's answer is an error
    else
        why=$(DIRECT=${2:-} "$python" - "$1" 2>&1 <<'END'
import os, sys, urllib.error, urllib.request
handlers = [urllib.request.ProxyHandler({})] if os.environ["DIRECT"] else []
try:
    urllib.request.build_opener(*handlers).open(urllib.request.Request(sys.argv[1], method="HEAD"), timeout=20)
except urllib.error.HTTPError:
    pass
except OSError as e:
    sys.exit(str(e))
END
        )
    fi
}

# A URL without user and password.
shown_url() { printf '%s\n' "$1" | sed 's|//[^/@]*@|//|'; }

check_network() {
    if [ -f "$root/target/lib/.copied" ] && [ -f "$kernel" ]; then
        ok network "not needed: everything is here"
    elif [ -f "$root/offline.mk" ]; then
        ok network "not needed: this pack has what a build downloads"
    elif ! has curl && ! has wget && ! has "$python"; then
        later network "no program for it (curl, wget or Python)"
    else
        check_maven_central
        check_pypi
    fi
}

check_maven_central() {
    url=$(maven_setting mirror)
    url=${url:-https://repo.maven.apache.org/maven2/}
    proxy=${HTTPS_PROXY:-${https_proxy:-}}
    case $(maven_setting proxy)${MAVEN_OPTS:-} in
        *proxy*)
            later "Maven Central" "Maven has a proxy of its own"
            return
            ;;
    esac
    if reach "$url" direct; then
        ok "Maven Central" "$(shown_url "$url") answers"
    elif [ -n "$proxy" ]; then
        host=${proxy#*://} host=${host##*@} host=${host%%/*}
        fail "Maven Central" "Maven ignores HTTPS_PROXY: export MAVEN_OPTS='-Dhttps.proxyHost=${host%:*} -Dhttps.proxyPort=${host##*:}'"
    else
        fail "Maven Central" "$(unreachable)"
    fi
}

unreachable() {
    echo "$(shown_url "$url") does not answer ($(printf '%s\n' "$why" | sed -n '$p')): connect to the network, or see docs/install.md for mirrors and proxies"
}

check_pypi() {
    url=${PIP_INDEX_URL:-$(pip_setting index-url)}
    url=${url:-https://pypi.org/simple/}
    if [ -n "${PIP_NO_INDEX:-$(pip_setting no-index)}${PIP_PROXY:-$(pip_setting proxy)}" ]; then
        later PyPI "pip has no index, or a proxy of its own"
    elif reach "$url"; then
        ok PyPI "$(shown_url "$url") answers"
    else
        fail PyPI "$(unreachable)"
    fi
}

# ---- One line that installs what is missing

# The number of the manager's column in the table.
column() {
    case $1 in
        apt-get) echo 2 ;;
        dnf) echo 3 ;;
        pacman) echo 4 ;;
        zypper) echo 5 ;;
        brew) echo 6 ;;
        conda) echo 7 ;;
    esac
}

manager() {
    if conda_active; then
        echo conda
        return
    fi
    for name in apt-get dnf pacman zypper brew; do
        if has $name; then
            echo $name
            return
        fi
    done
}

missing_packages() { # of the manager $1
    packages | while IFS= read -r row; do
        need=${row%% *}
        case " $needs " in
            *" $need "*) printf '%s\n' "$row" | cut -d'|' -f"$(column "$1")" ;;
        esac
    done | tr '\n' ' ' | tr -s ' ' | sed 's/^ //; s/ $//'
}

# Ubuntu 22.04 has an older default-jdk; elsewhere openjdk-17 may be missing.
debian_jdk() {
    if grep -q '^UBUNTU_CODENAME=jammy' /etc/os-release; then
        sed 's/default-jdk-headless/openjdk-17-jdk-headless/'
    else
        cat
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        echo "$*"
    elif has sudo; then
        echo "$*" | sed 's/^/sudo /; s/ && / \&\& sudo /g'
    else
        echo "su -c '$*'"
    fi
}

install_line() {
    name=$(manager)
    [ -n "$name" ] || return 0
    list=$(missing_packages "$name")
    [ -n "$list" ] || return 0
    case $name in
        apt-get) as_root "apt-get update && apt-get install -y --no-install-recommends $(echo "$list" | debian_jdk)" ;;
        dnf) as_root "dnf install -y $list" ;;
        pacman) as_root "pacman -S --needed $list" ;;
        zypper) as_root "zypper install -y $list" ;;
        brew) echo "brew install $list" ;;
        conda) echo "conda install -y -c conda-forge $list" ;;
    esac
}

# ---- The report

check_folder() {
    case $root in
        *:*) fail folder "Java's class path has no way to write the ':' of $root: rename or move it" ;;
    esac
}

check_build() {
    check_folder
    check_make
    check_jdk
    check_maven
}

check_notebooks() {
    check_python
    check_fonts
    check_system
}

report() {
    check_build
    check_notebooks
    check_room
    check_network
    if built && [ -n "$jdk" ]; then
        "$root/jukelab" doctor || status=1
    else
        later backend
        later decoder
        check_card
    fi
}

# The same as `jukelab doctor` prints: it is known without a build.
check_card() {
    if choice=$("$root/tools/gpu.sh" "${JUKELAB_GPU:-auto}" "${JUKELAB_ENGINE:-}"); then
        ok GPU "${choice#* * * * * }"
    else
        fail GPU "${choice#* * * * * }"
    fi
}

environment=$root/.venv
! conda_active || environment=$CONDA_PREFIX
kernel=$environment/share/jupyter/kernels/java/kernel.json

if [ -z "$parts" ]; then
    report
else
    for part in $parts; do
        "check_$part"
    done
fi
if [ $status -ne 0 ]; then
    advice=$(install_line)
    [ -z "$advice" ] || printf '\nTo install what is missing:\n  %s\n' "$advice"
fi
exit $status
