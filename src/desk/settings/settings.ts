import { colourSetting } from './colour-setting.tsx';
import { languagesSetting } from './languages-setting.ts';
import { nameSetting } from './name-setting.ts';
import {
  aboutSetting,
  daySetting,
  formsSetting,
  rightsSetting,
  rulesSetting,
  siblingsSetting,
} from './plain-settings.ts';
import type { Setting } from './setting.ts';
import { statusSetting } from './status-setting.ts';
import { countriesSetting, originsSetting, synonymsSetting } from './word-settings.ts';

/** The settings of a publication, in the order of the page. */
export const settings: Setting[] = [
  nameSetting,
  statusSetting,
  languagesSetting,
  daySetting,
  aboutSetting,
  formsSetting,
  siblingsSetting,
  colourSetting,
  rightsSetting,
  rulesSetting,
  countriesSetting,
  originsSetting,
  synonymsSetting,
];
