import type { AreaOf } from '../catalog.ts';
import type { reasonsEn } from '../messages/reasons.en.ts';

export const reasons: AreaOf<typeof reasonsEn> = {
  'reason.unknown': 'Cela n’a pas réussi : {detail}',

  'reason.request-refused': 'L’application n’a pas accepté la demande.',
  'reason.file-too-large': 'Le fichier est trop grand pour un projet.',
  'reason.file-unreadable': 'Le fichier n’a pas pu être lu.',
  'reason.file-unwritable': 'Le fichier n’a pas pu être écrit à cet endroit.',
  'reason.pdf-failed': 'Le PDF n’a pas pu être établi.',
  'reason.relay-unavailable': 'Aucun relais n’est joignable d’ici.',
  'reason.secrets-unavailable': 'Cet ordinateur n’a pas d’endroit sûr pour l’invitation ; gardez vous-même le lien.',
  'reason.host-failed': 'L’application n’a pas pu le faire.',

  'reason.not-text': 'Ce fichier n’est pas du texte. Rostrum lit le texte brut et le Markdown.',
  'reason.text-too-long': 'C’est plus long que tout projet : plus de seize millions de caractères.',
  'reason.brackets-too-many': 'Il y a plus de crochets qu’un projet ne peut en contenir.',
  'reason.provisions-too-many': 'Il y a plus de paragraphes qu’un projet ne peut en contenir.',

  'reason.request-invalid': 'Le relais n’a pas compris la demande.',
  'reason.request-too-large': 'C’est plus que le relais n’accepte en une fois.',
  'reason.not-found': 'Le relais ne connaît pas cette réunion.',
  'reason.method-not-allowed': 'Le relais n’offre pas cela.',
  'reason.host-unknown': 'Le relais ne répond pas sous cette adresse.',
  'reason.origin-foreign': 'Le relais ne sert pas cette page.',
  'reason.not-from-here': 'Les réunions se créent sur l’ordinateur où tourne le relais.',
  'reason.token-invalid': 'Ce n’est pas une invitation à cette réunion. Demandez-en une nouvelle à la présidence.',
  'reason.token-expired': 'L’invitation a expiré. Demandez-en une nouvelle à la présidence.',
  'reason.token-revoked': 'La présidence a retiré cette invitation.',
  'reason.role-forbidden': 'Votre rôle dans cette réunion ne le permet pas.',
  'reason.room-forbidden': 'L’invitation n’ouvre pas cette partie de la réunion.',
  'reason.seed-refused': 'Le relais n’a pas pris le texte de la nouvelle réunion.',
  'reason.too-many': 'Trop à la fois. Le relais acceptera de nouveau dans un instant.',
  'reason.journal-full':
    'Le disque du relais est plein. Vos modifications sont gardées ici et partiront dès qu’il aura de la place.',
  'reason.journal-read-only': 'Le relais ne peut écrire sur son disque. Vos modifications sont gardées ici.',
  'reason.journal-broken': 'Le journal du relais est endommagé. Vos modifications sont gardées ici.',
  'reason.meeting-exists': 'Le relais a déjà cette réunion ; rien n’a été rétabli.',
  'reason.restore-conflict':
    'Un rétablissement antérieur de cette réunion, depuis une autre sauvegarde, s’est interrompu. Menez-le à son terme, ou rétablissez dans un lieu vide.',
  'reason.backup-damaged': 'La sauvegarde est endommagée ; rien n’a été rétabli.',
  'reason.backup-malformed': 'Ce fichier n’est pas la sauvegarde d’une réunion.',
  'reason.relay-fault': 'Le relais a échoué. Rien n’a été changé.',

  'reason.bad-message': 'Le relais n’a pas compris ce programme.',
  'reason.room-unknown': 'Le relais ne détient plus cette réunion.',
  'reason.protocol-unsupported': 'Ce programme et le relais sont de versions différentes.',
  'reason.write-refused': 'Le relais n’a pas accepté une modification. Elle a été mise de côté et le texte relu.',
  'reason.left': 'Vous avez quitté la réunion.',
  'reason.room-unreadable': 'Le relais n’a pas pu lire cette réunion sur son disque.',
  'reason.relay-stopping': 'Le relais s’arrête.',
  'reason.slow-reader': 'La ligne est trop lente ; la réunion est relue.',

  'reason.room-read-only': 'Cette partie de la réunion ne prend pas de modifications de vous.',
  'reason.update-malformed': 'La modification n’a pas pu être lue par le relais.',
  'reason.update-pending': 'La modification renvoie à quelque chose que le relais ne connaît pas.',
  'reason.update-too-deep': 'La modification est imbriquée trop profondément.',
  'reason.client-not-yours': 'La modification est venue sous le nom d’une autre délégation.',
  'reason.root-unknown': 'La modification porte sur quelque chose que cette réunion ne contient pas.',
  'reason.key-not-yours': 'La modification touche à ce qu’une autre délégation a mis.',
  'reason.value-invalid': 'La modification contient une valeur qui n’est pas admise.',
  'reason.insert-not-allowed': 'On ne peut pas mettre de mots à cet endroit.',
  'reason.delete-not-yours': 'Ces mots sont d’une autre délégation ; proposez plutôt de les supprimer.',
  'reason.words-accepted':
    'Le Président a accepté des mots que vous retiriez. Ils restent ; tout le reste de ce que vous avez écrit a été pris.',

  'reason.place-gone': 'L’endroit n’existe plus : quelqu’un a changé le texte à cet endroit.',
  'reason.bracket-gone': 'Le crochet est déjà clos.',
  'reason.display-away': 'Cet écran ouvre une réunion où cette machine est déjà. Rejoignez d’abord la réunion.',
  'reason.nobody-has-a-vote': 'Personne dans la liste des délégations n’a de voix. Ajoutez d’abord les membres.',
  'reason.vote-open': 'Un vote est ouvert. Proclamez-en d’abord le résultat ou annulez-le.',
  'reason.provision-gone': 'La disposition n’est plus dans le projet.',
  'reason.chair-only': 'Seule la présidence peut le faire.',
  'reason.not-yours': 'Seule la délégation qui l’a proposé peut le faire.',
  'reason.nothing-to-do': 'Il n’y a rien à faire ici.',
  'reason.variant-unknown': 'Le choix n’a pas cette variante.',

  'reason.bracket-of-another':
    'Ce crochet est d’une autre délégation. Exprimez une position, ou demandez de conserver les mots.',
  'reason.format-chair-only': 'Seule la présidence met des mots en italique ou en gras.',
  'reason.no-selection': 'Sélectionnez d’abord les mots.',
};
