# The one door on Windows: sets up whatever is missing, then starts Teachback or one of its commands.
#   ./run.ps1            the application         ./run.ps1 test   every check and test
$ErrorActionPreference = "Stop"
Set-Location $PSScriptRoot
$venvPython = ".venv/Scripts/python.exe"
if (-not (Test-Path $venvPython)) {
    $newest = $null
    foreach ($minor in 14, 13, 12, 11) {
        & py "-3.$minor" -c "" 2>$null
        if ($LASTEXITCODE -eq 0) { $newest = "-3.$minor"; break }
    }
    if (-not $newest) { Write-Error "Teachback needs Python 3.11 or newer: winget install Python.Python.3.13"; exit 3 }
    & py $newest -m venv .venv
}
$lock = "requirements/app.txt"; $stamp = ".venv/teachback-app"
if ($args[0] -eq "test" -or (Test-Path ".venv/teachback-dev")) { $lock = "requirements/dev.txt"; $stamp = ".venv/teachback-dev" }
if (-not (Test-Path $stamp) -or (Get-FileHash $lock).Hash -ne (Get-FileHash $stamp).Hash) {
    Write-Host "Installing the locked Python packages (once)."
    & $venvPython -m pip install --quiet --disable-pip-version-check --require-hashes -r $lock
    if ($LASTEXITCODE -ne 0) { exit 3 }
    Copy-Item $lock $stamp
}
if ($args[0] -eq "test") { & $venvPython -m tests.everything @($args | Select-Object -Skip 1) } else { & $venvPython main.py @args }
exit $LASTEXITCODE
