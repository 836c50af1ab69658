#!/bin/sh
# 填报助手 (Tianbao): puts the add-in for WPS Spreadsheets into this user's WPS, or takes it out again.
#   sh install.sh [--file-url] [--quiet] [--if-missing]     sh install.sh --remove [--quiet]
# It copies one folder, edits one row of publish.xml, keeps what that file was as publish.xml.tianbao-backup, and needs
# neither root nor network. Add-ins of others are left alone.
set -u
umask 022

NAME='@NAME@'
VERSION='@VERSION@'
FOLDER="${NAME}_${VERSION}"
HERE=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1

mode=install
url=$FOLDER
quiet=
missing=
for argument in "$@"; do
  case $argument in
    --remove) mode=remove ;;
    --file-url) url='file://' ;;
    --quiet) quiet=1 ;;
    --if-missing) missing=1 ;;
    *)
      echo "用法 Usage: sh install.sh [--remove] [--file-url] [--quiet] [--if-missing]" >&2
      exit 2
      ;;
  esac
done
ROW="<jsplugin name=\"$NAME\" type=\"et\" url=\"$url\" version=\"$VERSION\" enable=\"enable_dev\" install=\"null\" customDomain=\"\"/>"

tell() { [ -n "$quiet" ] || printf '%s\n' "$@"; }
fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

[ -n "${HOME:-}" ] && [ -d "$HOME" ] || fail '找不到用户的主目录。' 'The home folder of this user cannot be found.'

# WPS reads the first; some builds were seen with the second.
DATA="$HOME/.local/share"
# Who has taken away what is there for everybody does not get it back by signing in.
TAKEN_AWAY="$DATA/tianbao-wps/taken-away"
[ -n "$missing" ] && { [ -d "$DATA/Kingsoft/wps/jsaddons/$FOLDER" ] || [ -e "$TAKEN_AWAY" ]; } && exit 0

jsaddons_folders() {
  echo "$DATA/Kingsoft/wps/jsaddons"
  if [ -d "$DATA/kingsoft/wps" ] && ! [ "$DATA/kingsoft" -ef "$DATA/Kingsoft" ]; then
    echo "$DATA/kingsoft/wps/jsaddons"
  fi
}

# Copies under a new name first: what lies there afterwards is there whole.
copy_addin() {
  rm -rf "$1/.$FOLDER.new" &&
    cp -R "$HERE/$FOLDER" "$1/.$FOLDER.new" &&
    chmod -R u+rwX "$1/.$FOLDER.new" &&
    rm -rf "$1/$FOLDER" &&
    mv "$1/.$FOLDER.new" "$1/$FOLDER"
}

# Removes our folders of any version but the one given.
remove_addins() {
  for found in "$1/${NAME}_"[0-9]*; do
    [ -d "$found" ] && [ "$found" != "$1/${2:-}" ] && rm -rf "$found"
  done
  return 0
}

# A name that nothing has yet.
free_name() {
  free=$1
  number=2
  while [ -e "$free" ]; do
    free="$1-$number"
    number=$((number + 1))
  done
  printf '%s' "$free"
}

