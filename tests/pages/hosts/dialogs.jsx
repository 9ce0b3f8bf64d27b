// A dialog of each library for React, for `dialogs.rs`.

import * as HeadlessUi from "@headlessui/react";
import MuiDialog from "@mui/material/Dialog";
import * as RadixUi from "@radix-ui/react-dialog";
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

/** What is in each dialog. */
const contents = (
  <>
    <button id="close">Close</button>
    <lead-phone-form lead-id="1">Loading…</lead-phone-form>
  </>
);

const DIALOGS = {
  Radix: ({ isOpen, close }) => (
    <RadixUi.Root open={isOpen} onOpenChange={close}>
      <RadixUi.Portal>
        <RadixUi.Overlay />
        <RadixUi.Content aria-describedby={undefined}>
          <RadixUi.Title>Phone</RadixUi.Title>
          {contents}
        </RadixUi.Content>
      </RadixUi.Portal>
    </RadixUi.Root>
  ),
  Mui: ({ isOpen, close }) => (
    <MuiDialog open={isOpen} onClose={close} keepMounted aria-label="Phone">
      {contents}
    </MuiDialog>
  ),
  HeadlessUi: ({ isOpen, close }) => (
    <HeadlessUi.Dialog open={isOpen} onClose={close} unmount={false} aria-label="Phone">
      <HeadlessUi.DialogPanel>{contents}</HeadlessUi.DialogPanel>
    </HeadlessUi.Dialog>
  ),
};

function Page({ Dialog }) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
    closed();
  };
  useEffect(() => {
    document.getElementById("add").onclick = () => setIsOpen(true);
  }, []);
  return <Dialog isOpen={isOpen} close={close} />;
}

export function start(name) {
  createRoot(document.getElementById("app")).render(<Page Dialog={DIALOGS[name]} />);
}
