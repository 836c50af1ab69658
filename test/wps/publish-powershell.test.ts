import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installer } from '../../scripts/wps-packages.ts';
import { PUBLISH_CASES } from './publish-cases.ts';

/** Windows has the one, other systems may have the other. */
const SHELL = ['powershell.exe', 'pwsh'].find(
  (name) => spawnSync(name, ['-NoProfile', '-Command', 'exit 0']).status === 0,
);

/** Loads the installer's functions and has them edit each case; texts as bytes, one character each, as they read files. */
const RUNNER = `param($script, $in, $out)
$env:TIANBAO_FUNCTIONS_ONLY = '1'
. $script
$answers = @()
foreach ($case in (Get-Content -Raw -Encoding UTF8 $in | ConvertFrom-Json)) {
  $text = $Bytes.GetString([Convert]::FromBase64String($case.before))
  foreach ($mode in 'install', 'remove') {
    $change = Edit-PublishXml $text $mode $false
    $xml = ''
    if ($change.Xml) { $xml = [Convert]::ToBase64String($Bytes.GetBytes($change.Xml)) }
    $answers += @{ status = $change.Status; broken = [bool]$change.Broken; xml = $xml }
  }
}
[IO.File]::WriteAllText($out, (ConvertTo-Json -Compress -InputObject $answers))
`;

interface Answer {
  readonly status: string;
  readonly broken: boolean;
  readonly xml: string;
}

describe('publish.xml, by the script for Windows', function () {
  this.timeout(120_000);
  let answers: readonly Answer[] = [];

  before(function () {
    // Where there is no PowerShell the script is held against the table by reading only.
    if (SHELL === undefined) return this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'tianbao-'));
    try {
      const file = (name: string): string => path.join(folder, name);
      writeFileSync(file('install.ps1'), installer('install.ps1', '0.2.0').bytes);
      writeFileSync(file('run.ps1'), RUNNER);
      const cases = PUBLISH_CASES.map(({ before }) => ({ before: Buffer.from(before ?? '').toString('base64') }));
      writeFileSync(file('in.json'), JSON.stringify(cases));
      const given = ['-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', file('run.ps1')];
      const { stderr } = spawnSync(SHELL, [...given, file('install.ps1'), file('in.json'), file('out.json')]);
      assert.equal(stderr.toString(), '');
      answers = JSON.parse(readFileSync(file('out.json'), 'utf8')) as Answer[];
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  PUBLISH_CASES.forEach(({ what, installed, broken = false, removed, removedBroken = false }, at) => {
    const encoded = (xml: string | null | undefined): string => Buffer.from(xml ?? '').toString('base64');
    it(`install: ${what}`, () => {
      const status = installed === null ? 'unchanged' : 'changed';
      assert.deepEqual(answers[2 * at], { status, broken, xml: encoded(installed) });
    });
    it(`remove: ${what}`, () => {
      const status = removed === undefined ? 'unchanged' : 'changed';
      assert.deepEqual(answers[2 * at + 1], { status, broken: removedBroken, xml: encoded(removed) });
    });
  });
});
