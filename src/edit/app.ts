/** What all requests share, and how they are answered. */
import type { Guard } from './guard.ts';
import type { Preview } from './preview.ts';
import type { View } from './page.ts';
import type { Store } from './store.ts';

export interface App {
  store: Store;
  guard: Guard;
  preview: Preview;
  /** Shown on the next page, once. */
  notice: string | undefined;
}

export interface Request {
  app: App;
  query: URLSearchParams;
  /** Empty for a request that only asks for the page. */
  form: URLSearchParams;
}

/** A page, or the address of the page to go on to. */
export type Answer = View | { goTo: string; setCookie?: string };
export type Route = (request: Request) => Promise<Answer>;

/** The address of one of the editor's pages. */
export const addressOf = (page: string, query: Record<string, string>): string =>
  `/${page}?${new URLSearchParams(query).toString()}`;

/** Where a file is edited, or the row of it at `at`. */
export const editAddress = (file: string, at = ''): string =>
  addressOf('edit', { file, ...(at && { at }) });
