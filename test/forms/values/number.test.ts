import assert from 'node:assert/strict';
import { readValue } from '../../../src/forms/values/read-value.ts';
import { cell, checkReadings, PLAIN } from './reading-table.ts';

const UNREADABLE = '<unreadable>';
const BLANK = '<blank>';

describe('whole numbers', () => {
  it('reads counts with their units', () => {
    checkReadings({ kind: 'integer', min: 0, max: 100_000, units: ['台', '套', '个', '人', '条'] }, [
      [10, 10],
      ['12', 12, 'info number-as-text', 12],
      ['0', 0, 'info number-as-text', 0],
      ['一', 1, 'info number-tidied', 1],
      ['2个；', 2, 'info number-tidied', 2],
      ['10台', 10, 'info number-tidied', 10],
      ['10套', 10, 'info number-tidied', 10],
      ['１２', 12, 'info number-tidied', 12],
      ['1,000', 1000, 'info number-tidied', 1000],
      ['12.0', 12, 'info number-as-text', 12],
      ['拾', 10, 'info number-tidied', 10],
      ['十二', 12, 'info number-tidied', 12],
      ['二十', 20, 'info number-tidied', 20],
      ['两百零五', 205, 'info number-tidied', 205],
      ['一套', 1, 'info number-tidied', 1],
      ['2（主备）', 2, 'info number-tidied'],
      ['约3000人', 3000, 'info number-tidied'],
      ['共3000人', 3000, 'info number-tidied', 3000],
      ['约3万条', 30000, 'info unit-converted'],
      ['1.2万人', 12000, 'info unit-converted'],
      ['一主一备', UNREADABLE, 'warning number-unclear'],
      ['2主1备', UNREADABLE, 'warning number-unclear'],
      ['10-20', UNREADABLE, 'warning number-unclear'],
      ['一百二', UNREADABLE, 'warning number-unclear'],
      ['若干', UNREADABLE, 'warning number-unclear'],
      ['10箱', 10, 'warning unknown-unit'],
      ['10 000', UNREADABLE, 'warning number-with-blanks'],
      ['10 20', UNREADABLE, 'warning number-with-blanks'],
      ['公网IP 2个，内网IP 3个', 5, 'info numbers-added'],
      ['公网2个+内网3个', 5, 'info numbers-added'],
      ['公网IP 2个，共3个', UNREADABLE, 'error not-a-number'],
      ['公网IP 2个，内网若干', UNREADABLE, 'error not-a-number'],
      ['10,00', UNREADABLE, 'warning ambiguous-number'],
      ['5.500', UNREADABLE, 'warning ambiguous-number'],
      ['1.5', 1.5, 'error not-whole'],
      [1.5, 1.5, 'error not-whole'],
      [12.0000000001, 12],
      [12, 12],
      [-1, -1, 'error below-minimum'],
      ['100001台', 100001, 'error above-maximum'],
      ['12kg', UNREADABLE, 'error not-a-number'],
      ['详见附件3', UNREADABLE, 'error not-a-number'],
      ['9999999999999999', UNREADABLE, 'error not-a-number'],
      [true, UNREADABLE, 'error not-a-number'],
      [330100202400010000, UNREADABLE, 'error digits-lost'],
      [cell(5, 'yyyy-m-d'), 5, 'warning number-shown-as-date'],
      [cell(45292, 'yyyy"年"m"月"d"日"'), 45292, 'warning number-shown-as-date'],
    ]);
  });

  it('converts units of another size, and looks past words before the number', () => {
    const conversions = [
      { unit: 'MB', times: 1 / 1024 },
      { unit: 'TB', times: 1024 },
    ];
    const units = ['GB', 'G', 'GiB', 'MB', 'TB'];
    checkReadings({ kind: 'number', units, conversions }, [
      [16, 16],
      ...['16G', '16GB', '16g', '16 GiB', '１６ＧＢ'].map((text) => [text, 16, 'info number-tidied', 16] as const),
      ['16384MB', 16, 'info unit-converted'],
      ['512mb', 0.5, 'info unit-converted'],
      ['2TB', 2048, 'info unit-converted'],
      ['16PB', UNREADABLE, 'error not-a-number'],
    ]);
    checkReadings({ kind: 'integer', units: ['M', 'G'], conversions: [{ unit: 'G', times: 1000 }], before: ['独享'] }, [
      ['1G', 1000, 'info unit-converted'],
      ['0.3G', 300, 'info unit-converted'],
      ['独享50M', 50, 'info number-tidied'],
      ['独享：50', 50, 'info number-tidied'],
      ['共享50M', UNREADABLE, 'error not-a-number'],
      ['独享', UNREADABLE, 'error not-a-number'],
    ]);
  });

  it('leaves a unit in a cell that the form prints none beside', () => {
    const conversions = [{ unit: 'TB', times: 1024 }];
    checkReadings({ kind: 'number', min: 0, units: ['GB', 'TB'], conversions, unitInCell: true }, [
      [64, 64],
      ['64GB', 64],
      ['64 gb', 64],
      ['1TB', 1024],
      ['约64GB', 64],
      ['八GB', 8, 'info number-tidied', '8GB'],
      ['1,024', 1024, 'info number-tidied', 1024],
      ['64', 64, 'info number-as-text', 64],
      ['64PB', UNREADABLE, 'error not-a-number'],
      ['-1GB', -1, 'error below-minimum'],
    ]);
  });

  it('takes an answer that leaves the number open with a warning', () => {
    checkReadings({ kind: 'integer', units: [], doubtful: ['按需', '长期'] }, [
      ['按需', UNREADABLE, 'warning left-open'],
      [' 长 期 ', UNREADABLE, 'warning left-open'],
      ['按需分配', UNREADABLE, 'error not-a-number'],
    ]);
  });

  it('takes for nothing what says so, and what the blank form prints', () => {
    checkReadings(
      { kind: 'integer', units: ['台', '个'] },
      [
        null,
        '',
        '无',
        '/',
        '／',
        '—',
        '——',
        '-',
        'N/A',
        'n/a',
        '暂无',
        '空',
        '台',
        '____',
        '   ',
        '\u3000',
        '\u00a0',
        '\u200b',
        '\n',
        '____ 个',
        '（政务外网会自动分配固定IP）',
      ].map((value) => [value, BLANK]),
    );
  });

  it('leaves errors to the rule for formula errors, and never takes a missing result for 0', () => {
    checkReadings({ kind: 'integer', units: [] }, [
      [{ error: '#REF!' }, UNREADABLE],
      [{ value: null, format: 'General', formula: 'D5*E5' }, UNREADABLE, 'warning not-calculated'],
      [{ value: 5, format: 'General', formula: 'D5*E5' }, 5],
    ]);
  });

  it('finds a plain number as text right where only text can stand', () => {
    checkReadings(
      { kind: 'integer', units: ['台'] },
      [
        ['12', 12],
        ['12台', 12, 'info number-tidied', 12],
      ],
      { ...PLAIN, textOnly: true },
    );
  });
});

