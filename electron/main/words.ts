/**
 * What the shell itself says in the menu bar and when there is no page to say it: the one text outside
 * `renderer/i18n`, because it is needed before, beside and after the renderer.
 */
export interface Words {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly window: string;
  /** The page ended several times in a row. */
  readonly pageGone: string;
  readonly reload: string;
  readonly quit: string;
}

const WORDS: Readonly<Record<'en' | 'fr' | 'es' | 'ru' | 'ar' | 'zh', Words>> = {
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    pageGone: 'The window stopped working several times. What the relay has saved is safe.',
    reload: 'Load again',
    quit: 'Quit',
  },
  fr: {
    file: 'Fichier',
    edit: 'Édition',
    view: 'Affichage',
    window: 'Fenêtre',
    pageGone: 'La fenêtre a cessé de fonctionner plusieurs fois. Ce que le relais a enregistré est conservé.',
    reload: 'Recharger',
    quit: 'Quitter',
  },
  es: {
    file: 'Archivo',
    edit: 'Edición',
    view: 'Ver',
    window: 'Ventana',
    pageGone: 'La ventana ha dejado de funcionar varias veces. Lo que el relé ha guardado está a salvo.',
    reload: 'Volver a cargar',
    quit: 'Salir',
  },
  ru: {
    file: 'Файл',
    edit: 'Правка',
    view: 'Вид',
    window: 'Окно',
    pageGone: 'Окно несколько раз перестало работать. Всё, что сохранил ретранслятор, цело.',
    reload: 'Загрузить снова',
    quit: 'Выйти',
  },
  ar: {
    file: 'ملف',
    edit: 'تحرير',
    view: 'عرض',
    window: 'نافذة',
    pageGone: 'توقفت النافذة عن العمل عدة مرات. ما حفظه المُرحِّل سليم.',
    reload: 'إعادة التحميل',
    quit: 'إنهاء',
  },
  zh: {
    file: '文件',
    edit: '编辑',
    view: '显示',
    window: '窗口',
    pageGone: '窗口多次停止工作。中继已保存的内容完好无损。',
    reload: '重新加载',
    quit: '退出',
  },
};

/** The words for a locale (`fr-CH`), English where there are none. */
export function wordsFor(locale: string): Words {
  const language = locale.split('-')[0] ?? '';
  return Object.entries(WORDS).find(([name]) => name === language)?.[1] ?? WORDS.en;
}
