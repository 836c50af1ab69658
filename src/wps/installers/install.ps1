# 填报助手 (Tianbao): puts the add-in for WPS Spreadsheets into this user's WPS, or takes it out again.
#   install.cmd [-FileUrl] [-Quiet]      uninstall.cmd [-Quiet]
# It copies one folder, edits one row of publish.xml, keeps what that file was as publish.xml.tianbao-backup, and needs
# neither an administrator nor network. Add-ins of others are left alone. For Windows PowerShell 2.0 and later.
param([switch]$Remove, [switch]$FileUrl, [switch]$Quiet)

$ErrorActionPreference = 'Stop'
$Name = '@NAME@'
$Version = '@VERSION@'
$Folder = $Name + '_' + $Version
$Here = Split-Path -Parent $MyInvocation.MyCommand.Path
$Url = $Folder
if ($FileUrl) { $Url = 'file://' }
$Row = '<jsplugin name="' + $Name + '" type="et" url="' + $Url + '" version="' + $Version + '" enable="enable_dev" install="null" customDomain=""/>'

# Bytes as they are, whatever the file's encoding: one character each. Our row is ASCII.
$Bytes = [Text.Encoding]::GetEncoding(28591)

# Names of variables are the same in capitals and small letters, and seen in functions that are called.
# The same as test/wps/publish-xml.ts, held against test/wps/publish-cases.ts where there is a PowerShell.
$SP = '[ \t\r\n]'
$NM = '[A-Za-z_:][-A-Za-z0-9_:.]*'
$OneAttribute = $SP + '+' + $NM + $SP + '*=' + $SP + '*(?:"[^"<]*"|''[^''<]*'')'
$Attributes = '(?:' + $OneAttribute + ')*'
$Patterns = @(
  @('space', ('\G(?:\xef\xbb\xbf|' + $SP + '+)')),
  @('declaration', '\G<\?[^<>]*\?>'),
  @('open', ('\G<jsplugins' + $Attributes + $SP + '*>')),
  @('empty', ('\G<jsplugins' + $Attributes + $SP + '*/>')),
  @('close', ('\G</jsplugins' + $SP + '*>')),
  @('row', ('\G<' + $NM + $Attributes + $SP + '*(?:/>|>' + $SP + '*</' + $NM + $SP + '*>)'))
)
$Compiled = @(foreach ($pattern in $Patterns) { , @($pattern[0], (New-Object Text.RegularExpressions.Regex $pattern[1])) })

function New-Piece($kind, $text) {
  New-Object PSObject -Property @{ Kind = $kind; Text = $text }
}

# <a/> and <a></a>, not <a></b>.
function Test-ClosesItself($text) {
  if ($text.EndsWith('/>')) { return $true }
  $opened = [regex]::Match($text, $NM).Value
  $closed = [regex]::Match($text, '</(' + $NM + ')' + $SP + '*>$').Groups[1].Value
  return $opened -ceq $closed
}

function Get-PieceAt($xml, $at) {
  if ([string]::CompareOrdinal($xml, $at, '<!--', 0, 4) -eq 0) {
    $end = $xml.IndexOf('-->', [Math]::Min($at + 4, $xml.Length), [StringComparison]::Ordinal)
    # Of a comment without an end nobody knows what was meant to be out of force.
    if ($end -lt 0) { return New-Piece 'junk' $xml.Substring($at) }
    return New-Piece 'comment' $xml.Substring($at, $end + 3 - $at)
  }
  foreach ($one in $Compiled) {
    $match = $one[1].Match($xml, $at)
    if ($match.Success -and ($one[0] -ne 'row' -or (Test-ClosesItself $match.Value))) {
      return New-Piece $one[0] $match.Value
    }
  }
  return New-Piece 'junk' $xml.Substring($at, 1)
}

function Get-Pieces($xml) {
  $at = 0
  while ($at -lt $xml.Length) {
    $piece = Get-PieceAt $xml $at
    $piece
    $at += $piece.Text.Length
  }
}

# One root, and in it nothing but rows.
function Test-Whole($pieces) {
  $state = 'start'
  foreach ($piece in $pieces) {
    $kind = $piece.Kind
    if ($kind -eq 'space' -or $kind -eq 'comment') { continue }
    if ($state -eq 'start' -and $kind -eq 'declaration') { $state = 'declared' }
    elseif (($state -eq 'start' -or $state -eq 'declared') -and $kind -eq 'open') { $state = 'open' }
    elseif (($state -eq 'start' -or $state -eq 'declared') -and $kind -eq 'empty') { $state = 'closed' }
    elseif ($state -eq 'open' -and $kind -eq 'row') { $state = 'open' }
    elseif ($state -eq 'open' -and $kind -eq 'close') { $state = 'closed' }
    else { return $false }
  }
  return $state -eq 'closed'
}