describe('money', () => {
  it('reads amounts in 元', () => {
    checkReadings(
      { kind: 'money', unit: '元', decimals: 2, min: 0.01 },
      [
        [5000, 5000],
        [0.1 + 0.2, 0.3],
        ['1149.00 ', 1149, 'info number-as-text', 1149],
        ['62499.00元；', 62499, 'info number-tidied', 62499],
        ['62499。', 62499, 'info number-tidied', 62499],
        ['5000元（含税）', 5000, 'info number-tidied'],
        ['；', BLANK],
        ['无，', BLANK],
        ['无；', BLANK],
        ['5,500', 5500, 'info number-tidied', 5500],
        ['5,500.00', 5500, 'info number-tidied', 5500],
        ['￥5,500.00', 5500, 'info number-tidied', 5500],
        ['¥5500', 5500, 'info number-tidied', 5500],
        ['RMB 5500', 5500, 'info number-tidied', 5500],
        ['人民币5500元', 5500, 'info number-tidied', 5500],
        ['5500元', 5500, 'info number-tidied', 5500],
        ['5,000元', 5000, 'info number-tidied', 5000],
        ['5500 元/台', 5500, 'info number-tidied', 5500],
        ['5500.00元整', 5500, 'info number-tidied', 5500],
        ['伍佰元整', 500, 'info number-tidied', 500],
        ['0.55万', 5500, 'info unit-converted'],
        ['5.5千', 5500, 'info unit-converted'],
        ['0.55万元', 5500, 'info unit-converted'],
        ['0.55w', 5500, 'info unit-converted'],
        ['5.500', UNREADABLE, 'warning ambiguous-number'],
        ['5 500', UNREADABLE, 'warning number-with-blanks'],
        ['12 000.00', UNREADABLE, 'warning number-with-blanks'],
        ['5‚500', UNREADABLE, 'warning ambiguous-number'],
        ['500美元', UNREADABLE, 'warning unknown-unit'],
        [5.125, 5.125, 'error too-many-decimals'],
        [5.12000000001, 5.12],
        [{ ...cell(33.3333, '0.00'), formula: 'A1/3' }, 33.3333],
        [{ ...cell(5.4999, '¥#,##0.00;-¥#,##0.00'), formula: 'A1/3' }, 5.4999],
        [{ ...cell(33.3333, '0.000'), formula: 'A1/3' }, 33.3333, 'error too-many-decimals'],
        [cell(33.3333, '0.00'), 33.3333, 'error too-many-decimals'],
        [cell(33.3333, '@'), 33.3333, 'error too-many-decimals'],
        [0, 0, 'error below-minimum'],
        ['待定', UNREADABLE, 'error not-a-number'],
        ['元', BLANK],
        ['      元', BLANK],
      ],
      { ...PLAIN, unit: '元' },
    );
  });

  it('leaves a unit where the form prints none, for there it would be said nowhere', () => {
    checkReadings({ kind: 'money', unit: '万元', decimals: 2, min: 0 }, [
      [95, 95],
      ['95万元', 95],
      ['95 万元', 95],
      ['95万', 95],
      ['约95万元', 95],
      ['人民币95万元整', 95],
      ['95万元（含税）', 95],
      ['玖拾伍万元整', 95, 'info unit-converted'],
      ['1,095', 1095, 'info number-tidied', 1095],
      ['95', 95, 'info number-as-text', 95],
      ['950000元', 95, 'info unit-converted'],
      ['1亿元', 10000, 'info unit-converted'],
      [cell('95万元', '0.00"万元"'), 95, 'info number-tidied', 95],
      [cell('95万元', '#,##0.######\\万\\元;@'), 95, 'info number-tidied', 95],
      [cell('95万元', '0.00"元"'), 95],
      [cell('95万元', '@'), 95],
    ]);
    checkReadings({ kind: 'money', unit: '元', decimals: 2 }, [
      ['5500元', 5500],
      ['¥5,500', 5500],
      ['伍佰元整', 500, 'info number-tidied', '500元'],
      ['0.55万元', 5500, 'info unit-converted'],
      [cell('5500元', '0.00"万元"'), 5500],
      [cell('5500元', '#,##0.00"元"'), 5500, 'info number-tidied', 5500],
    ]);
  });

  it('writes in the unit of the heading and reads into the unit of the type', () => {
    checkReadings(
      { kind: 'money', unit: '元', decimals: 2 },
      [
        [0.5, 5000],
        [0.055, 550],
        ['0.5', 5000, 'info number-as-text', 0.5],
        ['550元', 550, 'info unit-converted'],
        ['5000元/台', 5000, 'info unit-converted'],
        ['500万', 5_000_000, 'info number-tidied', 500],
        ['500万元', 5_000_000, 'info number-tidied', 500],
        ['伍佰万元', 5_000_000, 'info unit-converted'],
        ['￥5000000', 5_000_000, 'info unit-converted'],
        ['￥500', UNREADABLE, 'warning ambiguous-number'],
        ['2千', UNREADABLE, 'warning ambiguous-number'],
        [0.0000005, 0.005, 'error too-many-decimals'],
      ],
      { ...PLAIN, unit: '万元' },
    );
    checkReadings({ kind: 'money', unit: '万元', decimals: 2 }, [
      ['5000000元', 500, 'info unit-converted'],
      ['1亿元', 10000, 'info unit-converted'],
    ]);
    checkReadings(
      { kind: 'money', unit: '万元', decimals: 2 },
      [
        [5_000_000, 500],
        ['500万', 500, 'info unit-converted'],
      ],
      {
        ...PLAIN,
        unit: '元',
      },
    );
  });

  it('offers the readings of an ambiguous number', () => {
    const readings = (text: string): unknown =>
      readValue(cell(text), { kind: 'money', unit: '元', decimals: 2 }, PLAIN).remarks[0]?.params.readings;
    assert.deepEqual(['5.500', '5‚500', '5,50'].map(readings), [
      ['5.5', '5500'],
      ['5.5', '5500'],
      ['5.5', '550'],
    ]);
  });
});

