import assert from 'node:assert/strict';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

describe('ports', () => {
  it('reads lists and ranges', () => {
    checkReadings({ kind: 'ports' }, [
      [80, '80'],
      ['80', '80'],
      ['80,443', '80, 443'],
      ['80-90', '80-90'],
      ...['80、443', '80，443', '80/443', '80;443', '80；443', '80\n443', '80 443'].map(
        (text) => [text, '80, 443'] as const,
      ),
      ['80、443,8000-8010', '80, 443, 8000-8010'],
      ...['8000～8010', '8000—8010', '8000 - 8010', '8000至8010'].map((text) => [text, '8000-8010'] as const),
      ['８０', '80', 'info ports-tidied', '80'],
      ['80端口', '80', 'info ports-tidied', '80'],
      ['80和443', '80, 443', 'info ports-tidied', '80, 443'],
      ['TCP 80', '80'],
      ['TCP：80，UDP：53', '80, 53'],
      ['SSH:22', '22'],
      ['3306 MySQL数据库', '3306'],
      ['443（HTTPS）', '443'],
      ['443（TLS1.2）', '443'],
      ['22（仅限堡垒机）', '22'],
      ['22（仅限10.1.1.1）', '22'],
      ['80（另有8080备用）', '80, 8080'],
      ['10个端口', UNREADABLE, 'error not-a-port'],
      ['全部', UNREADABLE, 'warning ports-all'],
      ['192.168.1.256', UNREADABLE, 'error not-a-port'],
      ['http', UNREADABLE, 'error not-a-port'],
      ['0', UNREADABLE, 'error port-out-of-range'],
      ['80,70000', UNREADABLE, 'error port-out-of-range'],
      [80443, UNREADABLE, 'error port-out-of-range'],
      [cell(80443, '#,##0'), UNREADABLE, 'error port-comma-lost', '80, 443'],
      ['8010-8000', UNREADABLE, 'error port-range-reversed'],
      ...['无', '/', '不开放', '不涉及', '无需开放'].map((text) => [text, BLANK] as const),
    ]);
    assert.deepEqual(readValue(cell('1521，99999，http2'), { kind: 'ports' }, PLAIN).ports, [{ from: 1521, to: 1521 }]);
    assert.deepEqual(readValue(cell('80、443,8000-8010'), { kind: 'ports' }, PLAIN).ports, [
      { from: 80, to: 80 },
      { from: 443, to: 443 },
      { from: 8000, to: 8010 },
    ]);
  });
});

describe('lengths', () => {
  it('reads a length, or precision and scale', () => {
    checkReadings({ kind: 'length' }, [
      [18, 18],
      ['18', 18],
      ['10,2', '10,2'],
      ['10，2', '10,2', 'info length-tidied', '10,2'],
      ['(10,2)', '10,2', 'info length-tidied', '10,2'],
      ['１８', 18, 'info length-tidied', 18],
      ['50位', 50, 'info length-tidied', 50],
      ['varchar(50)', 50, 'info length-tidied'],
      ['50字节', 50, 'info length-tidied'],
      ['NUMBER(10,2)', '10,2', 'info length-tidied'],
      [0, UNREADABLE, 'error length-not-positive'],
      ['-5', UNREADABLE, 'error length-not-positive'],
      ['2,10', UNREADABLE, 'error scale-above-precision'],
      [10.2, UNREADABLE, 'error length-with-point'],
      ['不限', UNREADABLE, 'error not-a-length'],
      ['—', BLANK],
    ]);
    assert.deepEqual(readValue(cell('10,2'), { kind: 'length' }, PLAIN).parts, { length: 10, scale: 2 });
    assert.deepEqual(readValue(cell(18), { kind: 'length' }, PLAIN).parts, { length: 18 });
  });
});

describe('configurations', () => {
  it('reads processors, memory and disk', () => {
    const rows: readonly (readonly [string, number | undefined, number | undefined, number | undefined])[] = [
      ['4核8G 100G', 4, 8, 100],
      ['8C/16G/500GB', 8, 16, 500],
      ['16vCPU 32GB 内存 1T 磁盘', 16, 32, 1024],
      ['8核16G', 8, 16, undefined],
      ['8C16GB', 8, 16, undefined],
      ['8C16GB 200G存储', 8, 16, 200],
      ['CPU:8核 内存:16GB 硬盘:200G', 8, 16, 200],
      ['CPU 8，内存 16G，硬盘 500G', 8, 16, 500],
      ['8核 16384MB 200G', 8, 16, 200],
      ['８核１６Ｇ', 8, 16, undefined],
      ['2路*12核 64G', 24, 64, undefined],
      ['2颗8核 32G', 16, 32, undefined],
      ['8核16G 系统盘100G 数据盘500G', 8, 16, 600],
      ['8核、16G、系统盘：40G、数据盘：200G', 8, 16, 240],
      ['8核16G内存500G硬盘', 8, 16, 500],
      ['16vCPU、64G内存、系统盘 100G、数据盘 1T', 16, 64, 1124],
      ['8核 16G DDR4 2*600G SAS', 8, 16, 1200],
      ['8核16G，100M带宽，500G', 8, 16, 500],
      ['至强 2.4GHz 8核 16G 1TB', 8, 16, 1024],
      ['内存16G', undefined, 16, undefined],
    ];
    assert.deepEqual(
      rows.map(([text]) => {
        const { parts, remarks } = readValue(cell(text), { kind: 'specification' }, PLAIN);
        assert.deepEqual(remarks, [], text);
        return [text, parts?.vcpu, parts?.memoryGiB, parts?.diskGiB];
      }),
      rows,
    );
  });

  it('guesses nothing', () => {
    checkReadings(
      { kind: 'specification' },
      [
        '高性能服务器',
        '16384MB',
        '500G',
        '4核8G*2',
        '4核 8G 40G+200G',
        '8-16核 16G',
        '8核 16-32G',
        '8核+8核 16G',
        '同上一台',
      ].map((text) => [text, UNREADABLE, 'info specification-unread']),
    );
  });
});
