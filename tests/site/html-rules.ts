import type { ConfigData } from 'html-validate';

/** html-validate's rules for every page, and those that it does not recommend by itself. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: { 'heading-level': 'error', 'no-inline-style': ['error', { allowedProperties: [] }] },
};
