#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# usage: withkeyring.sh PROGRAM [ARGUMENTS…]
# Runs a program on a session bus of its own with an unlocked, empty GNOME keyring; nothing of the user's is touched.
set -eu
if [ "${1:-}" = --inside ]; then
  shift
  printf 'test' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null
  exec "$@"
fi
for needed in dbus-run-session gnome-keyring-daemon; do
  command -v "$needed" >/dev/null || {
    echo "the keychain tests need $needed: install the packages dbus and gnome-keyring" >&2
    exit 1
  }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run" "$home/data" "$home/config" "$home/cache"
unset DISPLAY WAYLAND_DISPLAY GNOME_KEYRING_CONTROL DBUS_SESSION_BUS_ADDRESS
HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache \
  dbus-run-session -- "$0" --inside "$@"
