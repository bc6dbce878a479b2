#!/bin/sh
# Chooses the NVIDIA card and the engine that trains on it, by what the driver's nvidia-smi says. Nothing is built, loaded
# or downloaded. These rules are here alone: make, jukelab and the kernel spec ask this program.
# Usage: tools/gpu.sh [1|auto [dl4j|libtorch [installed]]]
#   1: a card is required; auto (the default): the CPU where none can be used; installed: only what make setup has installed
# Prints one line: what was asked for, engine, gpu or cpu, the folder of its jars in target, the card's UUID or -, and the
# choice in words. The exit code is 1, and the engine none, if a card is required and none can be used.
# CUDA_VISIBLE_DEVICES chooses between cards, by UUID or by the index that nvidia-smi gives them.
set -u
export LC_ALL=C
request=${1:-auto}
engine=${2:-}

none() {
    printf '%s none - - - %s\n' "$request" "$1"
    exit 1
}

case $request in
    1) wish='asked for a GPU (GPU=1)' ;;
    auto) wish='asked for a GPU if there is one (GPU=auto)' ;;
    *) none "GPU must be 1 or auto, got $request" ;;
esac
case $engine in
    '') ;;
    dl4j | libtorch) wish="$wish and for ENGINE=$engine" ;;
    *) none "ENGINE must be dl4j or libtorch, got $engine" ;;
esac

# Ends with the CPU, or with an error, for the reason $1.
without_card() {
    [ "$request" = auto ] || none "no usable GPU: $1; omit GPU=1 to run on the CPU"
    if [ "$engine" = libtorch ]; then
        echo "$request libtorch cpu lib-libtorch - $wish, using libtorch on the CPU: $1"
    else
        echo "$request dl4j cpu lib - $wish, using DL4J on the CPU: $1"
    fi
    exit 0
}

system=$(uname -s)-$(uname -m)
[ "$system" = Linux-x86_64 ] || without_card "on $system there is none for the engines; on Linux on x86-64, also in WSL2, there is"

smi=$(command -v nvidia-smi || command -v /usr/lib/wsl/lib/nvidia-smi) ||
    without_card 'no NVIDIA driver was found, as there is no program nvidia-smi'

# One line per card. Drivers before 510 know neither of the last two fields; such a line ends after four.
query() { answer=$("$smi" --query-gpu="$1" --format=csv,noheader 2>&1); }
query index,uuid,name,driver_version,compute_cap,mig.mode.current
case $answer in
    *'not a valid field'*) query index,uuid,name,driver_version ;;
esac
cards=$(printf '%s\n' "$answer" | tr -cd '[:print:]\n' | grep '^[0-9][0-9]*, ')
if [ -z "$cards" ]; then
    said=$(printf '%s\n' "$answer" | tr -cd '[:print:]\n' | sed -n '/./{s/\.* *$//;p;q;}')
    case $answer in
        *'No devices were found'*) said='the NVIDIA driver found no card' ;;
        *'version mismatch'*) said='the NVIDIA driver was updated while it ran: restart the machine' ;;
        *'communicate with the NVIDIA driver'*) said='the NVIDIA driver does not run: restart the machine, or install the driver anew' ;;
        *ermission*) said="this user may not use the NVIDIA driver (nvidia-smi: $said)" ;;
        *) said="nvidia-smi found no card: ${said:-it printed nothing}" ;;
    esac
    without_card "$said"
fi

# A card in MIG mode is divided into instances, of which a process uses one. Only this list names them.
case $cards in
    *' Enabled'*) instances=$("$smi" -L 2>&1 | sed -n 's/^ *MIG /MIG /p; s/^GPU /GPU /p') ;;
    *) instances= ;;
esac

