import { samplePath, type WorkbenchPage } from './workbench-page.ts';

/** Something that the workbench can look like. */
export interface PaneStateOnScreen {
  readonly name: string;
  /** Brings a workbench there that was just opened, or {@link recover}ed. */
  readonly reach: (workbench: WorkbenchPage) => Promise<void>;
}

/**
 * Takes back of a state what opening the next document does not: starting the workbench anew takes longer than most
 * states do.
 */
export async function recover(workbench: WorkbenchPage): Promise<void> {
  const { page } = workbench;
  await page.evaluate(() => {
    const { host, desk } = globalThis.tianbao ?? {};
    // What a state put in place of the host's own ways.
    if (host) for (const name of ['read', 'mark']) Reflect.deleteProperty(host, name);
    desk?.dismiss();
  });
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  if ((await page.getByText('中文', { exact: true }).count()) > 0) await workbench.switchLanguage();
  await page.getByRole('tab', { name: '问题' }).click();
}

const FAULTY = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');
const CATALOGUE = samplePath('yunyang-catalogue/faulty-health.xlsx');
const CLEAN = samplePath('jinzhai-pc-purchase/clean-education.xlsx');
const WITH_PROCEDURE = samplePath('fengdu-application/faulty-health.xlsx');

export const NO_FORM = {
  name: '通讯录.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('姓名,电话\n张三,13800000000\n'),
};

const showTab = async ({ page }: WorkbenchPage, name: string): Promise<void> => {
  await page.getByRole('tab', { name }).click();
};

const checkFile = async (workbench: WorkbenchPage, file: string): Promise<void> => {
  await workbench.openFile(file);
  await workbench.check();
};

const TABS = ['概览', '审阅', '模板'] as const;

/** Every state of the pane and of the workbench around it before a document is opened. */
export const STATES_WITHOUT_DOCUMENT: readonly PaneStateOnScreen[] = [
  { name: 'no document', reach: () => Promise.resolve() },
  {
    name: 'a file that cannot be opened',
    async reach({ page }) {
      const buffer = Buffer.from('not a workbook at all\0\u0001');
      await page.locator('input[type=file]').setInputFiles({ name: '汇总表.xlsx', mimeType: '', buffer });
      await page.locator('[data-message="attention"]').waitFor();
    },
  },
  ...TABS.map((tab): PaneStateOnScreen => ({
    name: `${tab} without a document`,
    reach: (workbench) => showTab(workbench, tab),
  })),
  {
    name: '模板 with nothing found',
    async reach(workbench) {
      await showTab(workbench, '模板');
      await workbench.page.getByRole('searchbox').fill('没有这样的');
      await workbench.page.getByText('没有这样的表单').waitFor();
    },
  },
  {
    name: '概览 of a project typed, its unit asked for',
    async reach(workbench) {
      const { page } = workbench;
      await showTab(workbench, '概览');
      await page.getByRole('combobox', { name: '区县' }).selectOption('fengdu');
      await page.getByText(/^还取决于这些情况/).click();
      await page.getByRole('textbox', { name: '项目总投资' }).fill('30000000');
      await page.locator('[data-question="unit"]').waitFor();
    },
  },
];

