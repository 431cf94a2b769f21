/** Names differ in case, accents, hyphens, slashes, stops and a leading article; none of that tells two apart. */
export function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[‘’'`]/g, '’')
    .replace(/[-–—/.,()\s]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}
