import { column, rows, sheets } from './small-definition.ts';

// Machines and networks asked for piece by piece: a column each for processors, memory, system, database, address.

column(
  'memory in GB',
  '{ type: number, min: 1, units: [GB, G, GiB, { unit: MB, per: 1024 }, { unit: TB, times: 1024 }] }',
  [
    [16],
    ['16G', 'N number-tidied: 16'],
    ['16GB', 'N number-tidied: 16'],
    ['16g', 'N number-tidied: 16'],
    ['16 GiB', 'N number-tidied: 16'],
    ['16384MB', 'N unit-converted'],
    ['1TB', 'N unit-converted'],
    ['十六', 'N number-tidied: 16'],
    ['若干', 'W number-unclear'],
  ],
);

column(
  'bandwidth in Mbps',
  '{ type: number, units: [Mbps, M, 兆, { unit: G, times: 1000 }, { unit: Gbps, times: 1000 }], before: [独享, 共享] }',
  [
    [100],
    ['100M', 'N number-tidied: 100'],
    ['100Mbps', 'N number-tidied: 100'],
    ['100兆', 'N number-tidied: 100'],
    ['1G', 'N unit-converted'],
    ['独享50M', 'N number-tidied'],
  ],
);

column('a term of use', '{ type: period, doubtful: [长期, 永久] }', [
  ['12个月'],
  ['1年', 'N period-tidied: 12个月'],
  ['一年', 'N period-tidied: 12个月'],
  ['2024.1.1-2024.12.31', 'N period-tidied: 2024年1月1日至2024年12月31日'],
  ['长期', 'W left-open'],
  ['2024.6-2024.3', 'E period-reversed'],
]);

column(
  'operating systems, of which some are no longer maintained',
  `
    open: true
    choices:
      - { value: 统信UOS V20, synonyms: [统信, 统信UOS, UOS V20, UnionTech OS Server 20, '统信*', 'UOS*'] }
      - { value: 银河麒麟 V10, synonyms: ['银河麒麟*', '麒麟*', 'Kylin*'] }
  `,
  [
    ['统信UOS V20'],
    ['统信uos v20'],
    ...['统信UOS', 'UOS V20', '统信', 'UnionTech OS Server 20'].map(
      (text) => [text, 'N choice-tidied: 统信UOS V20'] as const,
    ),
    // With another version than the listed one, nothing is offered to be written instead.
    ...['统信UOS 1060', '麒麟V10 SP3'].map((text) => [text, 'N choice-tidied'] as const),
    ['CentOS 7.6', 'W not-listed-open'],
    ['Windows Server 2008', 'W not-listed-open'],
  ],
);

column(
  'databases, by whichever name',
  `
    open: true
    choices:
      - { value: 人大金仓 KingbaseES, synonyms: [人大金仓, 电科金仓, 金仓, KingbaseES, Kingbase, '金仓数据库*'] }
      - GaussDB
      - openGauss
      - GBase 8a
      - GBase 8s
      - GBase 8c
      - { value: 无, same: [不需要] }
    doubtful: [自带]
  `,
  [
    ['人大金仓 KingbaseES'],
    ...['KingbaseES', '人大金仓', '金仓', 'Kingbase', '电科金仓'].map(
      (text) => [text, 'N choice-tidied: 人大金仓 KingbaseES'] as const,
    ),
    ['金仓数据库V8', 'N choice-tidied'],
    // Their names are near each other; the products are not.
    ...['GaussDB', 'openGauss', 'GBase 8a', 'GBase 8s', 'GBase 8c', 'gbase8s'].map((text) => [text] as const),
    ['GBase', 'W not-listed-open'],
    ['无'],
    ['不需要'],
    ['自带', 'W doubtful-answer'],
    ['MySQL5.7', 'W not-listed-open'],
    ['Oracle 11g', 'W not-listed-open'],
  ],
);

column(
  'zones of a network',
  `
    choices:
      - { value: 互联网区, synonyms: [互联网, 公网] }
      - { value: 政务外网, synonyms: [政务外网区] }
      - { value: 部门专网, synonyms: [专网] }
    doubtful: [外网, 内网]
  `,
  [
    ['互联网区'],
    ['公网', 'N choice-tidied: 互联网区'],
    // To some 外网 is the internet, to others the government's outer network.
    ['外网', 'W doubtful-answer'],
    ['政务外网'],
    ['政务外网区', 'N choice-tidied: 政务外网'],
    ['内网', 'W doubtful-answer'],
  ],
);

column(
  'whether an address is needed',
  "{ choices: [{ value: 是, synonyms: ['1', 1个, 一个, 需要, √] }, { value: 否, synonyms: ['0', 不需要, ×] }] }",
  [
    ['是'],
    ['否'],
    ...['1个', '需要', '√', '一个', 1].map((text) => [text, 'N choice-tidied: 是'] as const),
    ['不需要', 'N choice-tidied: 否'],
  ],
);

column(
  'addresses',
  "{ type: pattern, pattern: '((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}', hint: { zh: 四段地址, en: an address } }",
  [
    ['192.168.1.25'],
    ['192.168.1.256', 'E pattern-mismatch'],
    ['192.168.1', 'E pattern-mismatch'],
    ['192.168. 1.25', 'N code-tidied: 192.168.1.25'],
  ],
);

