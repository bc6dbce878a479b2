#!/bin/sh
# Prints how many processors a process here may use. OpenMP does not know the share of a container, and would start a
# thread for each of the machine's. Usage: tools/cores.sh [folder of the control group]
set -u
group=${1:-/sys/fs/cgroup}
count=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)

quota='' period=''
{
    read -r quota period <"$group/cpu.max" ||
        { read -r quota <"$group/cpu/cpu.cfs_quota_us" && read -r period <"$group/cpu/cpu.cfs_period_us"; }
} 2>/dev/null
case $quota in
    '' | max | -*) ;;
    *)
        share=$(((quota + period - 1) / period))
        [ "$share" -ge "$count" ] || count=$share
        ;;
esac
echo "$count"