edit_publish() {
  file="$1/publish.xml"
  [ -L "$file" ] && file=$(readlink -f "$file")
  new="$file.tianbao-new"
  source=$file
  forced=0
  ended=0
  if [ ! -e "$file" ]; then
    [ "$mode" = remove ] && return 0
    source=/dev/null
  else
    case $(head -c 2 "$file" | od -An -tx1 | tr -d ' \n') in
      fffe | feff)
        # UTF-16: its rows are read, and the file is written anew.
        source="$file.tianbao-utf8"
        iconv -f UTF-16 -t UTF-8 "$file" >"$source" 2>/dev/null || {
          rm -f "$source"
          return 1
        }
        forced=1
        ;;
    esac
    [ -z "$(tail -c 1 "$source" | tr -d '\n')" ] && [ -s "$source" ] && ended=1
  fi
  LC_ALL=C awk -v mode="$mode" -v name="$NAME" -v row="$ROW" -v forced="$forced" -v ended="$ended" \
    -f "$HERE/publish-xml.awk" "$source" >"$new"
  result=$?
  [ "$source" = "$file.tianbao-utf8" ] && rm -f "$source"
  case $result in
    10)
      rm -f "$new"
      return 0
      ;;
    0) [ ! -e "$file" ] || cp -p "$file" "$file.tianbao-backup" || return 1 ;;
    11)
      kept=$(free_name "$file.broken")
      cp -p "$file" "$kept" || return 1
      tell "publish.xml 已损坏，原样保存为 $kept；其中完整的加载项都保留了。" \
        "publish.xml was broken; it is kept as $kept, and all whole rows in it are kept."
      ;;
    *)
      rm -f "$new"
      return 1
      ;;
  esac
  mv "$new" "$file"
}

# WPS keeps part of itself running on Linux; that part reads publish.xml anew when it restarts. Open documents come first.
restart_preloaded() {
  [ -z "$quiet" ] || return 0
  command -v pgrep >/dev/null 2>&1 || return 0
  pgrep -u "$(id -u)" -x 'wps|et|wpp|wpspdf|wpsoffice' >/dev/null 2>&1 && return 0
  for starter in /opt/apps/cn.wps.wps-office-pro/files/bin/quickstartoffice \
    /opt/apps/cn.wps.wps-office/files/bin/quickstartoffice /usr/bin/quickstartoffice \
    /opt/kingsoft/wps-office/office6/quickstartoffice; do
    [ -x "$starter" ] || continue
    "$starter" restart >/dev/null 2>&1 </dev/null &
    return 0
  done
}

if [ "$mode" = install ] && [ ! -f "$HERE/$FOLDER/ribbon.xml" ]; then
  fail "安装包不完整：缺少 $FOLDER。请重新解压整个压缩包。" \
    "The package is not whole: $FOLDER is missing. Unpack all of it again."
fi

list=$(jsaddons_folders)
old_ifs=$IFS
IFS='
'
for jsaddons in $list; do
  IFS=$old_ifs
  if [ "$mode" = install ]; then
    mkdir -p "$jsaddons" && copy_addin "$jsaddons" && edit_publish "$jsaddons" ||
      fail "没能写入 $jsaddons 或其中的 publish.xml：请检查磁盘空间和权限（publish.xml 是 UTF-16 编码时还需要 iconv）。表格和其他加载项没有被改动。" \
        "$jsaddons or its publish.xml could not be written: check space and permissions (and that iconv is there where publish.xml is in UTF-16). No other add-in was changed."
    remove_addins "$jsaddons" "$FOLDER"
  elif [ -d "$jsaddons" ]; then
    edit_publish "$jsaddons" ||
      fail "没能修改 $jsaddons/publish.xml，什么都没有删除。" "$jsaddons/publish.xml could not be changed; nothing was removed."
    remove_addins "$jsaddons"
    rm -f "$jsaddons/publish.xml.tianbao-backup"
  fi
done
IFS=$old_ifs
rm -rf "$DATA/tianbao-wps"
if [ "$mode" = remove ] && [ -z "$quiet" ] && [ -f "$HERE/all-users.sh" ]; then
  mkdir -p "$DATA/tianbao-wps" && : >"$TAKEN_AWAY"
fi
restart_preloaded

if [ "$mode" = install ]; then
  tell '填报助手已安装。请关闭所有 WPS 窗口再打开 WPS 表格；第一次会问是否信任，点“允许”后再重启一次 WPS。' \
    'Tianbao is installed. Close all windows of WPS and open WPS Spreadsheets; the first time it asks whether to trust the add-in: allow it and restart WPS once more.'
else
  tell '填报助手已卸载。' 'Tianbao is removed.'
fi
