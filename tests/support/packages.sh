# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
# shellcheck shell=bash disable=SC2034
#
# The Debian packages Sceau needs, and their installation; sourced by run and tests/run.

sceau_packages_build='
  build-essential pkgconf meson ninja-build gettext
  libgtk-4-dev libadwaita-1-dev libpoppler-glib-dev libsqlite3-dev libhpdf-dev libxml2-dev
  libjson-glib-dev libharfbuzz-dev libarchive-dev libxlsxwriter-dev libical-dev libsodium-dev
  libgdk-pixbuf-2.0-dev libqrencode-dev libicu-dev libhyphen-dev
  desktop-file-utils shared-mime-info'

sceau_packages_run='
  adwaita-icon-theme librsvg2-common fonts-cantarell x11-utils'

sceau_packages_test='
  xvfb xauth dbus at-spi2-core fonts-dejavu-core xdotool imagemagick python3-gi
  poppler-utils qpdf python3-fonttools libzbar-dev sqlite3 appstream libxml2-utils locales
  chromium'

# sceau_missing PACKAGE…: those of them that are not installed.  Asks only the local
# database, in one call of some hundredths of a second.
sceau_missing ()
{
  local installed package
  # dpkg-query also fails when it knows one of them not at all.
  installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2> /dev/null | sed -n 's/^ii //p') || true
  for package in "$@"; do
    grep -qxF -- "$package" <<< "$installed" || echo "$package"
  done
}

# sceau_install PACKAGE…: installs what is missing and says what.  Touches neither the
# network nor sudo when nothing is missing.
sceau_install ()
{
  local missing as_root=()
  if ! command -v dpkg-query > /dev/null; then
    echo "This is not a Debian system: nothing is installed. If the build fails, install what these packages hold:" "$@"
    return 0
  fi
  mapfile -t missing < <(sceau_missing "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0

  echo "Installing ${#missing[@]} missing Debian package(s): ${missing[*]}"
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo > /dev/null; then
      echo "Neither root nor sudo is at hand. As root, run:  apt-get install --no-install-recommends ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  "${as_root[@]}" update < /dev/null || echo "The package lists could not be renewed; trying with those there are." >&2
  "${as_root[@]}" install -y --no-install-recommends "${missing[@]}" < /dev/null
}
