/** Lets the user point at one file; `undefined` when the dialog is closed without one. */
export function chooseFile(extensions: readonly string[]): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = extensions.map((extension) => `.${extension.replace(/^\./, '')}`).join(',');
    input.hidden = true;
    const done = (file: File | undefined) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => done(input.files?.[0]));
    input.addEventListener('cancel', () => done(undefined));
    // In the document, because a browser may collect a loose element while its dialog is open.
    document.body.append(input);
    input.click();
  });
}
