import type { Setting } from './setting.ts';
import { statusSetting } from './status-setting.ts';

/** The settings of a publication, in the order of the page. */
export const settings: Setting[] = [statusSetting];
