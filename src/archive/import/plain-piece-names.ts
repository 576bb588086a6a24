/** Makes the names of an archive's items unique: the second "post 12" is "post 12 (2)". */
export function createNames(): (name: string) => string {
  const times = new Map<string, number>();
  return (name) => {
    const short = name.replace(/\s+/gu, ' ').trim().slice(0, 300);
    const time = (times.get(short) ?? 0) + 1;
    times.set(short, time);
    return time === 1 ? short : `${short} (${time})`;
  };
}