choice=$(printf '%s\n%s\n' "$instances" "$cards" | awk \
    -v engine="$engine" -v masked="${CUDA_VISIBLE_DEVICES+yes}" -v mask="${CUDA_VISIBLE_DEVICES:-}" '
    # Of the list of instances: "GPU 0: name (UUID: GPU-...)", then "MIG 1g.5gb Device 0: (UUID: MIG-...)" for each.
    /^GPU / { parent = $2; sub(/:.*/, "", parent); next }
    /^MIG / {
        uuid = $0
        sub(/.*UUID: */, "", uuid)
        sub(/\).*/, "", uuid)
        parts[parent] = parts[parent] uuid " " $2 "\n"
        next
    }
    /^[0-9]/ {
        fields = split($0, field, /, */)
        if (field[6] != "Enabled") {
            add(field[1], field[2], field[3])
        } else if (parts[field[1]] == "") {
            undivided = undivided field[3] " is in MIG mode, but has no instance: nvidia-smi mig makes some; "
        } else {
            count = split(parts[field[1]], part, "\n")
            for (i = 1; i < count; i++) {
                split(part[i], word, " ")
                add(field[1], word[1], field[3] " MIG " word[2])
            }
        }
    }

    function add(position, uuid, title) {
        cards++
        place[cards] = position
        id[cards] = uuid
        name[cards] = title
        driver[cards] = field[4]
        capability[cards] = fields > 4 && field[5] ~ /^[0-9]+\.[0-9]+$/ ? field[5] : ""
        # Old drivers do not tell it. This card, the only one of 3.7, has no newer driver.
        if (fields == 4 && title ~ /Tesla K80/) capability[cards] = "3.7"
    }

    # The cards that CUDA shows to a process, in its order: it ends the list at the first name that it does not know.
    function make_visible(    count, token, i, card, found) {
        if (!masked) {
            for (card = 1; card <= cards; card++) visible[++shown] = card
            return
        }
        count = split(mask, token, ",")
        for (i = 1; i <= count; i++) {
            gsub(/ /, "", token[i])
            found = 0
            for (card = 1; card <= cards && !found; card++) {
                if (token[i] == place[card] || token[i] ~ /^(GPU|MIG)-/ && index(id[card], token[i]) == 1) found = card
            }
            if (!found) return
            visible[++shown] = found
        }
    }

    # Why an engine cannot use a card; empty if it can. libtorch (CUDA 13) has code for 7.5, 8, 9, 10 and 12, DL4J
    # (CUDA 11.6) for 3.7 to 8.6, which 8.9 runs, too; neither has any that a newer card could translate.
    function obstacle(of, card,    generation) {
        if (capability[card] == "") return "the driver does not tell its compute capability; those from 510 on do"
        generation = int(capability[card])
        if (of == "libtorch") {
            if (capability[card] + 0 < 7.5) return "libtorch has code for compute capability 7.5 or newer"
            if (generation == 11 || generation > 12) return "libtorch has code for compute capabilities 7.5 to 10.x and 12.x"
            return int(driver[card]) < 580 ? "libtorch needs driver 580 or newer" : ""
        }
        if (capability[card] + 0 < 3.7 || capability[card] + 0 > 8.9) return "DL4J has code for compute capabilities 3.7 to 8.9"
        return int(driver[card]) < 450 ? "DL4J needs driver 450 or newer" : ""
    }

    function described(card) {
        return name[card] " (" (capability[card] == "" ? "" : "compute capability " capability[card] ", ") "driver " driver[card] ")"
    }

    function other(of) { return of == "libtorch" ? "dl4j" : "libtorch" }

    # Why this engine, if none was asked for.
    function why(of, card,    reason) {
        if (engine) return ""
        reason = obstacle(other(of), card)
        return ": " (reason ? reason : "DL4J could use it as well, but libtorch is preferred")
    }

    function use(of, card) {
        print of, "gpu", of == "libtorch" ? "lib-libtorch-gpu" : "lib-cuda", id[card], "using " \
            (of == "libtorch" ? "libtorch" : "DL4J") " on " described(card) why(of, card) \
            (cards > 1 ? "; CUDA_VISIBLE_DEVICES chooses between " cards " cards" : "")
        done = 1
    }

    function try(of,    i) {
        for (i = 1; i <= shown && !done; i++) if (obstacle(of, visible[i]) == "") use(of, visible[i])
    }

    # Both reasons, if they differ; that of the engine that was asked for, and whether the other one could.
    function reasons(card,    first, second) {
        first = obstacle(engine ? engine : "libtorch", card)
        second = obstacle(engine ? other(engine) : "dl4j", card)
        if (engine) return first (second == "" ? "; ENGINE=" other(engine) " can use this card" : "")
        return first == second ? first : first ", " second
    }

    END {
        make_visible()
        if (!engine || engine == "libtorch") try("libtorch")
        if (!engine || engine == "dl4j") try("dl4j")
        if (done) exit
        for (i = 1; i <= shown; i++) text = text described(visible[i]) ": " reasons(visible[i]) "; "
        if (!shown && cards) text = "CUDA_VISIBLE_DEVICES=" mask " names none of the " cards " cards of nvidia-smi; "
        text = text undivided
        sub(/; $/, "", text)
        print "none", text
    }')

case $choice in
    'none '*) without_card "${choice#none }" ;;
esac
words=${choice#* * * * }
if [ -n "${3:-}" ]; then
    library=${choice#* * }
    root=$(CDPATH='' cd -- "$(dirname "$0")/.." && pwd -P)
    cmp -s "$root/pom.xml" "$root/target/${library%% *}/.pom" ||
        without_card "$(echo "${choice%% *}" | sed s/dl4j/DL4J/) for NVIDIA cards is not installed: GPU=$request make setup installs it"
fi
echo "$request ${choice%" $words"} $wish, $words"
