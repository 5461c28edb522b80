import type { ConfigData } from 'html-validate';

/** html-validate's rules for every page; each rule that is off has its reason. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {},
};
