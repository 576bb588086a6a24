/** Quotation marks within a quotation become the inner kind. */
export function innerQuotes(sentence: string, open: string, close: string): string {
  let opened = false;
  return sentence.replace(/[“”„«»"]/gu, (mark) => {
    if (mark === '"') opened = !opened;
    else opened = mark === '“' || mark === '„' || mark === '«';
    return opened ? open : close;
  });
}
