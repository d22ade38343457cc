#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Sceau authors
#
# The throw-away desktop keeps its promises.
set -u

with_desktop=$(cd "$(dirname "$0")/../support" && pwd)/with-desktop
count=0 failed=0
# point NAME STATUS
point ()
{
  count=$((count + 1))
  if [ "$2" = 0 ]; then
    echo "ok $count /house/with-desktop/$1"
  else
    failed=1
    echo "not ok $count /house/with-desktop/$1"
  fi
}

echo '1..5'
"$with_desktop" sh -c 'exit 7'
[ $? = 7 ]; point keeps-the-exit-status $?

[ "$(echo words | "$with_desktop" cat)" = words ]; point passes-the-input-on $?

"$with_desktop" --size 640x480 xdpyinfo | grep -q '640x480 pixels'; point has-a-screen-of-that-size $?

# The single quotes are for the shell inside.
# shellcheck disable=SC2016
home=$("$with_desktop" sh -c 'touch "$HOME/file" && echo "$HOME"')
[ -n "$home" ] && [ "$home" != "$HOME" ] && [ ! -e "$home" ]; point has-a-home-that-goes-away $?

# shellcheck disable=SC2016
process=$("$with_desktop" bash -c 'sleep 60 > /dev/null & echo $!')
tries=0
while kill -0 "$process" 2> /dev/null && [ $((tries += 1)) -lt 50 ]; do
  sleep 0.1
done
! kill -0 "$process" 2> /dev/null; point leaves-no-process-behind $?

exit $failed
