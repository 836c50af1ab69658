# Puts our row into WPS's publish.xml, or takes it out. The same as test/wps/publish-xml.ts, for machines without Node;
# both are held against test/wps/publish-cases.ts. POSIX awk in the C locale: the file's bytes stay as they are.
#   awk -v mode=install|remove -v name=N -v row='<jsplugin …/>' -v forced=0|1 -v ended=0|1 -f publish-xml.awk FILE
# forced: the file is to be taken for broken. ended: it ends with a line end.
# Prints the new file; the exit status says: 0 changed, 10 unchanged (nothing printed), 11 changed and it was broken.

BEGIN {
  SP = "[ \t\r\n]"
  NM = "[A-Za-z_:][-A-Za-z0-9_:.]*"
  AT = SP "+" NM SP "*=" SP "*(\"[^\"<]*\"|'[^'<]*')"
  ATS = "(" AT ")*"
  count = 0
}

{ text = text (NR > 1 ? "\n" : "") $0 }

# How many characters of s, from its start, a pattern takes; 0: none.
function taken(s, pattern) {
  return match(s, "^(" pattern ")") ? RLENGTH : 0
}

function piece(kind, s) {
  count++
  kinds[count] = kind
  texts[count] = s
}

function closes_itself(s,    opened, closed) {
  opened = s
  sub(/^</, "", opened)
  match(opened, "^" NM)
  opened = substr(opened, 1, RLENGTH)
  if (s ~ /\/>$/) return 1
  closed = s
  sub(/^.*<\//, "", closed)
  match(closed, "^" NM)
  return substr(closed, 1, RLENGTH) == opened
}

function scan(s,    n, end) {
  while (length(s) > 0) {
    if (substr(s, 1, 4) == "<!--") {
      end = index(substr(s, 5), "-->")
      if (end == 0) { piece("junk", s); return }
      n = end + 6
      piece("comment", substr(s, 1, n))
    }
    else if (substr(s, 1, 3) == "\357\273\277") { n = 3; piece("space", substr(s, 1, n)) }
    else if (n = taken(s, SP "+")) piece("space", substr(s, 1, n))
    else if (n = taken(s, "<[?][^<>]*[?]>")) piece("declaration", substr(s, 1, n))
    else if (n = taken(s, "<jsplugins" ATS SP "*>")) piece("open", substr(s, 1, n))
    else if (n = taken(s, "<jsplugins" ATS SP "*/>")) piece("empty", substr(s, 1, n))
    else if (n = taken(s, "</jsplugins" SP "*>")) piece("close", substr(s, 1, n))
    else if ((n = taken(s, "<" NM ATS SP "*(/>|>" SP "*</" NM SP "*>)")) && closes_itself(substr(s, 1, n)))
      piece("row", substr(s, 1, n))
    else { n = 1; piece("junk", substr(s, 1, 1)) }
    s = substr(s, n + 1)
  }
}

# One root, and in it nothing but rows.
function is_whole(    i, k, state) {
  state = "start"
  for (i = 1; i <= count; i++) {
    k = kinds[i]
    if (k == "space" || k == "comment") continue
    if (state == "start" && k == "declaration") state = "declared"
    else if ((state == "start" || state == "declared") && k == "open") state = "open"
    else if ((state == "start" || state == "declared") && k == "empty") state = "closed"
    else if (state == "open" && k == "row") state = "open"
    else if (state == "open" && k == "close") state = "closed"
    else return 0
  }
  return state == "closed"
}

# An attribute's value; "" where it is not there.
function attribute(s, wanted,    found, one, key) {
  found = ""
  while (match(s, AT)) {
    one = substr(s, RSTART, RLENGTH)
    s = substr(s, RSTART + RLENGTH)
    key = one
    sub("^" SP "+", "", key)
    match(key, "^" NM)
    if (substr(key, 1, RLENGTH) != wanted) continue
    key = substr(key, RLENGTH + 1)
    sub("^" SP "*=" SP "*", "", key)
    found = substr(key, 2, length(key) - 2)
  }
  return found
}

function is_plugin(i) {
  return kinds[i] == "row" && texts[i] ~ /^<(jsplugin|jspluginonline)[ \t\r\n\/>]/
}

function is_ours(i) {
  return is_plugin(i) && attribute(texts[i], "name") == name && attribute(texts[i], "type") == "et"
}

function new_file(    i, s) {
  s = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" nl "<jsplugins>" nl
  for (i = 1; i <= count; i++) if (is_plugin(i) && !is_ours(i)) s = s "  " texts[i] nl
  if (mode == "install") s = s "  " row nl
  return s "</jsplugins>" nl
}

# The whole file with our row put in, or taken out.
function edited(    i, j, n, s, kept, root) {
  n = 0
  for (i = 1; i <= count; i++) {
    if (is_ours(i) || (kinds[i] == "space" && i < count && is_ours(i + 1))) continue
    kept[++n] = i
  }
  s = ""
  for (j = 1; j <= n; j++) {
    i = kept[j]
    if (mode == "install" && kinds[i] == "empty") {
      root = texts[i]
      sub(/[ \t\r\n]*\/>$/, "", root)
      s = s root ">" nl "  " row nl "</jsplugins>"
    }
    else if (mode == "install" && kinds[i] == "close") s = s nl "  " row nl texts[i]
    else if (mode == "install" && kinds[i] == "space" && j < n && kinds[kept[j + 1]] == "close") continue
    else s = s texts[i]
  }
  return s
}

END {
  if (ended) text = text (NR > 0 ? "\n" : "")
  nl = index(text, "\r\n") ? "\r\n" : "\n"
  scan(text)
  blank = 1
  ours = 0
  same = 0
  for (i = 1; i <= count; i++) {
    if (kinds[i] != "space") blank = 0
    if (is_ours(i)) { ours++; if (texts[i] == row) same++ }
  }
  if (mode == "remove" && ours == 0) exit 10
  if (blank && !forced) { printf "%s", new_file(); exit 0 }
  if (forced || !is_whole()) { printf "%s", new_file(); exit 11 }
  if (mode == "install" && ours == 1 && same == 1) exit 10
  printf "%s", edited()
}