column('ports', '{ type: ports }', [
  ['80,443'],
  ['80、443'],
  ['８０，４４３', 'N ports-tidied: 80, 443'],
  ['80-90'],
  ['全部', 'W ports-all'],
]);

column('how many machines', '{ type: integer, min: 1, units: [台] }', [
  [2],
  ['2台', 'N number-tidied: 2'],
  ['2（主备）', 'N number-tidied'],
  ['一主一备', 'W number-unclear'],
]);

const MACHINES = `
tables:
  items:
    columns:
      服务器: { required: true }
      CPU: { label: [CPU, CPU（核）], type: integer, units: [核, C, 个], total: true }
      内存: { label: [内存, 内存（GB）], type: number, units: [GB, G] }
      数量: { type: integer, required: true }
rules:
  - rule: formula
    at: items[CPU]
    condition: '=[@CPU]<=256'
    severity: warning
    message: { zh: 一台服务器超过 256 核，请核对, en: More than 256 cores in one machine }
  - rule: formula
    at: items[内存]
    condition: '=AND([@内存]>=1,[@内存]<=2048)'
    severity: warning
    message: { zh: 内存不在常见的范围内，请核对单位, en: An unusual amount of memory }
`;
rows(
  'a configuration under the heading of its processors',
  `
tables:
  items:
    columns:
      服务器: { required: true }
      CPU: { type: integer, units: [核, C], required: true }
      内存: { type: number, units: [GB, G] }
      存储: { type: number, units: [GB, G] }
rules:
  - rule: split
    at: items[CPU]
    pattern: '(?<CPU>\\d+) ?[核C] ?(?<内存>\\d+) ?GB?(?:[ /+]*(?<存储>\\d+) ?GB?(?:存储|硬盘|磁盘)?)?'
`,
  ['服务器', 'CPU', '内存', '存储'],
  [
    ['a cell each', [['应用', 8, 16, 200]]],
    ['processors and memory', [['应用', '8核16G', null, null]], 'N CPU split/run-together'],
    ['with a letter', [['应用', '8C16G', null, null]], 'N CPU split/run-together'],
    ['and disks', [['应用', '8C16GB 200G存储', null, null]], 'N CPU split/run-together'],
    ['memory beside it too', [['应用', '8核16G', 32, null]], 'W CPU type/number-unclear'],
  ],
);

rows(
  'machines out of the usual range',
  MACHINES,
  ['服务器', 'CPU（核）', '内存（GB）', '数量'],
  [
    ['as usual', [['应用', 8, 16, 2]]],
    ['cores that are rather megabytes', [['应用', 64000, 16, 2]], 'W CPU formula/broken'],
    ['half a gigabyte', [['应用', 8, 0.5, 2]], 'W 内存 formula/broken'],
  ],
);

rows(
  'a whole configuration in one cell',
  `
tables:
  items:
    columns:
      服务器: { required: true }
      配置: { type: specification, required: true }
      数量: { type: integer, required: true }
rules:
  - rule: formula
    at: items[配置]
    condition: '=NOT(AND(ISNUMBER([@配置.vcpu]),ISNUMBER([@配置.memoryGiB])))'
    severity: info
    message: { zh: 建议把处理器和内存分开填写, en: Better give processors and memory a column each }
`,
  ['服务器', '配置', '数量'],
  [
    ['processors alone', [['应用', '8核', 2]]],
    ['processors and memory', [['应用', '8核16G', 2]], 'N 配置 formula/broken'],
    ['with a letter', [['应用', '8C16G', 2]], 'N 配置 formula/broken'],
    ['and disks', [['应用', '8C16GB 200G存储', 2]], 'N 配置 formula/broken'],
  ],
);

const COUNTED = [
  ['服务器', 'CPU', '数量'],
  ['应用', 8, 2],
  ['数据库', 16, 1],
];
sheets(
  'a total that forgets how many there are of each',
  `
fields:
  CPU合计: { type: integer, units: [核], required: true }
tables:
  items:
    columns:
      服务器: { required: true }
      CPU: { type: integer, required: true }
      数量: { type: integer, required: true }
rules:
  - rule: equal
    at: CPU合计
    when: '=fields[CPU合计]<>SUM(items[CPU])'
    left: '=fields[CPU合计]'
    right: '=SUMPRODUCT(items[CPU],items[数量])'
  - rule: formula
    at: CPU合计
    condition: '=OR(fields[CPU合计]<>SUM(items[CPU]),fields[CPU合计]=SUMPRODUCT(items[CPU],items[数量]))'
    severity: warning
    message: { zh: 合计没有乘数量, en: The total was not multiplied by 数量 }
`,
  [
    ['counted with 数量', [['CPU合计', 32], ...COUNTED]],
    ['counted without', [['CPU合计', 24], ...COUNTED], 'W CPU合计 formula/broken'],
    ['neither', [['CPU合计', 30], ...COUNTED], 'E CPU合计 equal/differs'],
  ],
);
