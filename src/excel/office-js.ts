/// <reference types="office-js" />
import type { OfficeLoader } from './startup.ts';

/** The page names the library's address here; the build writes it. */
const ADDRESS = 'meta[name="office-js"]';

/**
 * Office's script library. It is loaded by script rather than by a tag, so that a network without it leaves a page that
 * can say so; it looks for its own tag to find the files beside it.
 */
export function officeJs(page: Document): OfficeLoader {
  const address = page.querySelector<HTMLMetaElement>(ADDRESS)?.content ?? '';
  return {
    address,
    load: () =>
      new Promise((resolve, reject) => {
        const script = page.createElement('script');
        script.src = address;
        script.onload = () => resolve(Office);
        script.onerror = () => reject(new Error(`${address} cannot be loaded`));
        page.head.append(script);
      }),
  };
}
