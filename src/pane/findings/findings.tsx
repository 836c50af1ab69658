import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';
import { checkedOf } from '../state.ts';
import { FindingList } from './finding-list.tsx';
import { FormBanner } from './form-banner.tsx';
import { ListTools } from './list-tools.tsx';
import { MarkBar } from './mark-bar.tsx';
import { Unchecked } from './unchecked.tsx';

/** The form recognised, what was found in it, and what can be done about it. */
export function Findings(): ReactElement {
  const { state } = usePane();
  const checked = checkedOf(state);
  if (!checked) return <Unchecked />;
  return (
    <>
      <FormBanner checked={checked} />
      <ListTools checked={checked} />
      <FindingList checked={checked} />
      <MarkBar />
    </>
  );
}
