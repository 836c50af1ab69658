#!/bin/sh
# 卸载填报助手。 Removes Tianbao from this user's WPS.
exec sh "$(dirname -- "$0")/install.sh" --remove "$@"
