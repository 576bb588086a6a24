import { createSignInToken } from '#staff/staff.ts';
import { openNewsroom } from '../newsroom.ts';
import { type Command, exitCodes } from './command.ts';

export const signInLink: Command = {
  name: 'sign-in',
  usage: '',
  summary: 'prints a new one-time sign-in link for the desk (works beside a running serve)',
  flags: {},
  async run({ config, print }) {
    const newsroom = await openNewsroom(config);
    try {
      const origin = config.origin ?? `http://${config.host}:${config.port}`;
      print(`Desk  ${origin}/desk/sign-in?token=${await createSignInToken(newsroom)}`);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
};
