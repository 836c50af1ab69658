#!/bin/sh
# Runs the installer for every person who has a home on this machine, as that person; used by the .deb.
#   sh all-users.sh install|remove
set -u
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
case ${1:-} in
  install) option= ;;
  remove) option=--remove ;;
  *) exit 2 ;;
esac

getent passwd | while IFS=: read -r user _ number _ _ home shell; do
  case $shell in */nologin | */false) continue ;; esac
  [ "$number" -ge 1000 ] 2>/dev/null && [ "$number" -lt 65000 ] && [ -d "$home" ] || continue
  # With the rights of that person: nothing is written into a home by root.
  runuser -u "$user" -- env HOME="$home" sh "$HERE/install.sh" --quiet $option </dev/null ||
    echo "填报助手：用户 $user 没有处理成功，可以由本人运行 $HERE/install.sh。Tianbao: not done for $user." >&2
done
exit 0