function Get-Attribute($text, $wanted) {
  $found = ''
  foreach ($one in [regex]::Matches($text, $OneAttribute)) {
    $parts = [regex]::Match($one.Value, '(?s)(' + $NM + ')' + $SP + '*=' + $SP + '*(.*)$')
    if ($parts.Groups[1].Value -ceq $wanted) {
      $found = $parts.Groups[2].Value.Substring(1, $parts.Groups[2].Value.Length - 2)
    }
  }
  return $found
}

function Test-Plugin($piece) {
  return $piece.Kind -eq 'row' -and $piece.Text -cmatch '^<(?:jsplugin|jspluginonline)[ \t\r\n/>]'
}

function Test-Ours($piece) {
  if (-not (Test-Plugin $piece)) { return $false }
  return ((Get-Attribute $piece.Text 'name') -ceq $Name) -and ((Get-Attribute $piece.Text 'type') -ceq 'et')
}

function New-File($pieces, $eol, $mode) {
  $lines = @('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', '<jsplugins>')
  foreach ($piece in $pieces) {
    if ((Test-Plugin $piece) -and -not (Test-Ours $piece)) { $lines += '  ' + $piece.Text }
  }
  if ($mode -eq 'install') { $lines += '  ' + $Row }
  $lines += '</jsplugins>'
  $lines += ''
  return [string]::Join($eol, $lines)
}

# What publish.xml becomes: Status 'unchanged' or 'changed', Broken, Xml.
function Edit-PublishXml($before, $mode, $forced) {
  $pieces = @(Get-Pieces $before)
  $eol = "`n"
  if ($before.Contains("`r`n")) { $eol = "`r`n" }
  $ours = @($pieces | Where-Object { Test-Ours $_ })
  $inked = @($pieces | Where-Object { $_.Kind -ne 'space' })
  if ($mode -eq 'remove' -and $ours.Count -eq 0) { return @{ Status = 'unchanged' } }
  if ($inked.Count -eq 0 -and -not $forced) { return @{ Status = 'changed'; Broken = $false; Xml = (New-File @() $eol $mode) } }
  if ($forced -or -not (Test-Whole $pieces)) {
    return @{ Status = 'changed'; Broken = $true; Xml = (New-File $pieces $eol $mode) }
  }
  if ($mode -eq 'install' -and $ours.Count -eq 1 -and $ours[0].Text -ceq $Row) { return @{ Status = 'unchanged' } }
  $kept = @()
  for ($i = 0; $i -lt $pieces.Count; $i++) {
    if (Test-Ours $pieces[$i]) { continue }
    if ($pieces[$i].Kind -eq 'space' -and $i + 1 -lt $pieces.Count -and (Test-Ours $pieces[$i + 1])) { continue }
    $kept += $pieces[$i]
  }
  $xml = New-Object Text.StringBuilder
  for ($i = 0; $i -lt $kept.Count; $i++) {
    $text = $kept[$i].Text
    $kind = $kept[$i].Kind
    if ($mode -eq 'install' -and $kind -eq 'empty') {
      $text = ($text -replace '[ \t\r\n]*/>$', '') + '>' + $eol + '  ' + $Row + $eol + '</jsplugins>'
    }
    elseif ($mode -eq 'install' -and $kind -eq 'close') { $text = $eol + '  ' + $Row + $eol + $text }
    elseif ($mode -eq 'install' -and $kind -eq 'space' -and $i + 1 -lt $kept.Count -and $kept[$i + 1].Kind -eq 'close') {
      $text = ''
    }
    [void]$xml.Append($text)
  }
  return @{ Status = 'changed'; Broken = $false; Xml = $xml.ToString() }
}

# The file's bytes, one character each; of UTF-16 what it says, for the file is then written anew.
function Read-Publish($file) {
  if (-not (Test-Path -LiteralPath $file)) { return @{ Text = ''; Forced = $false } }
  $read = [IO.File]::ReadAllBytes($file)
  if ($read.Length -ge 2 -and $read[0] -eq 0xff -and $read[1] -eq 0xfe) {
    $text = [Text.Encoding]::Unicode.GetString($read, 2, $read.Length - 2)
    return @{ Text = $Bytes.GetString([Text.Encoding]::UTF8.GetBytes($text)); Forced = $true }
  }
  if ($read.Length -ge 2 -and $read[0] -eq 0xfe -and $read[1] -eq 0xff) {
    $text = [Text.Encoding]::BigEndianUnicode.GetString($read, 2, $read.Length - 2)
    return @{ Text = $Bytes.GetString([Text.Encoding]::UTF8.GetBytes($text)); Forced = $true }
  }
  return @{ Text = $Bytes.GetString($read); Forced = $false }
}