/** The same of one that is open. */
export const STATES_OF_DOCUMENT: readonly PaneStateOnScreen[] = [
  { name: 'not checked', reach: (workbench) => workbench.openFile(FAULTY) },
  {
    name: 'reading',
    async reach(workbench) {
      await workbench.openFile(FAULTY);
      await workbench.page.evaluate(() => {
        const host = globalThis.tianbao?.host;
        if (host) host.read = () => new Promise(() => undefined);
      });
      await workbench.page.getByRole('button', { name: '校验', exact: true }).click();
      await workbench.page.getByText('正在读取…').waitFor();
    },
  },
  { name: 'findings by cell', reach: (workbench) => checkFile(workbench, CATALOGUE) },
  {
    name: 'findings by rule',
    async reach(workbench) {
      await checkFile(workbench, CATALOGUE);
      await workbench.page.getByRole('combobox', { name: '排列' }).selectOption('rule');
    },
  },
  {
    name: 'one finding gone to, its article read',
    async reach(workbench) {
      await checkFile(workbench, CATALOGUE);
      await workbench.page.getByRole('button', { name: '看原文' }).first().click();
      await workbench.page
        .getByRole('button', { name: /^定位到/ })
        .first()
        .click();
    },
  },
  {
    name: 'the filter leaves nothing',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      for (const kind of ['error', 'warning', 'info']) await workbench.page.locator(`[data-count="${kind}"]`).click();
    },
  },
  {
    name: 'fixes looked over',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      await workbench.page
        .getByRole('button', { name: /^全部修复/ })
        .first()
        .click();
      await workbench.page.locator('[data-change]').first().waitFor();
    },
  },
  {
    name: 'fixed, with a way back',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      await workbench.page
        .getByRole('button', { name: /^修复 / })
        .first()
        .click();
      await workbench.page.getByText('已改 1 处。').waitFor();
      await workbench.checked();
    },
  },
  {
    name: 'a reason asked for',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      await workbench.page
        .getByRole('button', { name: /^忽略 / })
        .first()
        .click();
      await workbench.page.getByRole('dialog').getByRole('button', { name: '忽略' }).click();
      await workbench.page.getByText('请写明理由。').waitFor();
    },
  },
  {
    name: 'one ignored',
    async reach(workbench) {
      const { page } = workbench;
      await checkFile(workbench, FAULTY);
      await page
        .getByRole('button', { name: /^忽略 / })
        .first()
        .click();
      await page.getByRole('textbox').fill('已电话请示县财政局，同意按原价。');
      await page.getByRole('dialog').getByRole('button', { name: '忽略' }).click();
      await page.locator('[data-count="ignored"]').click();
    },
  },
  {
    name: 'marked',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      await workbench.page.getByRole('button', { name: '标记到表格' }).click();
      await workbench.page.getByText(/^已标记/).waitFor();
    },
  },
  {
    name: 'busy',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      await workbench.page.evaluate(() => {
        const host = globalThis.tianbao?.host;
        if (host) host.mark = () => new Promise(() => undefined);
      });
      await workbench.page.getByRole('button', { name: '标记到表格' }).click();
      await workbench.page.getByRole('button', { name: '标记到表格', disabled: true }).waitFor();
    },
  },
  {
    name: 'refused by the host',
    async reach(workbench) {
      await checkFile(workbench, FAULTY);
      await workbench.page.evaluate(() => {
        const host = globalThis.tianbao?.host;
        if (host) host.mark = () => Promise.reject(new Error('no'));
      });
      await workbench.page.getByRole('button', { name: '标记到表格' }).click();
      await workbench.page.locator('[data-notice="attention"]').waitFor();
    },
  },
  { name: 'all clear', reach: (workbench) => checkFile(workbench, CLEAN) },
  {
    name: 'unrecognised',
    async reach(workbench) {
      await workbench.openFile(NO_FORM);
      await workbench.page.getByRole('button', { name: '校验', exact: true }).click();
      await workbench.page.getByText('认不出这是哪种表单').waitFor();
    },
  },
  {
    name: 'failed',
    async reach(workbench) {
      await workbench.openFile(FAULTY);
      await workbench.page.evaluate(() => {
        const host = globalThis.tianbao?.host;
        if (host) host.read = () => Promise.reject(new Error('out of memory'));
      });
      await workbench.page.getByRole('button', { name: '校验', exact: true }).click();
      await workbench.page.getByText('没有校验成').waitFor();
    },
  },
  {
    name: 'saved',
    async reach(workbench) {
      await workbench.openFile(FAULTY);
      await workbench.save();
      await workbench.page.locator('[data-message]').waitFor();
    },
  },
  ...TABS.map((tab): PaneStateOnScreen => ({
    name: `${tab} after a check`,
    async reach(workbench) {
      await checkFile(workbench, tab === '概览' ? WITH_PROCEDURE : CATALOGUE);
      await showTab(workbench, tab);
    },
  })),
  {
    name: '审阅 with findings ignored, its opinion edited and the draft another one since',
    async reach(workbench) {
      const { page } = workbench;
      await checkFile(workbench, FAULTY);
      await page
        .getByRole('button', { name: /^忽略 / })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('textbox').fill('已电话请示县财政局，同意按原价。');
      await page.getByRole('dialog').getByRole('button', { name: '忽略' }).click();
      await page.locator('[data-count="ignored"]').waitFor();
      await showTab(workbench, '审阅');
      await page.locator('textarea').fill('请于周五前改好后重新报送。');
      await page.getByRole('checkbox', { name: /^采纳/ }).click();
      await page.locator('[data-outdated]').waitFor();
    },
  },
  {
    name: '概览 of a catalogue',
    async reach(workbench) {
      await checkFile(workbench, CATALOGUE);
      await showTab(workbench, '概览');
    },
  },
];
