import type { Configuration } from 'webpack';

/** The builds of the add-in for Excel: the workers' programs, then the page. */
export default function excel(environment: object, options: { readonly mode?: string }): Configuration[];