function Get-FreeName($path) {
  $free = $path
  for ($number = 2; Test-Path -LiteralPath $free; $number++) { $free = $path + '-' + $number }
  return $free
}

function Write-Told($zh, $en) {
  if (-not $Quiet) { Write-Host $zh; Write-Host $en }
}

function Update-Publish($jsaddons, $mode) {
  $file = Join-Path $jsaddons 'publish.xml'
  $read = Read-Publish $file
  $change = Edit-PublishXml $read.Text $mode $read.Forced
  if ($change.Status -eq 'unchanged') { return }
  if (Test-Path -LiteralPath $file) {
    $backup = $file + '.tianbao-backup'
    if ($change.Broken) {
      $backup = Get-FreeName ($file + '.broken')
      Write-Told "publish.xml 已损坏，原样保存为 $backup；其中完整的加载项都保留了。" "publish.xml was broken; it is kept as $backup, and all whole rows in it are kept."
    }
    [IO.File]::Copy($file, $backup, $true)
  }
  $new = $file + '.tianbao-new'
  [IO.File]::WriteAllBytes($new, $Bytes.GetBytes($change.Xml))
  if (Test-Path -LiteralPath $file) {
    # PowerShell hands over an empty text for a null: a name is given for what is replaced.
    $old = Get-FreeName ($file + '.tianbao-old')
    [IO.File]::Replace($new, $file, $old)
    [IO.File]::Delete($old)
  }
  else { [IO.File]::Move($new, $file) }
}

# Copies under a new name first: what lies there afterwards is there whole.
function Copy-Addin($jsaddons) {
  $target = Join-Path $jsaddons $Folder
  $new = Join-Path $jsaddons ('.' + $Folder + '.new')
  if (Test-Path -LiteralPath $new) { [IO.Directory]::Delete($new, $true) }
  Copy-Item -LiteralPath (Join-Path $Here $Folder) -Destination $new -Recurse
  if (Test-Path -LiteralPath $target) { [IO.Directory]::Delete($target, $true) }
  [IO.Directory]::Move($new, $target)
}

# Removes our folders of any version but the one given.
function Remove-Addins($jsaddons, $but) {
  foreach ($found in [IO.Directory]::GetDirectories($jsaddons, $Name + '_*')) {
    $leaf = [IO.Path]::GetFileName($found)
    if ($leaf -cmatch ('^' + $Name + '_[0-9]') -and $leaf -ne $but) { [IO.Directory]::Delete($found, $true) }
  }
}

function Invoke-Tianbao {
  $appData = $env:APPDATA
  if (-not $appData) { throw 'APPDATA' }
  $jsaddons = Join-Path $appData 'kingsoft\wps\jsaddons'
  if ($Remove) {
    if (Test-Path -LiteralPath $jsaddons) {
      Update-Publish $jsaddons 'remove'
      Remove-Addins $jsaddons ''
      $backup = Join-Path $jsaddons 'publish.xml.tianbao-backup'
      if (Test-Path -LiteralPath $backup) { [IO.File]::Delete($backup) }
    }
    Write-Told '填报助手已卸载。请重新启动 WPS。' 'Tianbao is removed. Restart WPS.'
    return 0
  }
  if (-not (Test-Path -LiteralPath (Join-Path (Join-Path $Here $Folder) 'ribbon.xml'))) {
    Write-Host "安装包不完整：缺少 $Folder。请把整个压缩包解压到一个文件夹，再运行 install.cmd。"
    Write-Host "The package is not whole: $Folder is missing. Unpack all of it into a folder, then run install.cmd."
    return 1
  }
  [void][IO.Directory]::CreateDirectory($jsaddons)
  Copy-Addin $jsaddons
  Update-Publish $jsaddons 'install'
  Remove-Addins $jsaddons $Folder
  Write-Told '填报助手已安装。请关闭所有 WPS 窗口再打开 WPS 表格；第一次会问是否信任，点“允许”后再重启一次 WPS。' 'Tianbao is installed. Close all windows of WPS and open WPS Spreadsheets; the first time it asks whether to trust the add-in: allow it and restart WPS once more.'
  return 0
}

# Tests load the functions without running them.
if ($env:TIANBAO_FUNCTIONS_ONLY -ne '1') {
  try { exit (Invoke-Tianbao) }
  catch {
    Write-Host ('没有完成：' + $_.Exception.Message)
    Write-Host '请关闭 WPS 后再试一次。其他加载项没有被改动。'
    Write-Host 'Not done. Close WPS and try again. No other add-in was changed.'
    exit 1
  }
}
