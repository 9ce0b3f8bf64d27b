// A page in StrictMode with two forms, one of them in a part that is loaded later.

import { lazy, StrictMode, Suspense, useState } from "react";
import { QuickPhone } from "./QuickPhone.jsx";

const LeadPhone = lazy(async () => {
  const { LeadPhone } = await import("../react/LeadPhone.jsx");
  return { default: LeadPhone };
});

export function Portal() {
  const [isOpen, setIsOpen] = useState(true);
  return (
    <StrictMode>
      <button onClick={() => setIsOpen(!isOpen)}>{isOpen ? "Close" : "Open"}</button>
      {isOpen && (
        <>
          <Suspense fallback={<p>Loading…</p>}>
            <LeadPhone lead={3387562} />
          </Suspense>
          <QuickPhone lead={3387611} />
        </>
      )}
    </StrictMode>
  );
}
