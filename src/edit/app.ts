/** What all requests share, and how they answer. */
import type { Guard } from './guard.ts';
import type { Preview } from './preview.ts';
import type { View } from './page.ts';
import type { Store } from './store.ts';

export interface App {
  store: Store;
  guard: Guard;
  preview: Preview;
  /** Told on the next page, once. */
  notice: string | undefined;
}

export interface Request {
  app: App;
  query: URLSearchParams;
  /** Empty for a page that is only looked at. */
  form: URLSearchParams;
}

/** A page, or the address of the page to go on to. */
export type Answer = View | { goTo: string };
export type Route = (request: Request) => Promise<Answer>;

export const editAddress = (file: string, at = ''): string =>
  `/edit?${new URLSearchParams({ file, ...(at && { at }) }).toString()}`;
