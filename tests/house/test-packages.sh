#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
#
# The installation of packages, on a system that is made up: dpkg-query, apt-get, sudo and
# id are small scripts here that say what they were asked.
set -u

here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d "${TMPDIR:-/tmp}/sceau-packages.XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
log=$folder/log
export log

tool () { printf '#!/bin/bash\n%s\n' "$2" > "$folder/bin/$1"; chmod +x "$folder/bin/$1"; }
# One installed package, one removed with its settings kept, the others unknown.
tool dpkg-query 'printf "ii present\nrc removed\n"; exit 1'
tool apt-get 'echo "apt-get $*" >> "$log"'
tool sudo 'echo "sudo" >> "$log"; exec "$@"'
tool id 'echo "${who:-0}"'
for real in sed grep env bash cat; do
  ln -s "$(command -v "$real")" "$folder/bin/$real"
done

count=0 failed=0
# point NAME: the outcome of the command just before.
point ()
{
  local status=$?
  count=$((count + 1))
  if [ $status = 0 ]; then
    echo "ok $count /house/packages/$1"
  else
    failed=1
    echo "not ok $count /house/packages/$1"
    sed 's/^/# /' "$log" "$folder/said"
  fi
}

# install PACKAGE…: with the made-up tools only, in a shell as strict as that of run.
install ()
{
  : > "$log"
  PATH=$folder/bin bash -c 'set -euo pipefail; . "$0"; sceau_install "$@"' "$here/../support/packages.sh" "$@" \
    > "$folder/said" 2>&1
}

echo '1..7'
install present; [ $? = 0 ] && [ ! -s "$log" ] && [ ! -s "$folder/said" ]
point quiet-when-nothing-is-missing

install present absent && grep -q 'absent' "$folder/said" && ! grep -q 'present' "$folder/said"
point says-what-is-missing

grep -q '^apt-get .*Lock::Timeout=300 .*install -y --no-install-recommends absent$' "$log"
point installs-what-is-missing

install removed && grep -q 'install .* removed$' "$log"
point a-removed-package-is-missing

who=1000 install absent && grep -q '^sudo$' "$log"
point asks-sudo-where-not-root

rm "$folder/bin/sudo"
! who=1000 install absent && [ ! -s "$log" ] && grep -q 'As root, run: .*absent' "$folder/said"
point says-the-command-where-sudo-is-not

rm "$folder/bin/dpkg-query"
install absent && [ ! -s "$log" ] && grep -q 'not a Debian system' "$folder/said"
point leaves-other-systems-alone

exit $failed
