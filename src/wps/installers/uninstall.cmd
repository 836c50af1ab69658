@echo off
rem ASCII only: this file is read in whatever code page the machine has.
setlocal
if not exist "%~dp0install.ps1" (
  powershell.exe -NoProfile -Command "[Console]::WriteLine([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('6K+35YWI5oqK5pW05Liq5Y6L57yp5YyF6Kej5Y6L5Yiw5LiA5Liq5paH5Lu25aS577yM5YaN6L+Q6KGMIGluc3RhbGwuY21k44CCDQpVbnBhY2sgdGhlIHdob2xlIGFyY2hpdmUgaW50byBhIGZvbGRlciBmaXJzdCwgdGhlbiBydW4gaW5zdGFsbC5jbWQu')))"
  pause
  exit /b 1
)
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" -Remove %*
set RESULT=%ERRORLEVEL%
echo %* | "%SystemRoot%\System32\find.exe" /i "-Quiet" >nul || pause
exit /b %RESULT%
