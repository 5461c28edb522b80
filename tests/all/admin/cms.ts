/**
 * The CMS as a person uses it: the editing server on a folder of content, and a browser with a copy
 * of that folder of its own, as no browser of a test can be given one of the disk. What the CMS
 * writes into its copy is written to the disk at once.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { launchOptions } from '../../tools.ts';

export class Cms {
  /** Addresses outside of the editing server that the page asked for. */
  readonly outside: string[] = [];
  readonly page: Page;
  readonly close: () => Promise<void>;

  private constructor(page: Page, close: () => Promise<void>) {
    this.page = page;
    this.close = close;
  }

  /** Opens the CMS and chooses the folder of `checkout`. */
  static async open(origin: string, checkout: string): Promise<Cms> {
    const browser = await chromium.launch(launchOptions());
    const page = await browser.newPage({
      locale: 'ja-JP',
      viewport: { width: 1280, height: 2400 },
    });
    // For a busy machine: nothing here waits for long.
    page.setDefaultTimeout(300_000);
    const cms = new Cms(page, () => browser.close());
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !/^(?:blob|data):/.test(url)) cms.outside.push(url);
    });
    await page.exposeFunction('filesOnDisk', () => filesIn(checkout, 'content'));
    await page.exposeFunction('writeToDisk', (file: string, base64: string) => {
      mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
      writeFileSync(path.join(checkout, file), Buffer.from(base64, 'base64'));
    });
    await page.addInitScript(ownFolder);
    await page.goto(`${origin}/admin/`);
    await page.getByRole('button', { name: 'ローカルリポジトリで作業' }).click();
    await page.getByRole('treeitem', { name: '事業' }).waitFor();
    return cms;
  }

  /** Opens a form: `programmes/entries/id`, `programmes/new`, `plan/entries/readings-yaml`. */
  async form(place: string) {
    await this.page.evaluate((hash) => (location.hash = hash), `#/collections/${place}`);
    await this.page.locator('[data-key-path]').first().waitFor();
  }

  /** A field by its path: `activities.0.text`. */
  field(keyPath: string): Locator {
    return this.page.locator(`[data-key-path="${keyPath}"]`);
  }

  async fill(keyPath: string, value: string) {
    await this.field(keyPath).locator('input').first().fill(value);
  }

  /** Writes at the end of a rich text. */
  async write(keyPath: string, text: string) {
    const editor = this.field(keyPath).locator('[contenteditable=true]').first();
    await editor.press('Control+End');
    await this.page.waitForFunction(() => {
      const { focusNode: node, focusOffset } = getSelection() ?? {};
      return node?.textContent?.length === focusOffset;
    });
    for (const line of text.split(/(\n)/).filter(Boolean))
      if (line === '\n') await editor.press('Enter');
      else await editor.pressSequentially(line);
  }

  /** Chooses one of many, or one more of several. */
  async choose(keyPath: string, label: string) {
    await this.field(keyPath).getByRole('combobox').click();
    await this.page.getByRole('option', { name: label }).click();
  }

  async unfold(list: string) {
    await this.field(list).getByRole('button', { name: 'すべて広げる' }).first().click();
  }

  async add(list: string) {
    await this.field(list).getByRole('button', { name: 'を追加' }).last().click();
  }

  get saveButton() {
    return this.page.getByRole('button', { name: '保存', exact: true });
  }

  /** Saves; the CMS goes back to the list when it has. */
  async save() {
    const judged = this.page.waitForResponse((response) => response.url().endsWith('/judge.json'));
    await this.saveButton.click();
    await judged;
    await this.left();
  }

  /** Waits until the form is left. */
  async left() {
    await this.page.waitForURL((url) => !/\/(?:entries|new)\b/.test(url.hash));
  }

  /** What the box says that refuses a save. */
  async refusedSave(): Promise<string> {
    await this.saveButton.click();
    const box = this.page.getByRole('alertdialog');
    const text = await box.innerText();
    await box.getByRole('button', { name: 'OK' }).click();
    return text;
  }

  /** The list of what stops the build. */
  get faults(): Locator {
    return this.page.locator('#faults');
  }
}

const filesIn = (checkout: string, folder: string) =>
  readdirSync(path.join(checkout, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
    .filter((file) => statSync(path.join(checkout, file)).isFile())
    .map((file) => [file, readFileSync(path.join(checkout, file)).toString('base64')]);

interface TestWindow {
  filesOnDisk: () => Promise<[string, string][]>;
  writeToDisk: (file: string, base64: string) => Promise<void>;
  showDirectoryPicker: () => Promise<FileSystemDirectoryHandle>;
}
interface Movable {
  move: (this: FileSystemFileHandle, ...place: unknown[]) => Promise<void>;
}

/** In the page, before anything else: gives the CMS a folder of the browser's own. */
function ownFolder() {
  const own = globalThis as unknown as TestWindow;
  own.showDirectoryPicker = async () => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle('.git', { create: true });
    for (const [file, base64] of await own.filesOnDisk()) {
      const folders = file.split('/');
      const name = folders.pop() ?? '';
      let folder = root;
      for (const inner of folders)
        folder = await folder.getDirectoryHandle(inner, { create: true });
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
      await writable.close();
    }
    return root;
  };
  // The CMS writes a file beside its place, and moves it there.
  const prototype = FileSystemFileHandle.prototype as unknown as Movable;
  const { move } = prototype;
  prototype.move = async function (...place) {
    await move.apply(this, place);
    const root = await navigator.storage.getDirectory();
    const file = (await root.resolve(this))?.join('/') ?? '';
    const bytes = new Uint8Array(await (await this.getFile()).arrayBuffer());
    await own.writeToDisk(
      file,
      btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    );
  };
}
