import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent, type ReactElement } from 'react';
import { FindingCard } from './finding-card.tsx';
import { GroupHeading } from './group-heading.tsx';
import { listRows } from './list-rows.ts';
import { usePane } from '../pane-context.ts';
import type { Checked } from '../state.ts';

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', contain: 'strict' },
  inside: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
  nothing: { padding: tokens.spacingHorizontalL },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

/** About how high rows are before they have been drawn, in pixels. */
const HEIGHT = { group: 32, finding: 92 } as const;

/** The findings, of which only those in sight are drawn: there may be fifty thousand. */
export function FindingList({ checked }: { readonly checked: Checked }): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => listRows(checked.findings, state.shown, state.grouping),
    [checked.findings, state.shown, state.grouping],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHT[rows[index]?.kind ?? 'finding'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });

  /** Where the keyboard was last in the list. */
  const at = useRef<number | null>(null);
  const focus = (index: number): void => {
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[role="listitem"][data-index="${String(index)}"]`)?.focus();
    });
  };
  // What was mended leaves the list, and would take the keyboard along: it goes on to what stands there now.
  useEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const kinds = rows.map(({ kind }) => kind);
    const next = kinds.indexOf('finding', at.current);
    const index = next === -1 ? kinds.lastIndexOf('finding') : next;
    if (index !== -1) focus(index);
  }, [rows]);

  /** Arrow keys go from finding to finding, Enter goes to its cell. */
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.dataset.index === undefined)
      return;
    let next = Number(event.target.dataset.index) + step;
    while (rows[next]?.kind === 'group') next += step;
    if (!rows[next]) return;
    event.preventDefault();
    focus(next);
  };

  const onFocus = ({ target }: FocusEvent<HTMLDivElement>): void => {
    const row = target.closest<HTMLElement>('[data-index]');
    at.current = row ? Number(row.dataset.index) : null;
  };

  // Who has gone elsewhere is not fetched back; what is taken out of the page has gone nowhere.
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent<HTMLDivElement>): void => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) at.current = null;
  };

  if (rows.length === 0) {
    const clear = checked.findings.length === 0;
    return (
      <div className={styles.scroller}>
        <div className={styles.nothing}>
          <h2 className={styles.title}>{t(clear ? 'all-clear' : 'none-shown')}</h2>
          {clear && <p>{t('all-clear.next', { title: checked.forms[0]?.form.title ?? '' })}</p>}
        </div>
      </div>
    );
  }
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="list"
      aria-label={t('findings-label')}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <div className={styles.inside} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              className={styles.row}
              style={{ transform: `translateY(${String(start)}px)` }}
              data-index={index}
              role="presentation"
            >
              {row.kind === 'group' ? (
                <GroupHeading group={row.group} index={index} count={rows.length} />
              ) : (
                <FindingCard
                  finding={row.finding}
                  clause={row.finding.basis === null ? undefined : checked.clauses[row.finding.basis]}
                  index={index}
                  count={rows.length}
                  isCurrent={state.current === row.finding.id}
                  isGrouped={state.grouping === 'cell'}
                  controller={controller}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
