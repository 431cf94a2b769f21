import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './Dialog.css';

export interface DialogProps {
  readonly title: ReactNode;
  readonly open: boolean;
  onClose(): void;
  readonly size?: 'narrow' | 'wide';
  /** The title is read aloud but not shown: the first field speaks for itself. */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** For what stands outside drafting: commands, invitations, keys. Never opens by itself and never holds the editor. */
export function Dialog({ title, open, onClose, size = 'narrow', bare, children }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-veil"
      isOpen={open}
      isDismissable
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
    >
      <Modal className={`dialog dialog-${size}`}>
        <AriaDialog className="dialog-content">
          <Heading slot="title" level={2} className={bare ? 'visually-hidden' : 'dialog-title'}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
