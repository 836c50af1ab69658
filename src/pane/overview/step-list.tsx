import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement, type ReactNode } from 'react';
import { STAGES } from '../../procedure/procedure.ts';
import type { SaidStep } from '../../procedure/said.ts';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  stage: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  steps: {
    margin: 0,
    paddingLeft: '26px',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: tokens.spacingVerticalM,
  },
  step: { minWidth: 0, overflowWrap: 'anywhere', '::marker': { fontVariantNumeric: 'tabular-nums' } },
  title: { fontWeight: tokens.fontWeightSemibold },
  condition: {
    margin: `${tokens.spacingVerticalXXS} 0`,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderLeft: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  facts: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0 },
  papers: { listStyleType: 'none', margin: 0, padding: 0 },
  action: {
    minWidth: 0,
    padding: '0 4px',
    marginLeft: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForegroundLink,
  },
  present: { color: tokens.colorNeutralForeground2 },
  quote: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-line',
  },
  place: { color: tokens.colorNeutralForeground2 },
});

interface StepListProps {
  readonly steps: readonly SaidStep[];
  /** The id of the form that is open. */
  readonly present: string | null;
  /** The regulation that all rest on: of its clauses only the place is said. */
  readonly document: string;
}

/** The steps to be taken, by stage: who, what, by when, and on what ground. */
export function StepList({ steps, present, document }: StepListProps): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const stages = STAGES.flatMap((stage) => {
    const here = steps.filter((step) => step.stage === stage);
    return here.length === 0 ? [] : [{ stage, here }];
  });
  return (
    <div>
      {stages.map(({ stage, here }, index) => (
        <div key={stage}>
          <h4 className={styles.stage}>{t(`stage-${stage}`)}</h4>
          <ol
            className={styles.steps}
            start={1 + stages.slice(0, index).reduce((sum, each) => sum + each.here.length, 0)}
          >
            {here.map((step) => (
              <li key={step.id} className={styles.step} data-step={step.id}>
                <StepBody step={step} present={present} document={document} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function StepBody({
  step,
  present,
  document,
}: Omit<StepListProps, 'steps'> & { readonly step: SaidStep }): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { condition, by, to, decides, documents, deadline, note } = step;
  const who = [by, ...(to === null ? [] : [to])].join(' → ');
  const decided = decides === null || decides === by ? '' : ` · ${t('step-decides', { who: decides })}`;
  return (
    <>
      <div className={styles.title}>{step.step}</div>
      {condition !== null && <div className={styles.condition}>{t('step-if', { condition })}</div>}
      <dl className={styles.facts}>
        <Fact term={t('step-who')}>
          <span lang="zh-CN">{who}</span>
          {decided}
        </Fact>
        {deadline !== null && <Fact term={t('step-when')}>{deadline}</Fact>}
        {documents.length > 0 && (
          <Fact term={t('step-what')}>
            <ul className={styles.papers}>
              {documents.map(({ name, form }) => (
                <li key={name}>
                  <span lang="zh-CN">{name}</span>
                  {form !== null && <Paper name={name} form={form} isPresent={form === present} />}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {note !== null && <Fact term={t('step-note')}>{note}</Fact>}
        <Fact term={t('basis')}>
          <Basis step={step} document={document} />
        </Fact>
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  );
}

interface PaperProps {
  readonly name: string;
  readonly form: string;
  readonly isPresent: boolean;
}

/** What can be done about a paper that is a form of ours. */
function Paper({ name, form, isPresent }: PaperProps): ReactElement | null {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  if (isPresent) return <span className={styles.present}>（{t('present-form')}）</span>;
  if (!controller.host.capabilities.opensForms) return null;
  return (
    <Button
      className={styles.action}
      size="small"
      appearance="transparent"
      disabled={state.busy}
      aria-label={t('open-form-of', { name })}
      onClick={() => void controller.openForm(form)}
    >
      {t('open-form')}
    </Button>
  );
}

/** Where it stands, and on demand what it says. */
function Basis({ step, document }: { readonly step: SaidStep; readonly document: string }): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const [open, setOpen] = useState(false);
  const place = step.basis.startsWith(`${document} `) ? step.basis.slice(document.length + 1) : step.basis;
  return (
    <>
      <span lang="zh-CN">{place}</span>
      <Button
        className={styles.action}
        size="small"
        appearance="transparent"
        aria-expanded={open}
        aria-label={`${t(open ? 'basis-hide' : 'basis-show')} ${place}`}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'basis-hide' : 'basis-show')}
      </Button>
      {open &&
        step.quotes.map(({ place: at, text }) => (
          <blockquote key={text} className={styles.quote} lang="zh-CN">
            <span className={styles.place}>
              {at}
              {'\u3000'}
            </span>
            {text}
          </blockquote>
        ))}
    </>
  );
}