describe('amounts of money in a text', () => {
  it('are read with their unit; more than the amount may be said', () => {
    checkReadings({ kind: 'money', unit: '万元', decimals: 2, min: 0.01, inText: true }, [
      [298.5, 298.5],
      ['298.5', 298.5],
      ['298.5万元', 298.5],
      ['约300万元（含监理费）', 300],
      ['￥2,985,000', 298.5],
      ['2985000元', 298.5],
      ['叁佰万元整', 300],
      ['项目总投资298.5万元，其中软件开发200万元，硬件98.5万元。', 298.5],
      ['项目估算总投资298万，其中第一年100万，第二年198万', 298],
      ['总投资：0.5亿元', 5000],
      ['服务5万人，投资300万元', 300],
      ['300万元，其中财政200万元、自筹60万元、其他40万元', 300],
      ['软件开发200万元，硬件98.5万元，合计298.5万元', 298.5],
      ['2024年投入100万元、2025年投入198.5万元，共计298.5万元', 298.5],
      ['申请财政资金200万元，自筹100万元，项目总投资300万元', 300],
      ['软件200万元；硬件100万元', UNREADABLE, 'warning no-total-in-text'],
      ['一期总投资300万元，二期总投资200万元', UNREADABLE, 'warning no-total-in-text'],
      ['300-350万元', UNREADABLE, 'warning no-total-in-text'],
      ['投资300万元至350万元', UNREADABLE, 'warning no-total-in-text'],
      ['详见投资预算明细', UNREADABLE, 'warning no-amount-in-text'],
      ['若干', UNREADABLE, 'warning number-unclear'],
      ['0万元', 0, 'error below-minimum'],
      ['', BLANK],
      ['/', BLANK],
    ]);
  });

  it('are doubtful where they are large and no unit is said', () => {
    const type = { kind: 'money', unit: '万元', decimals: 2, inText: true } as const;
    checkReadings(type, [
      [99_999.99, 99_999.99],
      [100_000, UNREADABLE, 'warning ambiguous-number'],
      ['2985000', UNREADABLE, 'warning ambiguous-number'],
      ['2,985,000', UNREADABLE, 'warning ambiguous-number'],
    ]);
    const { remarks } = readValue(cell(2_985_000), type, PLAIN);
    assert.deepEqual(remarks[0]?.params, { text: '2985000', readings: ['298.5万元', '2985000万元'] });
    assert.equal(readValue(cell(100_000), type, { ...PLAIN, unit: '万元' }).value, 100_000);
  });
});
