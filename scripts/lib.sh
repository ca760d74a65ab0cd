# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./run and ./test share. Sourced with the repository's root as the working directory.

say() {
  printf '==> %s\n' "$*"
}

stop() {
  printf 'delpek: %s\n' "$*" >&2
  exit 1
}

# package_names FILE…: the lists without comments and empty lines.
package_names() {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | sort -u
}

is_installed() {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null || true)" = installed ]
}

# need_packages FILE…: installs what is missing of the listed Debian packages, and nothing when all are there.
need_packages() {
  local package missing=() root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    stop "this script installs packages on Debian 12 and its relatives only; elsewhere install what $* list and build with cmake (see README.md)"
  fi
  for package in $(package_names "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  if [ "${#missing[@]}" -eq 0 ]; then
    say "packages: all installed"
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "these packages are missing, and installing them needs root: ${missing[*]}"
    root=(sudo)
  fi
  say "packages: installing ${missing[*]}"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${missing[@]}"
}

# build PRESET: configures and builds build/PRESET with all processors.
build() {
  say "configuring build/$1"
  cmake --preset "$1" >"build/$1-configure.log" 2>&1 || { cat "build/$1-configure.log" >&2; stop "configuring failed"; }
  say "building build/$1 with $(nproc) processors"
  cmake --build "build/$1" --parallel "$(nproc)"
}
