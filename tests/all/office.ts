/** Office programs other than our library. Run as a program it installs those that are missing. */
import { spawnSync } from 'node:child_process';
import { install } from '../debian.ts';

const runs = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;

/** Debian's Python, which has Debian's openpyxl. */
export const PYTHON = '/usr/bin/python3';
export const hasOpenpyxl = () => runs(PYTHON, '-c', 'import openpyxl');
export const hasLibreOffice = () => runs('soffice', '--version');

if (import.meta.main) {
  if (!hasOpenpyxl()) install(['python3-openpyxl']);
  if (!hasLibreOffice()) install(['libreoffice-calc-nogui']);
}
